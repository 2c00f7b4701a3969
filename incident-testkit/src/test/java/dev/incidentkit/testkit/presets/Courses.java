package dev.incidentkit.testkit.presets;

import static dev.incidentkit.testkit.cases.CommandCases.ANN;
import static dev.incidentkit.testkit.cases.CommandCases.CLEO;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Courses of events in which peers part: what presets do in them today is what a fault would change. */
final class Courses {
    /** A Friday afternoon, and a Saturday. */
    private static final List<String> STARTS = List.of("2026-03-06T15:30:00Z", "2026-03-07T10:00:00Z");

    private static final Duration HALF = Duration.ofMinutes(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final LifecycleCommand RESOLVE =
            LifecycleCommand.Resolve.permanently(new Category("network"), "FIXED", "Replaced");

    private Courses() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (Impact impact : List.of(Impact.HIGH, Impact.LOW)) {
            for (String start : STARTS) {
                all.addAll(clocks(impact, start));
            }
        }
        for (LifecycleCommand end : List.of(new LifecycleCommand.Close(), new LifecycleCommand.Confirm())) {
            Actor actor = end instanceof LifecycleCommand.Confirm ? CLEO : ANN;
            all.add(guarded(new WorkCommand.Link(new Relation(RelationKind.CHILD, "INC-2")), actor, end));
            all.add(guarded(new ProcessCommand.ApplyWorkaround("second line", "Over Basel"), actor, end));
        }
        all.add(Scenario.named("a target that is missed at closing time")
                .given(CLEO, Samples.report(Impact.MEDIUM, Urgency.LOW))
                .after(Duration.ofHours(9))
                .build());
        all.addAll(strangers());
        return all;
    }

    private static Scenario.Builder reported(String name, Impact impact, String start) {
        return Scenario.named(name + ", " + impact + " at " + start)
                .startingAt(start)
                .given(CLEO, Samples.report(impact, Urgency.HIGH));
    }

    private static TriageCommand up() {
        return TriageCommand.Triage.of(Impact.HIGH, Urgency.HIGH);
    }

    private static TriageCommand aside() {
        return TriageCommand.Triage.of(Impact.MEDIUM, Urgency.HIGH);
    }

    private static TriageCommand down() {
        return TriageCommand.Triage.of(Impact.LOW, Urgency.LOW);
    }

    private static List<Scenario> clocks(Impact impact, String start) {
        Instant begun = Instant.parse(start);
        List<Scenario> all = new ArrayList<>();
        for (TriageCommand other : List.of(up(), aside(), down())) {
            all.add(reported("another priority at once", impact, start)
                    .after(Duration.ofMinutes(10))
                    .whenTried(ANN, other)
                    .after(HALF)
                    .build());
            all.add(reported("another priority soon after a breach", impact, start)
                    .after(Duration.ofMinutes(40))
                    .whenTried(ANN, other)
                    .after(HALF)
                    .build());
            all.add(waited("another priority after waiting", impact, start)
                    .whenTried(ANN, other)
                    .after(HALF)
                    .build());
            all.add(reported("another priority after a breach", impact, start)
                    .after(Duration.ofHours(29))
                    .whenTried(ANN, other)
                    .after(HOUR)
                    .build());
        }
        all.add(waited("another group", impact, start)
                .when(ANN, new AssignmentCommand.Assign(Owner.group("database")))
                .after(HALF)
                .build());
        all.add(reported("another group without an answer", impact, start)
                .when(ANN, new AssignmentCommand.Assign(Owner.group("network")))
                .after(Duration.ofMinutes(10))
                .when(ANN, new AssignmentCommand.Assign(Owner.group("database")))
                .after(HALF)
                .build());
        all.add(waited("reopened", impact, start)
                .when(ANN, RESOLVE)
                .after(HOUR)
                .when(ANN, new LifecycleCommand.Reopen("Again"))
                .after(HALF)
                .build());
        all.add(reported("reopened without an answer", impact, start)
                .after(HALF)
                .when(ANN, RESOLVE)
                .after(HOUR)
                .when(ANN, new LifecycleCommand.Reopen("Again"))
                .after(HALF)
                .build());
        all.add(reported("restored long before it is resolved", impact, start)
                .after(HALF)
                .when(ANN, new WorkCommand.Restore(null))
                .after(Duration.ofDays(14))
                .when(ANN, RESOLVE)
                .build());
        all.add(reported("words to the customers", impact, start)
                .after(HALF)
                .when(ANN, Samples.message("customers"))
                .after(HALF)
                .when(ANN, Samples.message("customers"))
                .after(Duration.ofHours(2))
                .build());
        all.add(reported("owners come and go", impact, start)
                .when(ANN, new AssignmentCommand.Assign(Owner.group("network")))
                .after(HALF)
                .when(ANN, new AssignmentCommand.Unassign())
                .after(HALF)
                .when(ANN, new AssignmentCommand.Assign(Owner.group("network")))
                .after(HALF)
                .build());
        all.add(reported("out of hours", impact, start)
                .after(Duration.ofDays(20))
                .build());
        all.add(Scenario.named("noticed before it was reported, " + impact + " at " + start)
                .startingAt(begun)
                .given(
                        CLEO,
                        Samples.report()
                                .impact(impact)
                                .urgency(Urgency.HIGH)
                                .detectedAt(begun.minusSeconds(7200))
                                .reportedAt(begun.minusSeconds(3600))
                                .build())
                .after(HALF)
                .build());
        return all;
    }

