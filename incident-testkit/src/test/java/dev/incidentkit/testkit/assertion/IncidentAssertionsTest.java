package dev.incidentkit.testkit.assertion;

import static dev.incidentkit.testkit.Samples.ANN;
import static dev.incidentkit.testkit.Samples.CLEO;
import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThatMessages;
import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThatRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableExplanation;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Every assertion passes where it should, and fails with what was expected, what came, why, and at which event. */
class IncidentAssertionsTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    /** A P3, held for its caller since 15:30 on a Friday, looked at on Saturday. */
    private static final Moment WAITING = Scenario.named("waits")
            .startingAt("2026-03-06T15:00:00Z")
            .given(CLEO, Samples.report(Impact.HIGH, Urgency.LOW))
            .when(ANN, new LifecycleCommand.Start(Owner.group("ops")))
            .after(Duration.ofMinutes(30))
            .when(ANN, new LifecycleCommand.Hold(HoldReason.CALLER, "Which one?", null))
            .after(Duration.ofDays(1))
            .build()
            .verify(ITIL);

    /** A P1 that nobody looked at for six hours. */
    private static final Moment MISSED = Scenario.named("missed")
            .given(CLEO, Samples.report(Impact.HIGH, Urgency.HIGH))
            .after(Duration.ofHours(6))
            .build()
            .verify(ITIL);

    private static final Moment BARE =
            Scenario.named("bare").given(CLEO, Samples.report().build()).build().verify(ITIL);

    private static void fails(ThrowingCallable assertion, String... parts) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
    }

    @Test
    void what_holds_of_an_incident_passes() {
        assertThat(WAITING.incident())
                .hasStatus("ON_HOLD")
                .hasStatus(Status.ON_HOLD)
                .hasPhase(Phase.ON_HOLD)
                .hasPriority(Priority.P3)
                .isOwnedBy(Owner.group("ops"))
                .isOwnedByGroup("ops")
                .waitsFor(HoldReason.CALLER)
                .recorded(LifecycleEvent.Held.class, 1)
                .didNotRecord(LifecycleEvent.Resolved.class);
        assertThat(BARE.incident()).hasNoPriority().hasNoOwner().doesNotWait();
    }

    @Test
    void a_wrong_status_or_phase_is_told_with_the_event_that_set_it() {
        fails(
                () -> assertThat(WAITING.incident()).hasStatus("RESOLVED"),
                "Expecting the status of INC-1 to be RESOLVED",
                "but it was ON_HOLD",
                "at event 5 of 5: Held at 2026-03-06T15:30:00Z by ann");
        fails(() -> assertThat(WAITING.incident()).hasStatus(Status.NEW), "the status", "to be NEW", "it was ON_HOLD");
        fails(() -> assertThat(WAITING.incident()).hasPhase(Phase.NEW), "the phase", "to be NEW", "it was ON_HOLD");
    }

    @Test
    void a_wrong_priority_is_told_with_the_rule_that_gave_it() {
        fails(
                () -> assertThat(WAITING.incident()).hasPriority("P1"),
                "the priority of INC-1 to be P1",
                "it was P3",
                "at event 2 of 5: Triaged at 2026-03-06T15:00:00Z by cleo, rule 'HIGH x LOW' of ");
        fails(() -> assertThat(WAITING.incident()).hasNoPriority(), "to be none", "it was P3");
        fails(() -> assertThat(BARE.incident()).hasPriority(Priority.P1), "to be P1", "it was none");
    }

    @Test
    void a_wrong_owner_or_reason_to_wait_is_told_with_its_event() {
        fails(
                () -> assertThat(WAITING.incident()).isOwnedBy(Owner.group("dba")),
                "the owner of INC-1 to be dba",
                "it was ops",
                "at event 3 of 5: Assigned");
        fails(() -> assertThat(WAITING.incident()).isOwnedByGroup("dba"), "the owning group", "it was ops");
        fails(() -> assertThat(WAITING.incident()).hasNoOwner(), "to be none", "it was ops");
        fails(
                () -> assertThat(WAITING.incident()).waitsFor(HoldReason.VENDOR),
                "the reason to wait of INC-1 to be VENDOR",
                "it was CALLER");
        fails(() -> assertThat(WAITING.incident()).doesNotWait(), "to be none", "it was CALLER");
    }

    @Test
    void a_wrong_number_of_events_is_told_with_the_record() {
        fails(
                () -> assertThat(WAITING.incident()).recorded(LifecycleEvent.Held.class, 2),
                "the record of INC-1 to have Held 2 times",
                "it has it 1 time",
                "this is the record: Reported, Triaged, Assigned, Started, Held",
                "at event 5 of 5: Held");
        fails(
                () -> assertThat(WAITING.incident()).didNotRecord(LifecycleEvent.Started.class),
                "to have Started 0 times",
                "at event 4 of 5");
        fails(
                () -> assertThat(WAITING.incident()).recorded(LifecycleEvent.Closed.class, 1),
                "to have Closed 1 time",
                "it has it 0 times",
                "at event 5 of 5");
    }

    @Test
    @SuppressWarnings("NullAway") // what a test may well do
    void no_incident_at_all_is_told_as_assertj_tells_it() {
        Incident none = null;

        fails(() -> assertThat(none).hasStatus("NEW"), "Expecting actual not to be null");
    }

    @Test
    void what_holds_of_a_clock_passes() {
        assertThat(WAITING)
                .clock("itil", Measure.RESOLUTION)
                .hasState(ClockState.PAUSED)
                .isPaused()
                .isNotBreached()
                .hasElapsed(Duration.ofMinutes(30))
                .hasRemaining(Duration.ofHours(24).minusMinutes(30))
                .isDueAt("2026-03-11T16:30:00Z")
                .isDueAt(Instant.parse("2026-03-11T16:30:00Z"));
        assertThat(WAITING).clock(Measure.RESPONSE).isMet();
        assertThat(WAITING).clock(Measure.UPDATE).doesNotApply();
        assertThat(MISSED).clock(Measure.RESOLUTION).isRunning().isBreached();
        assertThat(Scenario.named("resolved late")
                        .given(CLEO, Samples.report(Impact.HIGH, Urgency.HIGH))
                        .after(Duration.ofHours(6))
                        .when(ANN, LifecycleCommand.Resolve.permanently(new Category("network"), "FIXED", "Done"))
                        .build()
                        .verify(ITIL))
                .clock(Measure.RESOLUTION)
                .isMissed();
    }

    @Test
    void a_wrong_clock_is_told_with_every_stretch_of_its_time() {
        fails(
                () -> assertThat(WAITING).clock("itil", Measure.RESOLUTION).isRunning(),
                "Expecting the clock itil/RESOLUTION to be RUNNING at 2026-03-07T15:30:00Z",
                "but it was PAUSED",
                "because paused for CALLER",
                "2026-03-06T15:00:00Z to 2026-03-06T15:30:00Z WORKING",
                "2026-03-07T15:30:00Z PAUSED",
                "at event 5 of 5: Held");
    }

    @Test
    void every_view_of_a_clock_fails_with_both_values() {
        ClockAssert clock = assertThat(WAITING).clock(Measure.RESOLUTION);

        fails(clock::isMet, "to be MET", "it was PAUSED");
        fails(clock::isMissed, "to be MISSED", "it was PAUSED");
        fails(clock::isBreached, "to be breached: true", "it was false");
        fails(() -> assertThat(MISSED).clock(Measure.RESOLUTION).isNotBreached(), "to be breached: false");
        fails(() -> assertThat(MISSED).clock(Measure.RESOLUTION).isPaused(), "to be PAUSED", "it was RUNNING");
        fails(() -> clock.hasState(ClockState.RUNNING), "to be RUNNING", "it was PAUSED");
        fails(
                () -> clock.isDueAt("2026-03-11T17:00:00Z"),
                "due at 2026-03-11T17:00:00Z",
                "it was 2026-03-11T16:30:00Z");
        fails(() -> clock.isDueAt(Instant.EPOCH), "to fall due at 1970-01-01T00:00:00Z", "it was 2026-03-11T16:30:00Z");
        fails(() -> clock.hasElapsed(Duration.ofHours(1)), "to have counted PT1H", "it was PT30M");
        fails(() -> clock.hasRemaining(Duration.ofHours(1)), "to have left PT1H", "it was PT23H30M");
        fails(clock::doesNotApply, "not to apply", "it does, and is PAUSED");
        fails(() -> assertThat(WAITING).clock(Measure.UPDATE).isRunning(), "to be RUNNING", "it does not apply");
    }

    @Test
    void a_clock_that_there_is_not_is_told_with_those_that_there_are() {
        fails(
                () -> assertThat(WAITING).clock("gold", Measure.RESOLUTION),
                "definition 'itil' to have the clock gold/RESOLUTION",
                "it has [itil/RESPONSE, itil/RESOLUTION, itil/UPDATE]");
        Moment without = Scenario.named("no policies")
                .given(CLEO, Samples.report().build())
                .build()
                .verify(ProcessDefinition.builder(ITIL).slas().build());
        fails(() -> assertThat(without).clock(Measure.RESOLUTION), "one policy", "there are []");
    }

    @Test
    void refusals_pass_and_fail_with_every_reason() {
        Moment refused = Scenario.named("refused")
                .given(CLEO, Samples.report().build())
                .whenTried(ANN, new LifecycleCommand.Hold(HoldReason.CALLER, null, null))
                .build()
                .verify(ITIL);

        assertThat(refused).refusal().isRefusedFor("FIELD_REQUIRED(comment)");
        assertThat(refused).refusal().isRefusedAmongOthersFor("FIELD_REQUIRED(comment)");
        assertThat(WAITING).refusal().isAccepted();
        assertThatRefusal(List.of()).isAccepted();
        fails(
                () -> assertThat(refused).refusal().isAccepted(),
                "Expecting the command to be accepted",
                "it was refused for [FIELD_REQUIRED(comment)]",
                "because comment must be given for reason CALLER",
                "at event 1 of 1: Reported");
        fails(
                () -> assertThat(refused).refusal().isRefusedFor("ROLE_REQUIRED"),
                "the command to be refused for [ROLE_REQUIRED]",
                "it was refused for [FIELD_REQUIRED(comment)]");
        fails(
                () -> assertThat(refused).refusal().isRefusedAmongOthersFor("ROLE_REQUIRED"),
                "for ROLE_REQUIRED, perhaps among others");
        fails(() -> assertThatRefusal(List.of()).isRefusedFor("ROLE_REQUIRED"), "it was accepted");
    }

    @Test
    void messages_pass_and_fail_with_all_that_were_sent() {
        Moment told = Scenario.named("told")
                .given(CLEO, Samples.report().build())
                .when(ANN, Samples.message("customers"))
                .build()
                .verify(ITIL);

        assertThat(told).messages().reach("customers").doNotTellOf(SlaEvent.Breached.class);
        assertThat(MISSED).messages().tellOf(SlaEvent.Breached.class, 3);
        assertThatMessages(List.of()).areNone();
        fails(
                () -> assertThat(told).messages().reach("board"),
                "Expecting a message to 'board'",
                "there is none",
                "these were sent: [Reported at 2026-03-02T09:00:00Z, Communicated to customers at 2026-03-02T09:00:00Z]",
                "at event 2 of 2: Communicated");
        fails(() -> assertThat(told).messages().areNone(), "no message", "there are 2");
        fails(
                () -> assertThat(told).messages().tellOf(SlaEvent.Breached.class, 1),
                "1 message of Breached",
                "there are 0");
        fails(
                () -> assertThat(MISSED).messages().doNotTellOf(SlaEvent.Breached.class),
                "0 messages of Breached",
                "there are 3");
    }

    @Test
    void explanations_pass_and_fail_with_what_is_to_be_said_of_each_rule() {
        TableExplanation explanation = Samples.ROUTING
                .compile()
                .explain(Map.of("severity", Severity.SEV2, "category", "network", "age", Duration.ofHours(1)));

        assertThat(explanation).isDecidedBy("R3");
        fails(
                () -> assertThat(explanation).isDecidedBy("R2"),
                "table 'routing' to be decided by [R2] for {severity=SEV2,",
                "it was decided by [R3]",
                "R2 does not match: category = \"network\" is not \"database\"");
        fails(() -> assertThat(explanation).isDecidedByNone(), "to be decided by []");
        fails(() -> assertThat(explanation).violatesItsHitPolicy(), "to violate its hit policy");
    }

    @Test
    void a_violated_hit_policy_is_told_as_such() {
        RuleTable twice = RuleSchema.named("twice")
                .in(Samples.CATEGORY)
                .out(Samples.TEAM)
                .hitPolicy(HitPolicy.UNIQUE)
                .build()
                .builder()
                .rule("A")
                .when(Samples.CATEGORY.is("mail"))
                .then("X")
                .rule("B")
                .when(Samples.CATEGORY.in("mail", "web"))
                .then("Y")
                .build();
        TableExplanation explanation = twice.compile().explain(Map.of("category", "mail"));

        assertThat(explanation).violatesItsHitPolicy();
        assertThat(twice.compile().explain(Map.of("category", "sap"))).isDecidedByNone();
        fails(() -> assertThat(explanation).isDecidedBy("A"), "several rules match against its hit policy");
    }

    @Test
    void percent_signs_in_texts_do_no_harm() {
        fails(() -> assertThat(MISSED.incident()).hasStatus("100%d"), "to be 100%d");
    }
}
