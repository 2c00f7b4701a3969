package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.LeaseLostException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Wake-ups that could not be carried out: they rest for a while, and others come first. */
public interface FailedWakeUpContract extends StoreContractSupport {
    /** For how long wake-ups are claimed here. */
    Duration HELD = Duration.ofMinutes(1);

    private IncidentAppend timed(String name, long expected, Instant at) {
        return events(id(name), expected, known -> known.nextWakeUp(at), "event " + expected);
    }

    private ClaimedWakeUp claimedAt(Instant dueBy) {
        List<ClaimedWakeUp> claimed = store().claimWakeUps(dueBy, 10, HELD);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private List<String> namesAt(Instant dueBy, int limit) {
        return store().claimWakeUps(dueBy, limit, HELD).stream()
                .map(claim -> claim.incident().value())
                .toList();
    }

    /** A wake-up that was put off is not claimed before its pause is over, and is then due since it was. */
    @Test
    default void a_wake_up_that_was_put_off_rests_until_its_pause_is_over() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(timed("INC-1", 0, now.minusSeconds(5)));
            ClaimedWakeUp first = claimedAt(now);
            assertThat(first.failures()).isZero();
            assertThat(store().putOff(first, now.plusSeconds(30))).isTrue();

            assertThat(store().claimWakeUps(now.plusMillis(29_999), 10, HELD)).isEmpty();
            ClaimedWakeUp second = claimedAt(now.plusSeconds(30));
            assertThat(second.failures()).isEqualTo(1);
            assertThat(second.dueAt()).isEqualTo(now.minusSeconds(5));
            assertThat(second.token()).isNotEqualTo(first.token());
            assertThat(store().putOff(second, now.plusSeconds(90))).isTrue();
            assertThat(claimedAt(now.plusSeconds(90)).failures()).isEqualTo(2);
        });
    }

    /** The claim ends with the failure: what rests is not guarded by a lease, and nobody may write under it any more. */
    @Test
    default void a_wake_up_that_was_put_off_is_held_by_nobody() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(timed("INC-1", 0, now));
            ClaimedWakeUp claim = claimedAt(now);
            assertThat(store().putOff(claim, now.plusMillis(1))).isTrue();

            assertThat(store().putOff(claim, now.plusSeconds(90))).isFalse();
            assertThat(store().rearm(claim, 1, Optional.empty())).isFalse();
            assertThatThrownBy(() -> store().append(new AppendBuilder()
                            .addIncidents(timed("INC-1", 1, now))
                            .lease(claim)
                            .build()))
                    .isInstanceOf(LeaseLostException.class);
            assertThat(claimedAt(now.plusMillis(1)).failures())
                    .as("claimed while the lease would have lasted")
                    .isEqualTo(1);
        });
    }

    /** What failed takes its place behind everything that fell due before its pause ended, and before what falls due then. */
    @Test
    default void others_that_are_due_come_before_what_failed() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            for (String name : List.of("FAILED-A", "FAILED-B")) {
                write(timed(name, 0, now.minusSeconds(60)));
            }
            List<ClaimedWakeUp> failed = store().claimWakeUps(now, 10, HELD);
            assertThat(failed).hasSize(2);
            failed.forEach(claim -> store().putOff(claim, now.plusSeconds(10)));
            write(timed("DUE", 0, now.minusSeconds(1)));
            write(timed("LATER", 0, now.plusSeconds(9)));
            write(timed("BEHIND", 0, now.plusSeconds(11)));

            assertThat(namesAt(now.plusSeconds(60), 2)).containsExactly("DUE", "LATER");
            assertThat(namesAt(now.plusSeconds(60), 10)).containsExactly("FAILED-A", "FAILED-B", "BEHIND");
        });
    }

    /** An append to the incident arms its wake-up anew: the pause is over, and failures are counted from the beginning. */
    @Test
    default void an_append_ends_the_pause_of_a_wake_up_that_was_put_off() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(timed("INC-1", 0, now));
            store().putOff(claimedAt(now), now.plusSeconds(600));
            assertThat(store().claimWakeUps(now.plusSeconds(2), 10, HELD)).isEmpty();
            assertThat(store().failedWakeUps()).isEqualTo(1);
            write(timed("INC-1", 1, now.plusSeconds(1)));

            assertThat(store().failedWakeUps()).isZero();
            assertThat(store().earliestWakeUp()).contains(now.plusSeconds(1));
            ClaimedWakeUp anew = claimedAt(now.plusSeconds(2));
            assertThat(anew.failures()).isZero();
            assertThat(anew.dueAt()).isEqualTo(now.plusSeconds(1));
        });
    }

    /** Carried out to no effect at last, a wake-up is armed anew without its failures. */
    @Test
    default void arming_anew_ends_the_failures_of_a_wake_up() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(timed("INC-1", 0, now));
            store().putOff(claimedAt(now), now.plusSeconds(10));
            assertThat(store().rearm(claimedAt(now.plusSeconds(10)), 1, Optional.of(now.plusSeconds(5))))
                    .isTrue();

            assertThat(store().failedWakeUps()).isZero();
            assertThat(claimedAt(now.plusSeconds(5)).failures()).isZero();
        });
    }

    /** Who lost the claim puts nothing off: neither what another has claimed nor what was armed anew. */
    @Test
    default void who_lost_the_claim_puts_nothing_off() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(timed("INC-1", 0, now));
            ClaimedWakeUp lost = claimedAt(now);
            fixture().advance(HELD);
            ClaimedWakeUp held = claimedAt(now);
            assertThat(store().putOff(lost, now.plusSeconds(600))).isFalse();
            assertThat(store().earliestWakeUp()).contains(now);
            assertThat(store().failedWakeUps()).isZero();

            store().append(new AppendBuilder()
                    .addIncidents(timed("INC-1", 1, now.plusSeconds(1)))
                    .lease(held)
                    .build());
            assertThat(store().putOff(held, now.plusSeconds(600))).isFalse();
            assertThat(claimedAt(now.plusSeconds(1)).failures()).isZero();
        });
    }

    /** What rests is told of by the end of its pause, so that whoever waits for the next one need not ask in vain. */
    @Test
    default void the_earliest_wake_up_is_told_by_the_end_of_its_pause() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(timed("INC-1", 0, now));
            store().putOff(claimedAt(now), now.plusSeconds(30));
            assertThat(store().earliestWakeUp()).contains(now.plusSeconds(30));
            write(timed("INC-2", 0, now.plusSeconds(20)));
            assertThat(store().earliestWakeUp()).contains(now.plusSeconds(20));
        });
    }

    /** No pause makes a wake-up due before its time, and none is kept more finely than to the millisecond. */
    @Test
    default void a_pause_that_ends_early_makes_nothing_due_before_its_time() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(timed("INC-1", 0, now));
            store().putOff(claimedAt(now), now.minusSeconds(600));
            assertThat(store().earliestWakeUp()).contains(now);
            store().putOff(claimedAt(now), now.plusSeconds(1).plusNanos(999_999));
            assertThat(store().earliestWakeUp()).contains(now.plusSeconds(1));
        });
    }

    /** Wake-ups that failed are counted across tenants, and each through whichever tenant put it off. */
    @Test
    default void failed_wake_ups_are_counted_across_tenants() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            TenantId other = new TenantId("other");
            write(timed("INC-1", 0, now));
            write(timed("INC-2", 0, now));
            store().forTenant(other).append(of(timed("INC-1", 0, now)));
            List<ClaimedWakeUp> claimed = store().claimWakeUps(now, 10, HELD);
            assertThat(claimed).hasSize(3);
            claimed.stream()
                    .filter(claim -> claim.incident().equals(id("INC-1")))
                    .forEach(claim -> store().putOff(claim, now.plusSeconds(10)));

            assertThat(store().failedWakeUps()).isEqualTo(2);
            assertThat(store().forTenant(other).failedWakeUps()).isEqualTo(2);
            assertThat(store().claimWakeUps(now.plusSeconds(10), 10, HELD)).hasSize(2);
            assertThat(store().failedWakeUps())
                    .as("claimed again, and not yet carried out")
                    .isEqualTo(2);
        });
    }

    /** A pause is no part of what is known of the incident, so that a comparison with the record finds no difference. */
    @Test
    default void a_pause_does_not_show_in_the_summary() {
        with(EnumSet.of(Capability.TIMERS, Capability.QUERIES), () -> {
            Instant now = fixture().now();
            write(timed("INC-1", 0, now));
            IncidentSummary before = store().summary(id("INC-1")).orElseThrow();
            store().putOff(claimedAt(now), now.plusSeconds(600));

            assertThat(store().summary(id("INC-1"))).contains(before);
            assertThat(before.nextWakeUp()).isEqualTo(now);
        });
    }

    /** A repair arms the wake-up anew, and ends the claim of the one before. */
    @Test
    default void a_repair_arms_the_wake_up_anew() {
        with(EnumSet.of(Capability.TIMERS, Capability.QUERIES, Capability.MAINTENANCE), () -> {
            Instant now = fixture().now();
            write(timed("INC-1", 0, now));
            IncidentSummary known = store().summary(id("INC-1")).orElseThrow();
            store().putOff(claimedAt(now), now.plusSeconds(600));
            assertThat(store().repair(known)).isTrue();

            assertThat(store().failedWakeUps()).isZero();
            ClaimedWakeUp claim = claimedAt(now);
            assertThat(claim.failures()).isZero();
            assertThat(store().repair(known)).isTrue();
            assertThat(store().putOff(claim, now.plusSeconds(600))).isFalse();
            assertThat(claimedAt(now).failures()).isZero();
        });
    }

    /** A wake-up that failed leaves with its incident. */
    @Test
    default void a_wake_up_that_was_put_off_leaves_with_its_incident() {
        with(EnumSet.of(Capability.TIMERS, Capability.MAINTENANCE), () -> {
            Instant now = fixture().now();
            write(timed("INC-1", 0, now));
            write(timed("INC-2", 0, now.plusSeconds(700)));
            ClaimedWakeUp claim = claimedAt(now);
            store().putOff(claim, now.plusSeconds(600));
            assertThat(store().failedWakeUps()).isEqualTo(1);
            store().archive(id("INC-1"), 1, "s3://old");

            assertThat(store().failedWakeUps()).isZero();
            assertThat(store().putOff(claim, now)).isFalse();
            assertThat(store().earliestWakeUp()).contains(now.plusSeconds(700));
        });
    }
}
