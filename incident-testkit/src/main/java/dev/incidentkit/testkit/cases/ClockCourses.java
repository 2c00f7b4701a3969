package dev.incidentkit.testkit.cases;

import static dev.incidentkit.testkit.cases.CommandCases.ANN;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Courses in which the conventions of clocks part, for the most and the least severe impact and whatever else clocks apply
 * to, in office hours and out.
 */
final class ClockCourses {
    /** A Friday afternoon, and a Saturday. */
    private static final List<Instant> STARTS =
            List.of(Instant.parse("2026-03-06T15:30:00Z"), Instant.parse("2026-03-07T10:00:00Z"));

    private static final Duration SOON = Duration.ofMinutes(10);
    private static final Duration HALF = Duration.ofMinutes(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(29);
    private static final Duration WEEKS = Duration.ofDays(20);

    private static final LifecycleCommand REOPEN = new LifecycleCommand.Reopen("Again");
    private static final IncidentCommand TO_CUSTOMERS = new WorkCommand.Communicate(
            Direction.OUTBOUND, Channel.MAIL, "customers", "We work on it", Visibility.CUSTOMER);

    private final ProcessDefinition definition;
    private final Routes routes;
    private final ReportCases reports;
    private final SampleValues samples;

    ClockCourses(ProcessDefinition definition, Routes routes) {
        this.definition = definition;
        this.routes = routes;
        this.reports = new ReportCases(definition);
        this.samples = new SampleValues(definition);
    }

    /** Of which report, and when. */
    private record Beginning(String name, Report report, Instant at) {}

    void addTo(List<Scenario> all) {
        List<Impact> impacts = definition.impacts().levels();
        for (Impact impact : Stream.of(impacts.get(0), impacts.get(impacts.size() - 1))
                .distinct()
                .toList()) {
            STARTS.forEach(start -> each(of(impact, start), all));
        }
        for (CommandCase report : reports.ofClocks()) {
            each(new Beginning(report.name(), (Report) report.command(), STARTS.get(0)), all);
        }
        judgedAnew(of(impacts.get(impacts.size() / 2), STARTS.get(0)), all);
        middle(all);
    }

    private Beginning of(Impact impact, Instant at) {
        Report report = reports.plain().impact(impact).urgency(urgency(0)).build();
        return new Beginning(impact.toString(), report, at);
    }

    private void each(Beginning beginning, List<Scenario> all) {
        judgedAnew(beginning, all);
        owners(beginning, all);
        ends(beginning, all);
        times(beginning, all);
    }

    private Course reported(String name, Beginning beginning) {
        return begun(name + ", " + beginning.name() + " at " + beginning.at(), beginning.at(), beginning.report());
    }

    private Course begun(String name, Instant at, Report report) {
        return Course.of(routes, definition, name, Course.reporting(report), at);
    }

    private Urgency urgency(int rank) {
        return definition.urgencies().at(rank);
    }

    private Course waited(String name, Beginning beginning) {
        return reported(name, beginning)
                .after(HALF)
                .until(incident -> incident.phase() == Phase.ACTIVE)
                .after(HALF)
                .when(ANN, new LifecycleCommand.Hold(HoldReason.CALLER, "Which one?", null))
                .after(HOUR)
                .when(ANN, LifecycleCommand.Resume.BY_HAND)
                .after(HALF);
    }

    private IncidentCommand resolve() {
        return LifecycleCommand.Resolve.permanently(samples.category(), samples.resolutionCode(), "Replaced");
    }

    private void judgedAnew(Beginning beginning, List<Scenario> all) {
        List<Impact> impacts = definition.impacts().levels();
        Urgency last = urgency(definition.urgencies().size() - 1);
        List<TriageCommand> others = Stream.<TriageCommand>of(
                        TriageCommand.Triage.of(impacts.get(0), urgency(0)),
                        TriageCommand.Triage.of(impacts.get(impacts.size() / 2), urgency(0)),
                        TriageCommand.Triage.of(impacts.get(impacts.size() - 1), last))
                .distinct()
                .toList();
        for (TriageCommand other : others) {
            early(other, beginning, all);
            late(other, beginning, all);
        }
    }

    private void early(TriageCommand other, Beginning beginning, List<Scenario> all) {
        reported("another priority at once", beginning)
                .after(SOON)
                .whenTried(ANN, other)
                .after(HALF)
                .addTo(all);
        reported("another priority soon after a breach", beginning)
                .after(HALF.plus(SOON))
                .whenTried(ANN, other)
                .after(HALF)
                .addTo(all);
    }

    private void late(TriageCommand other, Beginning beginning, List<Scenario> all) {
        waited("another priority after waiting", beginning)
                .whenTried(ANN, other)
                .after(HALF)
                .addTo(all);
        reported("another priority after a breach", beginning)
                .after(DAY)
                .whenTried(ANN, other)
                .after(HOUR)
                .addTo(all);
    }

    private static IncidentCommand assign(String group) {
        return new AssignmentCommand.Assign(Owner.group(group));
    }

    private void owners(Beginning beginning, List<Scenario> all) {
        waited("another group", beginning)
                .when(ANN, assign("database"))
                .after(HALF)
                .addTo(all);
        reported("another group without an answer", beginning)
                .when(ANN, assign("network"))
                .after(SOON)
                .when(ANN, assign("database"))
                .after(HALF)
                .addTo(all);
        reported("owners come and go", beginning)
                .when(ANN, assign("network"))
                .after(HALF)
                .when(ANN, new AssignmentCommand.Unassign())
                .after(HALF)
                .when(ANN, assign("network"))
                .after(HALF)
                .addTo(all);
    }

    private void ends(Beginning beginning, List<Scenario> all) {
        waited("reopened", beginning)
                .when(ANN, resolve())
                .after(HOUR)
                .when(ANN, REOPEN)
                .after(HALF)
                .addTo(all);
        reported("reopened without an answer", beginning)
                .after(HALF)
                .when(ANN, resolve())
                .after(HOUR)
                .when(ANN, REOPEN)
                .after(HALF)
                .addTo(all);
        reported("restored long before it is resolved", beginning)
                .after(HALF)
                .when(ANN, new WorkCommand.Restore(null))
                .after(Duration.ofDays(14))
                .when(ANN, resolve())
                .addTo(all);
        reported("it ends by itself", beginning)
                .until(incident -> incident.phase() == Phase.RESOLVED)
                .until(incident ->
                        incident.checklist().containsAll(definition.lifecycle().checklist()))
                .after(WEEKS)
                .addTo(all);
    }

    private void times(Beginning beginning, List<Scenario> all) {
        reported("words to the customers", beginning)
                .after(HALF)
                .when(ANN, TO_CUSTOMERS)
                .after(HALF)
                .when(ANN, TO_CUSTOMERS)
                .after(Duration.ofHours(2))
                .addTo(all);
        reported("out of hours", beginning).after(WEEKS).addTo(all);
        Instant before = beginning.at().minus(HOUR);
        begun(
                        "noticed before it was reported, " + beginning.name() + " at " + beginning.at(),
                        beginning.at(),
                        new ReportBuilder()
                                .from(beginning.report())
                                .detectedAt(before.minus(HOUR))
                                .reportedAt(before)
                                .build())
                .after(HALF)
                .addTo(all);
    }

    /** A goal between the extremes is reached at closing time. */
    private void middle(List<Scenario> all) {
        List<Impact> impacts = definition.impacts().levels();
        Report report = reports.plain()
                .impact(impacts.get(impacts.size() / 2))
                .urgency(urgency(definition.urgencies().size() - 1))
                .build();
        begun("a target that is missed at closing time", Scenario.MONDAY_MORNING, report)
                .after(Duration.ofHours(9))
                .addTo(all);
    }
}
