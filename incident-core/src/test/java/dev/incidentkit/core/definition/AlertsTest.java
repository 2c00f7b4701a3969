package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.Scene.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.AlertCommand;
import dev.incidentkit.core.incident.AlertEvent;
import dev.incidentkit.core.incident.AlertState;
import dev.incidentkit.core.incident.AlertTally;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.core.process.AlertPolicyBuilder;
import dev.incidentkit.core.process.AlertRecovery;
import dev.incidentkit.core.process.FlapRule;
import dev.incidentkit.core.process.KeyTemplate;
import dev.incidentkit.core.process.Procedures;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What alerts do to an incident. */
class AlertsTest {
    private static final String PING = "watch/ping/zrh-1";
    private static final String DISK = "watch/disk/zrh-1";
    private static final Actor WATCH = new Actor(ActorKind.BOT, "watch", Set.of());

    private static AlertPolicyBuilder policy() {
        return AlertPolicy.of(KeyTemplate.STANDARD, Duration.ofHours(1))
                .recovery(AlertRecovery.RESOLVE)
                .category(new Category("network"));
    }

    private static ProcessDefinition with(AlertPolicy policy) {
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .slas()
                .procedures(Procedures.builder().alerts(policy).build())
                .build();
    }

    private static AlertCommand.Signal signal(String key, AlertState state, long count, @Nullable Instant until) {
        return new AlertCommand.Signal(
                key, state, count, Scene.START, Scene.START, until == null ? null : "night work", until);
    }

    private static AlertCommand.Signal fires(String key) {
        return signal(key, AlertState.FIRING, 1, null);
    }

    private static AlertCommand.Signal clears(String key) {
        return signal(key, AlertState.CLEARED, 1, null);
    }

    private static AlertTally tally(Scene scene, String key) {
        return Objects.requireNonNull(scene.incident().handling().alerts().get(key), key);
    }

    @Test
    @Tag("C-71")
    void every_occurrence_is_counted_with_its_first_and_last_instant() {
        Instant later = Scene.START.plusSeconds(50);
        Scene scene = Scene.reported(with(policy().build()))
                .then(WATCH, fires(PING))
                .then(WATCH, signal(PING, AlertState.FIRING, 40, null))
                .then(
                        WATCH,
                        new AlertCommand.Signal(
                                PING, AlertState.FIRING, 2, Scene.START.minusSeconds(9), later, null, null));

        assertThat(tally(scene, PING).occurrences()).isEqualTo(43);
        assertThat(tally(scene, PING).firstAt()).isEqualTo(Scene.START.minusSeconds(9));
        assertThat(tally(scene, PING).lastAt()).isEqualTo(later);
        assertThat(tally(scene, PING).changes()).isZero();
        assertThat(scene.incident().phase()).isEqualTo(Phase.NEW);
    }

    @Test
    @Tag("C-122")
    void a_recovery_resolves_once_nothing_fires_any_more() {
        Scene scene = Scene.reported(with(policy().build()))
                .then(WATCH, fires(PING))
                .then(WATCH, fires(DISK))
                .then(WATCH, clears(PING));
        assertThat(scene.incident().phase()).isEqualTo(Phase.NEW);

        scene.then(WATCH, clears(DISK));

        assertThat(scene.incident().phase()).isEqualTo(Phase.RESOLVED);
        assertThat(scene.incident().resolution().orElseThrow().code()).isEqualTo("ALERT_CLEARED");
        assertThat(scene.incident().category()).contains(new Category("network"));
        assertThat(scene.last()).last().satisfies(event -> {
            assertThat(event.meta().cause().trigger()).isEqualTo("alert");
            assertThat(event.meta().cause().rule()).isEqualTo("recovery");
        });
    }

    @Test
    @Tag("C-122")
    void a_recovery_that_is_only_marked_leaves_the_incident_to_people() {
        Scene scene = Scene.reported(with(policy().recovery(AlertRecovery.MARK).build()))
                .then(WATCH, fires(PING))
                .then(WATCH, clears(PING));

        assertThat(scene.incident().phase()).isEqualTo(Phase.NEW);
        assertThat(tally(scene, PING).recoveries()).isEqualTo(1);
        assertThat(tally(scene, PING).state()).isEqualTo(AlertState.CLEARED);
    }

