package dev.incidentkit.core.lifecycle;

import static dev.incidentkit.core.incident.Status.CANCELLED;
import static dev.incidentkit.core.incident.Status.CLOSED;
import static dev.incidentkit.core.incident.Status.IN_PROGRESS;
import static dev.incidentkit.core.incident.Status.NEW;
import static dev.incidentkit.core.incident.Status.ON_HOLD;
import static dev.incidentkit.core.incident.Status.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.LifecycleFinding.Code;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each fault that verification knows, in a lifecycle that has it, with the shortest way to it. */
class VerificationTest {
    private static final Action POLISH = new Action("POLISH");
    private static final Status LIMBO = new Status("LIMBO", Phase.ACTIVE);

    /** NEW, CLOSED by cancellation of work: a lifecycle without faults, and small. */
    private static LifecycleBuilder sound() {
        return Lifecycle.builder("small")
                .statuses(NEW, RESOLVED, CLOSED, CANCELLED)
                .transition(Action.REPORT, step -> step.to(NEW).requires(Field.BuiltIn.TITLE))
                .transition(Action.RESOLVE, step -> step.from(NEW).to(RESOLVED))
                .transition(Action.CLOSE, step -> step.from(RESOLVED).to(CLOSED))
                .transition(Action.CANCEL, step -> step.from(NEW).to(CANCELLED))
                .staying(List.of(NEW, RESOLVED, CLOSED, CANCELLED), Action.NOTE, Action.PRESERVE, Action.REDACT);
    }

    @Test
    void a_status_in_which_the_record_can_not_be_kept_as_an_obligation_asks() {
        LifecycleBuilder builder = sound().statuses(LIMBO)
                .transition(POLISH, step -> step.from(NEW).to(LIMBO))
                .transition(Action.RESOLVE, step -> step.from(LIMBO).to(RESOLVED))
                .transition(Action.CANCEL, step -> step.from(LIMBO).to(CANCELLED))
                .staying(List.of(LIMBO), Action.NOTE);

        assertThat(builder.build().verify())
                .singleElement()
                .hasToString(
                        "RECORD_UNHANDLED LIMBO: an incident that is LIMBO does not answer PRESERVE, REDACT, which "
                                + "an obligation may ask for at any time (REPORT NEW POLISH LIMBO)");
        assertThat(builder.like(LIMBO, NEW).build().verify()).isEmpty();
    }

    /** The one finding, beside what the statuses that a test adds do not answer. */
    private static LifecycleFinding only(LifecycleBuilder builder, ClockRule... clocks) {
        List<LifecycleFinding> findings = builder.build().verify(List.of(clocks)).stream()
                .filter(finding -> finding.code() != Code.RECORD_UNHANDLED)
                .toList();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void the_default_has_no_fault_also_under_clocks_for_response_and_resolution() {
        ClockRule response = new ClockRule("response", Set.of(NEW), Set.of(), Set.of(IN_PROGRESS, RESOLVED, CANCELLED));
        ClockRule resolution = new ClockRule(
                "resolution", Set.of(NEW, IN_PROGRESS), Set.of(ON_HOLD), Set.of(RESOLVED, CLOSED, CANCELLED));

        assertThat(Lifecycle.itil().verify(List.of(response, resolution))).isEmpty();
        assertThat(sound().build().verify()).isEmpty();
    }

    @Test
    void a_status_to_which_no_step_leads() {
        LifecycleFinding finding = only(sound().statuses(LIMBO));

        assertThat(finding).hasToString("STATUS_UNREACHABLE LIMBO: no step leads to LIMBO");
    }

    @Test
    void a_status_to_which_only_steps_from_nowhere_lead() {
        Status attic = new Status("ATTIC", Phase.CLOSED);

        assertThat(sound().statuses(LIMBO, attic)
                        .transition(POLISH, step -> step.from(LIMBO).to(attic))
                        .build()
                        .verify())
                .filteredOn(finding -> finding.subject().equals("ATTIC"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("the only steps that lead to ATTIC start where no incident comes: "
                                + "[POLISH from LIMBO]"));
    }

    @Test
    void a_status_from_which_there_is_no_way_to_an_end() {
        Status ground = new Status("GROUND", Phase.RESOLVED);
        LifecycleFinding finding = only(sound().statuses(ground)
                .transition(POLISH, step -> step.from(NEW).to(ground)));

        assertThat(finding.code()).isEqualTo(Code.NO_WAY_TO_END);
        assertThat(finding.subject()).isEqualTo("GROUND");
        assertThat(finding.path()).containsExactly("REPORT", "NEW", "POLISH", "GROUND");
    }

    @Test
    void an_action_that_nothing_uses() {
        LifecycleFinding finding = only(sound().actions(POLISH));

        assertThat(finding).hasToString("ACTION_DEAD POLISH: it is declared, but no transition uses it");
    }

    @Test
    void an_action_that_starts_only_where_no_incident_comes() {
        assertThat(sound().statuses(LIMBO)
                        .staying(List.of(LIMBO), POLISH)
                        .build()
                        .verify())
                .filteredOn(finding -> finding.code() == Code.ACTION_DEAD)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).isEqualTo("its transitions start only where no incident comes"));
    }

