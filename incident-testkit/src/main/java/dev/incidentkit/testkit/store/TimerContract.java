package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.LeaseLostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Wake-ups: one for each incident, claimed for a while. */
public interface TimerContract extends StoreContractSupport {
    /** For how long wake-ups are claimed here. */
    Duration LEASE = Duration.ofMinutes(1);

    private IncidentAppend due(String name, long expected, Instant at) {
        return events(id(name), expected, known -> known.nextWakeUp(at), "event " + expected);
    }

    /** What is due is claimed, the longest due first, and not again while the claim lasts. */
    @Test
    default void what_is_due_is_claimed_once_the_longest_due_first() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(due("LATER", 0, now.minusSeconds(1)));
            write(due("FIRST", 0, now.minusSeconds(9)));
            write(due("NOW", 0, now));
            write(due("NOT-YET", 0, now.plusMillis(1)));
            write(events(id("NEVER"), 0, "one"));

            assertThat(store().earliestWakeUp()).contains(now.minusSeconds(9));
            assertThat(store().claimWakeUps(now, 2, LEASE))
                    .extracting(claim -> claim.incident().value())
                    .containsExactly("FIRST", "LATER");
            assertThat(store().claimWakeUps(now, 10, LEASE))
                    .extracting(claim -> claim.incident().value())
                    .containsExactly("NOW");
            assertThat(store().claimWakeUps(now, 10, LEASE)).isEmpty();
        });
    }

    /** A claim runs out by the store's clock, and the work is claimed again under another token. */
    @Test
    default void a_claim_runs_out_and_the_work_is_claimed_again() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(due("INC-1", 0, now));
            ClaimedWakeUp first = only(store().claimWakeUps(now, 10, LEASE));
            fixture().advance(LEASE);
            ClaimedWakeUp second = only(store().claimWakeUps(now, 10, LEASE));

            assertThat(second.dueAt()).isEqualTo(first.dueAt()).isEqualTo(now);
            assertThat(second.token()).isNotEqualTo(first.token());
            assertThatThrownBy(() -> store().append(new AppendBuilder()
                            .addIncidents(due("INC-1", 1, now))
                            .lease(first)
                            .build()))
                    .isInstanceOf(LeaseLostException.class);
            store().append(new AppendBuilder()
                    .addIncidents(events(id("INC-1"), 1, "carried out"))
                    .lease(second)
                    .build());
            assertThat(store().load(id("INC-1")).orElseThrow().version()).isEqualTo(2);
        });
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    /** An append sets the one wake-up anew, and ends a claim of the one before. */
    @Test
    default void an_append_arms_the_one_wake_up_anew() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(due("INC-1", 0, now));
            ClaimedWakeUp stale = only(store().claimWakeUps(now, 10, LEASE));
            write(due("INC-1", 1, now.plusSeconds(60)));

            assertThat(store().claimWakeUps(now, 10, LEASE)).isEmpty();
            assertThat(store().rearm(stale, 1, Optional.empty())).isFalse();
            assertThat(store().earliestWakeUp()).contains(now.plusSeconds(60));
        });
    }

    /** A claimed wake-up that led to nothing is given another instant, or none. */
    @Test
    default void a_wake_up_that_led_to_nothing_is_given_another_instant_or_none() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(due("INC-1", 0, now));
            ClaimedWakeUp claim = only(store().claimWakeUps(now, 10, LEASE));

            assertThat(store().rearm(claim, 1, Optional.of(now.plusSeconds(5)))).isTrue();
            assertThat(store().rearm(claim, 1, Optional.empty())).isFalse();
            assertThat(store().earliestWakeUp()).contains(now.plusSeconds(5));

            ClaimedWakeUp next = only(store().claimWakeUps(now.plusSeconds(5), 10, LEASE));
            assertThat(store().rearm(next, 1, Optional.empty())).isTrue();
            assertThat(store().earliestWakeUp()).isEmpty();
        });
    }

    /** Completing a wake-up of an incident that has changed since does nothing. */
    @Test
    default void arming_anew_for_another_version_does_nothing() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(due("INC-1", 0, now));
            ClaimedWakeUp claim = only(store().claimWakeUps(now, 10, LEASE));

            assertThat(store().rearm(claim, 2, Optional.empty())).isFalse();
            assertThat(store().earliestWakeUp()).contains(now);
        });
    }

    /** Wake-ups of every tenant are claimed through any of them. */
    @Test
    default void wake_ups_of_every_tenant_are_claimed() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            TenantId other = new TenantId("other");
            write(due("INC-1", 0, now));
            store().forTenant(other).append(of(due("INC-1", 0, now)));

            assertThat(store().claimWakeUps(now, 10, LEASE))
                    .extracting(ClaimedWakeUp::tenant)
                    .containsExactlyInAnyOrder(store().tenant(), other);
        });
    }

    /** Of claimers that run at once, each wake-up goes to one. */
    @Test
    default void claimers_at_once_share_the_work_without_overlap() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            for (int i = 0; i < 40; i++) {
                write(due("INC-" + i, 0, now));
            }
            List<IncidentId> claimed = new ArrayList<>();
            assertThat(store().earliestWakeUp()).contains(now);
            List<Callable<List<IncidentId>>> claimers = List.of(this::claimAll, this::claimAll, this::claimAll);
            together(claimers).forEach(claimed::addAll);
            claimed.addAll(claimAll());

            assertThat(claimed).hasSize(40).doesNotHaveDuplicates();
        });
    }

    private List<IncidentId> claimAll() {
        List<IncidentId> claimed = new ArrayList<>();
        while (true) {
            List<ClaimedWakeUp> some = store().claimWakeUps(fixture().now(), 7, LEASE);
            some.forEach(claim -> claimed.add(claim.incident()));
            assertThat(claimed).as("what is claimed while the claims last").hasSizeLessThanOrEqualTo(40);
            if (some.isEmpty()) {
                return claimed;
            }
        }
    }

    /** A tenant with much due does not keep others waiting, whatever their names. */
    @Test
    default void a_tenant_with_much_due_does_not_keep_others_waiting() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            for (int i = 0; i < 20; i++) {
                write(due("INC-" + i, 0, now.minusSeconds(60)));
            }
            List<TenantId> small = List.of(new TenantId("a-small-one"), new TenantId("z-small-one"));
            small.forEach(tenant -> store().forTenant(tenant).append(of(due("INC-1", 0, now))));
            List<ClaimedWakeUp> claimed = store().claimWakeUps(now, 4, LEASE);

            assertThat(claimed).hasSize(4);
            assertThat(claimed).extracting(ClaimedWakeUp::tenant).containsAll(small);
        });
    }

    /** Where more tenants have something due than are served at once, each has its turn. */
    @Test
    default void more_tenants_than_are_served_at_once_take_turns() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            List<TenantId> tenants = IntStream.range(0, 5)
                    .mapToObj(i -> new TenantId("tenant-" + i))
                    .toList();
            for (TenantId tenant : tenants) {
                for (int i = 0; i < 10; i++) {
                    store().forTenant(tenant).append(of(due("INC-" + i, 0, now)));
                }
            }
            Set<TenantId> served = new HashSet<>();
            for (int claim = 0; claim < 5; claim++) {
                store().claimWakeUps(now, 2, LEASE).forEach(claimed -> served.add(claimed.tenant()));
            }

            assertThat(served).containsExactlyInAnyOrderElementsOf(tenants);
        });
    }

    /** Completing a wake-up that is gone does nothing: its incident has nothing timed any more. */
    @Test
    default void completing_a_wake_up_that_has_vanished_does_nothing() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(due("INC-1", 0, now));
            ClaimedWakeUp claim = only(store().claimWakeUps(now, 10, LEASE));
            write(events(id("INC-1"), 1, "nothing is timed any more"));

            assertThat(store().rearm(claim, 1, Optional.of(now))).isFalse();
            assertThat(store().rearm(claim, 2, Optional.of(now))).isFalse();
            assertThat(store().earliestWakeUp()).isEmpty();
            assertThatThrownBy(() -> store().append(new AppendBuilder()
                            .addIncidents(events(id("INC-1"), 2, "three"))
                            .lease(claim)
                            .build()))
                    .isInstanceOf(LeaseLostException.class);
        });
    }

    /** Completing a wake-up of an incident that was archived meanwhile does nothing. */
    @Test
    default void completing_a_wake_up_of_an_archived_incident_does_nothing() {
        with(EnumSet.of(Capability.TIMERS, Capability.MAINTENANCE), () -> {
            Instant now = fixture().now();
            write(due("INC-1", 0, now));
            ClaimedWakeUp claim = only(store().claimWakeUps(now, 10, LEASE));
            store().archive(id("INC-1"), 1, "s3://old");

            assertThat(store().rearm(claim, 1, Optional.of(now))).isFalse();
            assertThat(store().earliestWakeUp()).isEmpty();
        });
    }

    /** A claim that ran out and was taken by another completes nothing, and that of the other does. */
    @Test
    default void a_claim_that_another_took_over_completes_nothing() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(due("INC-1", 0, now));
            ClaimedWakeUp first = only(store().claimWakeUps(now, 10, LEASE));
            fixture().advance(LEASE);
            ClaimedWakeUp second = only(store().claimWakeUps(now, 10, LEASE));

            assertThat(store().rearm(first, 1, Optional.empty())).isFalse();
            assertThat(store().earliestWakeUp()).contains(now);
            assertThat(store().rearm(second, 1, Optional.empty())).isTrue();
            assertThat(store().earliestWakeUp()).isEmpty();
        });
    }

    /** The claim of a wake-up that an append has ended guards no later append. */
    @Test
    default void a_claim_that_an_append_ended_guards_nothing_any_more() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(due("INC-1", 0, now));
            ClaimedWakeUp claim = only(store().claimWakeUps(now, 10, LEASE));
            write(due("INC-1", 1, now));

            assertThatThrownBy(() -> store().append(new AppendBuilder()
                            .addIncidents(due("INC-1", 2, now))
                            .lease(claim)
                            .build()))
                    .isInstanceOf(LeaseLostException.class);
            assertThat(store().load(id("INC-1")).orElseThrow().version()).isEqualTo(2);
        });
    }

    /** A claim guards an append that leaves its own incident as it is, and lasts on after it. */
    @Test
    default void a_claim_guards_what_is_written_to_other_incidents() {
        with(Capability.TIMERS, () -> {
            Instant now = fixture().now();
            write(due("PARENT", 0, now));
            ClaimedWakeUp lost = only(store().claimWakeUps(now, 10, LEASE));
            fixture().advance(LEASE);
            ClaimedWakeUp held = only(store().claimWakeUps(now, 10, LEASE));

            assertThatThrownBy(() -> store().append(new AppendBuilder()
                            .addIncidents(events(id("CHILD"), 0, "one"))
                            .lease(lost)
                            .build()))
                    .isInstanceOf(LeaseLostException.class);
            assertThat(store().load(id("CHILD"))).isEmpty();
            store().append(new AppendBuilder()
                    .addIncidents(events(id("CHILD"), 0, "one"))
                    .lease(held)
                    .build());
            assertThat(store().load(id("CHILD"))).isPresent();
            assertThat(store().rearm(held, 1, Optional.empty())).isTrue();
        });
    }
}