    @Test
    @Tag("C-122")
    void a_recovery_passes_no_guard_and_what_stands_against_it_is_on_the_record() {
        Scene scene = Scene.reported(with(policy().category(null).build()))
                .then(WATCH, fires(PING))
                .then(WATCH, clears(PING));

        assertThat(scene.incident().phase()).isEqualTo(Phase.NEW);
        assertThat(scene.all(AlertEvent.ReactionBlocked.class)).singleElement().satisfies(blocked -> {
            assertThat(blocked.action()).isEqualTo(Action.RESOLVE);
            assertThat(blocked.lacking())
                    .singleElement()
                    .satisfies(unmet -> assertThat(unmet.code()).isEqualTo("FIELD_REQUIRED"));
        });
    }

    @Test
    @Tag("C-122")
    void a_condition_that_comes_back_reopens_the_incident() {
        Scene scene = Scene.reported(with(policy().build()))
                .then(WATCH, fires(PING))
                .then(WATCH, clears(PING))
                .afterMinutes(5)
                .then(WATCH, fires(PING));

        assertThat(scene.incident().phase()).isEqualTo(Phase.NEW);
        assertThat(scene.incident().reopenings()).isEqualTo(1);
        assertThat(tally(scene, PING).changes()).isEqualTo(2);
    }

    private static Scene flapping(AlertRecovery recovery) {
        Scene scene = Scene.reported(with(policy().recovery(recovery)
                .flapping(new FlapRule(3, Duration.ofMinutes(10), Duration.ofMinutes(15)))
                .build()));
        scene.then(WATCH, fires(PING));
        for (int i = 0; i < 3; i++) {
            scene.afterMinutes(1).then(WATCH, i % 2 == 0 ? clears(PING) : fires(PING));
        }
        return scene;
    }

    @Test
    @Tag("C-71")
    void a_condition_that_changes_too_often_is_only_counted() {
        Scene scene = flapping(AlertRecovery.RESOLVE);
        assertThat(tally(scene, PING).flapping()).isTrue();
        assertThat(scene.all(AlertEvent.Flapping.class)).singleElement().satisfies(event -> {
            assertThat(event.changes()).isEqualTo(3);
            assertThat(event.quietAt()).isEqualTo(Scene.START.plus(Duration.ofMinutes(18)));
        });
        int reopened = scene.all(LifecycleEvent.Reopened.class).size();
        int resolved = scene.all(LifecycleEvent.Resolved.class).size();

        for (int i = 0; i < 6; i++) {
            scene.afterMinutes(1).then(WATCH, i % 2 == 0 ? fires(PING) : clears(PING));
        }

        assertThat(scene.all(LifecycleEvent.Reopened.class)).hasSize(reopened);
        assertThat(scene.all(LifecycleEvent.Resolved.class)).hasSize(resolved);
        assertThat(tally(scene, PING).occurrences()).isEqualTo(5);
        assertThat(tally(scene, PING).recoveries()).isEqualTo(5);
        assertThat(tally(scene, PING).changes()).isEqualTo(9);
    }

    @Test
    @Tag("C-71")
    void once_it_was_quiet_for_long_enough_the_recovery_follows_at_that_instant_however_late_a_tick_comes() {
        Scene scene = flapping(AlertRecovery.RESOLVE);
        assertThat(scene.incident().phase()).isEqualTo(Phase.NEW);
        Instant quiet = Scene.START.plus(Duration.ofMinutes(18)).plusMillis(1);
        ProcessDefinition definition =
                with(policy().flapping(new FlapRule(3, Duration.ofMinutes(10), Duration.ofMinutes(15)))
                        .build());
        assertThat(definition.nextDue(scene.incident(), Scene.START.plus(Duration.ofMinutes(3))))
                .contains(quiet);

        scene.after(Duration.ofHours(20)).wakes();

        assertThat(scene.incident().phase()).isEqualTo(Phase.RESOLVED);
        assertThat(tally(scene, PING).flapping()).isFalse();
        assertThat(scene.all(LifecycleEvent.Resolved.class))
                .last()
                .satisfies(event -> assertThat(event.meta().effectiveAt()).isEqualTo(quiet));
        assertThat(scene.incident().handling().overdue()).isEmpty();
    }