    @Test
    void a_clock_that_runs_where_no_person_can_leave() {
        LifecycleFinding finding = only(
                sound().statuses(LIMBO)
                        .transition(POLISH, step -> step.from(NEW).to(LIMBO))
                        .transition(
                                Action.CANCEL,
                                step -> step.from(LIMBO).to(CANCELLED).roles(Role.SYSTEM)),
                new ClockRule("resolution", Set.of(NEW, LIMBO), Set.of(), Set.of(RESOLVED, CANCELLED)));

        assertThat(finding.code()).isEqualTo(Code.CLOCK_RUNS_IN_DEAD_END);
        assertThat(finding.subject()).isEqualTo("resolution");
        assertThat(finding.message()).isEqualTo("it runs while the incident is LIMBO, which no person can leave");
        assertThat(finding.path()).containsExactly("REPORT", "NEW", "POLISH", "LIMBO");
    }

    @Test
    void a_status_that_does_not_answer_cancel() {
        LifecycleFinding finding = only(sound().statuses(LIMBO)
                .transition(POLISH, step -> step.from(NEW).to(LIMBO))
                .transition(Action.RESOLVE, step -> step.from(LIMBO).to(RESOLVED)));

        assertThat(finding.code()).isEqualTo(Code.CANCEL_UNHANDLED);
        assertThat(finding.path()).containsExactly("REPORT", "NEW", "POLISH", "LIMBO");
    }

    @Test
    void a_lifecycle_that_cannot_cancel_at_all() {
        LifecycleFinding finding = only(Lifecycle.builder("small")
                .statuses(NEW, CLOSED)
                .transition(Action.REPORT, step -> step.to(NEW))
                .transition(POLISH, step -> step.from(NEW).to(CLOSED)));

        assertThat(finding).hasToString("CANCEL_UNHANDLED CANCEL: no status can be cancelled");
    }

    @Test
    void a_status_that_does_not_answer_a_cascade() {
        LifecycleFinding finding = only(sound().statuses(LIMBO)
                .cascade(Action.RESOLVE)
                .transition(POLISH, step -> step.from(NEW).to(LIMBO))
                .transition(Action.CANCEL, step -> step.from(LIMBO).to(CANCELLED)));

        assertThat(finding.code()).isEqualTo(Code.CASCADE_UNHANDLED);
        assertThat(finding.subject()).isEqualTo("LIMBO");
        assertThat(finding.path()).containsExactly("REPORT", "NEW", "POLISH", "LIMBO");
    }

    @Test
    void a_required_field_that_nothing_on_the_way_can_set() {
        LifecycleFinding finding = only(sound().without(Action.CLOSE)
                .transition(
                        Action.CLOSE,
                        step -> step.from(RESOLVED).to(CLOSED).requires(Field.BuiltIn.TITLE, Field.BuiltIn.RESUME_AT)));

        assertThat(finding.code()).isEqualTo(Code.FIELD_UNSETTABLE);
        assertThat(finding.subject()).isEqualTo("resumeAt");
    }

    @Test
    void a_required_field_that_only_a_later_step_can_set() {
        LifecycleFinding finding = only(sound().without(Action.CANCEL)
                .transition(Action.CANCEL, step -> step.from(NEW).to(CANCELLED).requires(Field.BuiltIn.RESTORED_AT)));

        assertThat(finding.code()).isEqualTo(Code.FIELD_UNSETTABLE);
        assertThat(finding.subject()).isEqualTo("restoredAt");
        assertThat(finding.path()).containsExactly("REPORT", "NEW");
    }

