package dev.incidentkit.testkit.cases;

import static dev.incidentkit.testkit.cases.CommandCases.ANN;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AdoptedTicketBuilder;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.ImportedStepBuilder;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Courses in which clocks come to apply late: to a report that nobody has judged yet, to a ticket that another system had
 * before, and to a recorded history. In some the priority is lost again, or has the levels of another scale.
 */
final class TakeoverCourses {
    /** A Friday afternoon: what is missed by then was missed out of hours or in them. */
    private static final Instant START = Instant.parse("2026-03-06T15:30:00Z");

    private static final Duration SOON = Duration.ofMinutes(20);
    private static final Duration HALF = Duration.ofMinutes(30);
    private static final Duration HOURS = Duration.ofHours(5);
    private static final Duration DAY = Duration.ofHours(29);
    private static final Duration WEEKS = Duration.ofDays(20);

    private final ProcessDefinition definition;
    private final Routes routes;
    private final ReportCases reports;

    TakeoverCourses(ProcessDefinition definition, Routes routes) {
        this.definition = definition;
        this.routes = routes;
        this.reports = new ReportCases(definition);
    }

    void addTo(List<Scenario> all) {
        judgedLate(HALF, all);
        judgedLate(DAY, all);
        judgementIsLost(all);
        appliesLate(all);
        for (Status status : definition.lifecycle().statuses()) {
            adopted("without an answer", ticket(status), all);
            adopted(
                    "with an answer",
                    ticket(status).acknowledgedAt(START.minus(DAY).plus(HALF)),
                    all);
        }
        waited(all);
        for (Duration until : List.of(SOON, HOURS)) {
            imported(until, all);
        }
    }

    private Course unjudged(String name) {
        return Course.of(
                routes, definition, name, Course.reporting(reports.plain().build()), START);
    }

    private TriageCommand mostSevere() {
        return TriageCommand.Triage.of(
                definition.impacts().at(0), definition.urgencies().at(0));
    }

    private void judgedLate(Duration time, List<Scenario> all) {
        unjudged("judged " + time + " after the report")
                .after(time)
                .whenTried(ANN, mostSevere())
                .after(HALF)
                .addTo(all);
    }

    private void judgementIsLost(List<Scenario> all) {
        unjudged("an override is all that gives a priority, and is withdrawn")
                .whenTried(ANN, CommandCases.override(definition))
                .after(SOON)
                .whenTried(ANN, new TriageCommand.WithdrawOverride())
                .after(DAY)
                .addTo(all);
    }

    /** What a clock asks for to apply becomes known when all of its time is over. */
    private void appliesLate(List<Scenario> all) {
        for (CommandCase report : reports.ofClocks()) {
            Report told = (Report) report.command();
            Course course = unjudged("late it is known what makes it a " + report.name())
                    .after(WEEKS)
                    .whenTried(ANN, new WorkCommand.Amend(null, null, null, null, told.attributes(), Set.of()));
            if (told.category() != null) {
                course.whenTried(ANN, new TriageCommand.Categorize(told.category()));
            }
            course.after(HALF).addTo(all);
        }
    }

    /** A ticket that is a day old, with what its status asks for. */
    private AdoptedTicketBuilder ticket(Status status) {
        AdoptedTicketBuilder ticket = AdoptedTicket.of(status, START.minus(DAY))
                .owner(Owner.group("network"))
                .priority(definition.priorities().at(0));
        boolean resolved = status.phase() == Phase.RESOLVED || status.phase().isEnd();
        if (resolved) {
            ticket.resolvedAt(START.minus(HOURS));
        }
        return status.phase().isEnd() ? ticket.closedAt(START.minus(SOON)) : ticket;
    }

    private void adopted(String name, AdoptedTicketBuilder ticket, List<Scenario> all) {
        AdoptedTicket adopted = ticket.build();
        begun("adopted while " + adopted.status() + " " + name, new RecordCommand.Adopt(adopted))
                .whenTried(ANN, new AssignmentCommand.Acknowledge())
                .after(HALF)
                .addTo(all);
    }

    private Course begun(String name, RecordCommand command) {
        CommandCase beginning = new CommandCase(name, Actor.SYSTEM, command);
        return Course.of(routes, definition, name, beginning, START);
    }

    private Optional<Status> first(Phase phase) {
        return definition.lifecycle().statuses().stream()
                .filter(status -> status.phase() == phase)
                .findFirst();
    }

    /** Waiting of the past is known by its spells, or only as a sum. */
    private void waited(List<Scenario> all) {
        Instant reportedAt = START.minus(DAY);
        HoldSpell spell = new HoldSpell(HoldReason.CALLER, reportedAt.plus(SOON), reportedAt.plus(HOURS));
        first(Phase.ACTIVE).ifPresent(status -> {
            adopted("after waiting", ticket(status).addHolds(spell), all);
            adopted(
                    "after waiting that is known as a sum",
                    ticket(status).putHoldTotals(HoldReason.CALLER, HOURS),
                    all);
        });
    }

    /** The history of a ticket that got another priority after a while, once with a level of another system's scale. */
    private void imported(Duration until, List<Scenario> all) {
        List<Priority> levels = definition.priorities().levels();
        Priority next = levels.get(Math.min(1, levels.size() - 1));
        for (Priority later :
                List.of(next, new Priority(next.name(), levels.get(0).rank()))) {
            first(Phase.NEW).ifPresent(status -> imported(status, later, until, all));
        }
    }

    private void imported(Status status, Priority later, Duration until, List<Scenario> all) {
        Priority first = definition.priorities().at(0);
        Instant begin = START.minus(until).minus(HALF);
        begun(
                        "imported: " + first + " in " + status + ", " + later + " of rank " + later.rank() + " after "
                                + until,
                        step(begin, status, first))
                .whenTried(Actor.SYSTEM, step(begin.plus(until), status, later))
                .after(HALF)
                .addTo(all);
    }

    /** The source says that the ticket was reported some time before its first step. */
    private static RecordCommand step(Instant at, Status status, Priority priority) {
        ImportedStepBuilder step = ImportedStep.of(at, status.name(), status).priority(priority);
        return new RecordCommand.ImportStep(step.reportedAt(at.minus(SOON)).build());
    }
}