    @Test
    @Tag("C-156")
    void what_is_suppressed_is_counted_and_reopens_nothing_until_the_suppression_ends() {
        Scene scene =
                Scene.reported(with(policy().build())).then(WATCH, fires(PING)).then(WATCH, clears(PING));
        assertThat(scene.incident().phase()).isEqualTo(Phase.RESOLVED);
        Instant until = Scene.START.plus(Duration.ofHours(2));

        scene.afterMinutes(10).then(WATCH, signal(PING, AlertState.FIRING, 7, until));
        assertThat(scene.incident().phase()).isEqualTo(Phase.RESOLVED);
        assertThat(tally(scene, PING).suppressed()).isEqualTo(7);
        assertThat(tally(scene, PING).occurrences()).isEqualTo(8);

        scene.after(Duration.ofHours(3)).wakes();
        assertThat(scene.incident().phase()).isEqualTo(Phase.NEW);
        assertThat(scene.all(LifecycleEvent.Reopened.class))
                .singleElement()
                .satisfies(event -> assertThat(event.meta().effectiveAt()).isEqualTo(until.plusMillis(1)));
    }

    @Test
    @Tag("C-156")
    void a_potential_incident_of_suppressed_alerts_becomes_one_if_they_still_fire_afterwards() {
        Instant until = Scene.START.plus(Duration.ofHours(2));
        Scene scene = Scene.reported(
                        with(policy().build()),
                        Scene.report().type(RecordType.POTENTIAL_INCIDENT).build())
                .then(WATCH, signal(PING, AlertState.FIRING, 1, until));
        assertThat(scene.incident().handling().type()).isEqualTo(RecordType.POTENTIAL_INCIDENT);

        scene.after(Duration.ofHours(4)).wakes();

        assertThat(scene.incident().handling().type()).isEqualTo(RecordType.INCIDENT);
        assertThat(scene.incident().phase()).isEqualTo(Phase.NEW);
    }

    @Test
    @Tag("C-156")
    void a_potential_incident_of_suppressed_alerts_that_cleared_is_none() {
        Instant until = Scene.START.plus(Duration.ofHours(2));
        Scene scene = Scene.reported(
                        with(policy().build()),
                        Scene.report().type(RecordType.POTENTIAL_INCIDENT).build())
                .then(WATCH, signal(PING, AlertState.FIRING, 1, until))
                .then(WATCH, signal(PING, AlertState.CLEARED, 1, until));

        assertThat(scene.incident().phase()).isEqualTo(Phase.CANCELLED);
        assertThat(scene.incident().cancelReason()).contains(CancelReason.NOT_AN_INCIDENT);
    }

    @Test
    void alerts_are_refused_with_everything_that_stands_against_them() {
        Scene bare = Scene.reported(ProcessDefinition.itil());
        assertThat(bare.refusal(WATCH, fires(PING))).containsExactly("ALERTS_UNKNOWN");
        assertThat(bare.refusal(
                        WATCH,
                        new AlertCommand.Signal(
                                PING,
                                AlertState.FIRING,
                                1,
                                Scene.START,
                                Scene.START.minusSeconds(1),
                                null,
                                Scene.START)))
                .containsExactly("ALERTS_UNKNOWN", "TIME_ORDER:lastAt", "CONSTRAINT_VIOLATED:suppressedUntil");
        Scene ended = Scene.reported(with(policy().build()))
                .then(ANN, new LifecycleCommand.Cancel(CancelReason.WITHDRAWN, null, null));
        assertThat(ended.refusal(WATCH, fires(PING))).containsExactly("INCIDENT_ENDED");
    }

    @Test
    void a_policy_of_alerts_enters_the_hash_and_must_fit_the_definition() {
        ProcessDefinition one = with(policy().build());
        ProcessDefinition other = with(policy().window(Duration.ofHours(2)).build());

        assertThat(one.hash())
                .isNotEqualTo(other.hash())
                .isEqualTo(with(policy().build()).hash());
    }

    @Test
    void a_late_command_finds_decided_what_a_tick_in_time_would_have_decided() {
        Scene late = flapping(AlertRecovery.RESOLVE).after(Duration.ofHours(1)).then(WATCH, fires(DISK));
        Scene inTime = flapping(AlertRecovery.RESOLVE)
                .after(Duration.ofMinutes(16))
                .then(Actor.SYSTEM, new RecordCommand.Wake())
                .after(Duration.ofMinutes(44))
                .then(WATCH, fires(DISK));

        assertThat(late.incident().statusSince()).isEqualTo(inTime.incident().statusSince());
        assertThat(late.events().stream()
                        .map(event -> event.meta().effectiveAt())
                        .toList())
                .isEqualTo(inTime.events().stream()
                        .map(event -> event.meta().effectiveAt())
                        .toList());
        assertThat(late.incident().phase()).isEqualTo(inTime.incident().phase());
    }
}
