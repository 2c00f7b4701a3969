package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand.Acknowledge;
import dev.incidentkit.core.incident.AssignmentCommand.Assign;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Cancel;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Resume;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TriageCommand.OverridePriority;
import dev.incidentkit.core.incident.TriageCommand.Triage;
import dev.incidentkit.core.incident.TriageCommand.WithdrawOverride;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Amend;
import dev.incidentkit.core.incident.WorkCommand.AnswerChecklist;
import dev.incidentkit.core.incident.WorkCommand.Link;
import dev.incidentkit.core.incident.WorkCommand.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A desk at which random commands arrive for a few incidents, while time runs, leaps and timers tick. */
final class RandomDesk {
    /** The actions that are drawn and that the desk can accept. */
    static final Set<String> ACTIONS = Set.of(
            "START",
            "HOLD",
            "RESUME",
            "RESOLVE",
            "REOPEN",
            "CLOSE",
            "CANCEL",
            "TRIAGE",
            "OVERRIDE",
            "ASSIGN",
            "ACKNOWLEDGE",
            "NOTE",
            "LINK",
            "AMEND",
            "CHECK",
            "tick");

    private final Random random;
    private final DeskFixture fixture = new DeskFixture();
    private final List<IncidentId> incidents = new ArrayList<>();
    private final List<String> accepted = new ArrayList<>();
    private int refusals;

    RandomDesk(Random random) {
        this.random = random;
    }

    DeskFixture fixture() {
        return fixture;
    }

    List<IncidentId> incidents() {
        return incidents;
    }

    List<String> accepted() {
        return accepted;
    }

    void run() {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            incidents.add(fixture.desk.report(report(), BOB).incident());
        }
        TimerRunner timers = new TimerRunner(fixture.desk);
        for (int i = 5 + random.nextInt(20); i > 0; i--) {
            fixture.clock.advance(leap());
            if (random.nextInt(5) == 0) {
                if (timers.tick() > 0) {
                    accepted.add("tick");
                }
                continue;
            }
            if (random.nextInt(12) == 0) {
                towardsTheEnd(oneOf(incidents));
            } else {
                handle(oneOf(incidents), command(), oneOf(List.of(ANN, ANN, ANN, BOB)));
            }
        }
    }

    private void handle(IncidentId incident, IncidentCommand command, Actor actor) {
        try {
            fixture.desk.handle(incident, command, actor);
            accepted.add(command.action().name());
        } catch (IncidentRejectedException refused) {
            // random commands are often refused; what counts is the record of those that are not
            refusals++;
        }
    }

    /** All that closing asks for, which blind draws seldom bring together. */
    private void towardsTheEnd(IncidentId incident) {
        handle(incident, new Start(Owner.group("network")), ANN);
        handle(incident, Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate"), ANN);
        fixture.desk
                .definition()
                .lifecycle()
                .checklist()
                .forEach(item -> handle(incident, new AnswerChecklist(item, true, null), ANN));
        handle(incident, new Close(), ANN);
    }

    int refusals() {
        return refusals;
    }

    private Report report() {
        var report = Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE);
        return random.nextInt(3) == 0
                ? report.build()
                : report.impact(oneOf(List.of(Impact.LOW, Impact.MEDIUM, Impact.HIGH)))
                        .urgency(oneOf(List.of(Urgency.LOW, Urgency.MEDIUM, Urgency.HIGH)))
                        .build();
    }

    private Duration leap() {
        return switch (random.nextInt(8)) {
            case 0 -> Duration.ofDays(random.nextInt(12));
            case 1, 2 -> Duration.ofHours(random.nextInt(30));
            case 3, 4 -> Duration.ZERO;
            default -> Duration.ofMillis(random.nextInt(3_600_000));
        };
    }

    private IncidentCommand command() {
        return switch (random.nextInt(16)) {
            case 0, 1 -> new Start(Owner.group("network"));
            case 2 -> new Hold(HoldReason.VENDOR, null, soon());
            case 3 -> Resume.BY_HAND;
            case 4, 5 -> Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate");
            case 6 -> new Reopen("It is back");
            case 7 -> new Close();
            case 8 -> random.nextInt(3) == 0 ? Cancel.because(CancelReason.WITHDRAWN) : new Acknowledge();
            case 9 -> Triage.of(oneOf(List.of(Impact.LOW, Impact.HIGH)), oneOf(List.of(Urgency.LOW, Urgency.HIGH)));
            case 10 -> new OverridePriority(Priority.P3, "only the test system", soon());
            case 11 -> random.nextBoolean() ? new WithdrawOverride() : new Assign(new Owner("network", "ann"));
            case 12 -> new Note("Looked at it", Visibility.INTERNAL);
            case 13 -> link();
            case 14 -> new Amend("VPN is slow", null, Set.of("vpn"), 12, Attributes.none(), Set.of());
            default ->
                new AnswerChecklist(oneOf(fixture.desk.definition().lifecycle().checklist()), true, null);
        };
    }

    private IncidentCommand link() {
        return random.nextBoolean()
                ? new Link(new Relation(RelationKind.EXTERNAL, "JIRA-" + random.nextInt(3)))
                : new Link(new Relation(RelationKind.PARENT, oneOf(incidents).value()));
    }

    private @Nullable Instant soon() {
        return random.nextBoolean()
                ? null
                : fixture.clock.instant().plus(Duration.ofMinutes(1 + random.nextInt(3_000)));
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