    @Test
    void a_required_field_that_an_earlier_step_sets_unless_it_must_not_be_changed_there() {
        LifecycleBuilder builder = sound().without(Action.CLOSE)
                .transition(Action.CLOSE, step -> step.from(RESOLVED).to(CLOSED).requires(Field.BuiltIn.RESTORED_AT));

        assertThat(builder.build().verify()).isEmpty();
        LifecycleFinding finding = only(builder.readOnly(NEW, Field.BuiltIn.RESTORED_AT));
        assertThat(finding.code()).isEqualTo(Code.FIELD_UNSETTABLE);
        assertThat(finding.subject()).isEqualTo("restoredAt");
    }

    @Test
    void a_required_field_that_is_set_only_where_no_incident_comes() {
        Lifecycle lifecycle = sound().without(Action.CANCEL)
                .statuses(LIMBO)
                .staying(List.of(LIMBO), Action.RESTORE)
                .transition(Action.CANCEL, step -> step.from(NEW).to(CANCELLED).requires(Field.BuiltIn.RESTORED_AT))
                .build();

        assertThat(lifecycle.verify()).extracting(LifecycleFinding::code).contains(Code.FIELD_UNSETTABLE);
    }

    @Test
    void a_reason_cannot_be_kept_for_a_later_step() {
        LifecycleFinding finding = only(sound().without(Action.CLOSE)
                .transition(
                        Action.CLOSE, step -> step.from(RESOLVED).to(CLOSED).requires(Field.BuiltIn.RESOLUTION_CODE)));

        assertThat(finding.code()).isEqualTo(Code.FIELD_UNSETTABLE);
        assertThat(finding.subject()).isEqualTo("resolutionCode");
        assertThat(finding.path()).containsExactly("REPORT", "NEW", "RESOLVE", "RESOLVED");
    }

    @Test
    void a_required_field_that_must_not_be_changed_where_it_would_be_given() {
        LifecycleFinding finding = only(Lifecycle.builder("small")
                .statuses(NEW, IN_PROGRESS, CANCELLED)
                .transition(Action.REPORT, step -> step.to(NEW))
                .transition(POLISH, step -> step.from(NEW).to(IN_PROGRESS).requires(Field.attribute("shine")))
                .transition(
                        Action.CANCEL,
                        step -> step.from(NEW, IN_PROGRESS).to(CANCELLED).requires(Field.BuiltIn.COMMENT))
                .readOnly(NEW, Field.BuiltIn.COMMENT));

        assertThat(finding.code()).isEqualTo(Code.FIELD_UNSETTABLE);
        assertThat(finding.subject()).isEqualTo("comment");
        assertThat(finding.path()).containsExactly("REPORT", "NEW");
    }

    @Test
    void a_report_that_requires_what_it_cannot_give() {
        LifecycleFinding finding = only(sound().without(Action.REPORT)
                .transition(Action.REPORT, step -> step.to(NEW).requires(Field.BuiltIn.COMMENT)));

        assertThat(finding).hasToString("FIELD_UNSETTABLE comment: REPORT requires it, but cannot give it");
    }

    @Test
    void a_clock_that_never_starts() {
        LifecycleFinding finding =
                only(sound(), new ClockRule("response", Set.of(LIMBO, ON_HOLD), Set.of(), Set.of(RESOLVED)));

        assertThat(finding)
                .hasToString("CLOCK_NEVER_STARTS response: it runs only in [LIMBO, ON_HOLD], where no incident comes");
    }

    @Test
    void a_clock_that_never_pauses() {
        LifecycleFinding finding =
                only(sound(), new ClockRule("response", Set.of(NEW), Set.of(ON_HOLD), Set.of(RESOLVED)));

        assertThat(finding.code()).isEqualTo(Code.CLOCK_NEVER_PAUSES);
        assertThat(finding.path()).containsExactly("REPORT", "NEW");
    }

    @Test
    void a_clock_that_never_stops() {
        LifecycleFinding finding = only(sound(), new ClockRule("response", Set.of(NEW), Set.of(), Set.of(IN_PROGRESS)));

        assertThat(finding.code()).isEqualTo(Code.CLOCK_NEVER_STOPS);
        assertThat(finding.path()).containsExactly("REPORT", "NEW");
    }
}