    private static Scenario.Builder waited(String name, Impact impact, String start) {
        return reported(name, impact, start)
                .after(HALF)
                .when(ANN, new LifecycleCommand.Start(Owner.group("network")))
                .after(HALF)
                .when(ANN, new LifecycleCommand.Hold(HoldReason.CALLER, "Which one?", null))
                .after(HOUR)
                .when(ANN, LifecycleCommand.Resume.BY_HAND)
                .after(HALF);
    }

    private static Scenario guarded(IncidentCommand open, Actor actor, LifecycleCommand end) {
        Scenario.Builder scenario = Scenario.named("ends by " + end.action() + " after " + open.action())
                .given(CLEO, Samples.report().build())
                .when(ANN, open)
                .when(ANN, RESOLVE);
        for (String item : List.of("SERVICE_VERIFIED", "TEMPORARY_FIXES_SETTLED", "CONFIGURATION_DATA_UPDATED")) {
            scenario.whenTried(ANN, new WorkCommand.AnswerChecklist(item, true, null));
        }
        return scenario.whenTried(actor, end).build();
    }

    private static List<Scenario> strangers() {
        Scenario.Builder resolved =
                Scenario.named("resolved").given(CLEO, Samples.report().build()).when(ANN, RESOLVE);
        Scenario begun = resolved.build();
        return List.of(
                Scenario.named("the desk confirms")
                        .given(begun)
                        .whenTried(ANN, new LifecycleCommand.Confirm())
                        .build(),
                Scenario.named("the caller archives")
                        .given(begun)
                        .whenTried(CLEO, new RecordCommand.Archive("x"))
                        .build(),
                Scenario.named("the caller preserves")
                        .given(begun)
                        .whenTried(CLEO, new RecordCommand.Preserve(true, "Mine"))
                        .build(),
                Scenario.named("the caller redacts")
                        .given(begun)
                        .whenTried(CLEO, new RecordCommand.Redact(Set.of(), "Mine"))
                        .build(),
                Scenario.named("the caller overrides")
                        .given(CLEO, Samples.report().build())
                        .whenTried(CLEO, new TriageCommand.OverridePriority(Priority.P1, "Mine", null))
                        .build(),
                Scenario.named("a duplicate of nothing")
                        .given(CLEO, Samples.report().build())
                        .whenTried(ANN, LifecycleCommand.Cancel.because(CancelReason.DUPLICATE))
                        .build());
    }
}
