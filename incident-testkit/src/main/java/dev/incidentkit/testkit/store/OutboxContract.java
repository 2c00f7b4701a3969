package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.ClaimedMessage;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.ParkPolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages that are written with events and sent afterwards. */
public interface OutboxContract extends StoreContractSupport {
    /** For how long messages are claimed here. */
    Duration CLAIM = Duration.ofMinutes(1);

    private void writeMessages(String incident, long... sequences) {
        AppendBuilder append = new AppendBuilder().addIncidents(events(id(incident), 0, "one"));
        for (long sequence : sequences) {
            append.addMessages(message(id(incident), sequence));
        }
        store().append(append.build());
    }

    private List<String> claim() {
        return store().claimMessages(10, CLAIM).stream()
                .map(claimed -> claimed.message().id())
                .toList();
    }

    /** Of an incident only the oldest message that was not delivered can be claimed. */
    @Test
    default void messages_of_an_incident_go_one_after_the_other() {
        with(Capability.OUTBOX, () -> {
            writeMessages("INC-1", 1, 2);
            List<ClaimedMessage> first = store().claimMessages(10, CLAIM);

            assertThat(first).extracting(claimed -> claimed.message().id()).containsExactly("INC-1/1");
            assertThat(first.get(0).attempts()).isEqualTo(1);
            assertThat(first.get(0).message().body())
                    .isEqualTo(message(id("INC-1"), 1).body());
            assertThat(claim()).isEmpty();
            store().delivered(first.get(0));
            assertThat(claim()).containsExactly("INC-1/2");
            assertThat(store().outboxCounts()).isEqualTo(new OutboxCounts(1, 0));
        });
    }

    /** Messages of other incidents are not held back. */
    @Test
    default void messages_of_other_incidents_are_not_held_back() {
        with(Capability.OUTBOX, () -> {
            writeMessages("INC-1", 1, 2);
            writeMessages("INC-2", 1);

            assertThat(claim()).containsExactlyInAnyOrder("INC-1/1", "INC-2/1");
        });
    }

    /** A claim runs out, and the message is claimed again, with the same name and one more attempt. */
    @Test
    default void a_claim_that_ran_out_is_claimed_again_under_the_same_name() {
        with(Capability.OUTBOX, () -> {
            writeMessages("INC-1", 1);
            ClaimedMessage first = store().claimMessages(10, CLAIM).get(0);
            fixture().advance(CLAIM);
            ClaimedMessage second = store().claimMessages(10, CLAIM).get(0);
            store().delivered(first);

            assertThat(second.message()).isEqualTo(first.message());
            assertThat(second.attempts()).isEqualTo(2);
            assertThat(store().outboxCounts())
                    .as("a claim that was lost delivers nothing")
                    .isEqualTo(new OutboxCounts(1, 0));
        });
    }

    /** A message that failed waits for its next attempt. */
    @Test
    default void a_message_that_failed_waits_for_its_next_attempt() {
        with(Capability.OUTBOX, () -> {
            writeMessages("INC-1", 1);
            ClaimedMessage claimed = store().claimMessages(10, CLAIM).get(0);
            store().failed(claimed, Duration.ofSeconds(10));

            assertThat(claim()).isEmpty();
            fixture().advance(Duration.ofSeconds(10));
            assertThat(claim()).containsExactly("INC-1/1");
        });
    }

    /** A parked message stays counted, and the next one proceeds. */
    @Test
    default void a_parked_message_stays_counted_and_the_next_proceeds() {
        with(Capability.OUTBOX, () -> {
            writeMessages("INC-1", 1, 2);
            store().park(store().claimMessages(10, CLAIM).get(0), ParkPolicy.NEXT_PROCEEDS);

            assertThat(store().outboxCounts()).isEqualTo(new OutboxCounts(1, 1));
            assertThat(claim()).containsExactly("INC-1/2");
        });
    }

    /** A parked message holds the later ones of its incident back where that is asked for, until it is dropped. */
    @Test
    default void a_parked_message_holds_the_later_ones_back_where_that_is_asked_for() {
        with(Capability.OUTBOX, () -> {
            writeMessages("INC-1", 1, 2);
            writeMessages("INC-2", 1);
            store().park(store().claimMessages(1, CLAIM).get(0), ParkPolicy.NEXT_WAITS);

            assertThat(claim()).containsExactly("INC-2/1");
            assertThat(store().discard("INC-1/1")).isTrue();
            assertThat(store().discard("INC-1/1")).isFalse();
            assertThat(claim()).containsExactly("INC-1/2");
        });
    }

    /** Parked messages are listed, and sent after all when they are resumed, under the same name and from attempt 1. */
    @Test
    default void parked_messages_are_listed_and_can_be_resumed() {
        with(Capability.OUTBOX, () -> {
            writeMessages("INC-1", 1);
            ClaimedMessage claimed = store().claimMessages(10, CLAIM).get(0);
            store().park(claimed, ParkPolicy.NEXT_PROCEEDS);
            store().park(claimed, ParkPolicy.NEXT_WAITS);

            assertThat(store().parked(10)).containsExactly(claimed.message());
            assertThat(store().resume("INC-1/1")).isTrue();
            assertThat(store().resume("INC-1/1")).isFalse();
            assertThat(store().parked(10)).isEmpty();
            assertThat(store().claimMessages(10, CLAIM)).singleElement().satisfies(again -> {
                assertThat(again.message()).isEqualTo(claimed.message());
                assertThat(again.attempts()).isEqualTo(1);
            });
        });
    }

    /** A message that was written by a node whose clock is ahead is sent at once. */
    @Test
    default void a_message_from_a_clock_that_is_ahead_does_not_wait() {
        with(Capability.OUTBOX, () -> {
            OutboxMessage ahead = message(id("INC-1"), 1);
            store().append(new AppendBuilder()
                    .addIncidents(events(id("INC-1"), 0, "one"))
                    .addMessages(new OutboxMessage(
                            ahead.id(),
                            ahead.incident(),
                            1,
                            ahead.topic(),
                            ahead.body(),
                            ahead.createdAt().plusSeconds(600)))
                    .build());

            assertThat(claim()).containsExactly("INC-1/1");
        });
    }

    private void writeMessage(TenantId tenant, String incident) {
        store().forTenant(tenant)
                .append(new AppendBuilder()
                        .addIncidents(events(id(incident), 0, "one"))
                        .addMessages(message(id(incident), 1))
                        .build());
    }

    /** A tenant with much to send does not keep others waiting, whatever their names. */
    @Test
    default void a_tenant_with_much_to_send_does_not_keep_others_waiting() {
        with(Capability.OUTBOX, () -> {
            for (int i = 0; i < 20; i++) {
                writeMessages("INC-" + i, 1);
            }
            List<TenantId> small = List.of(new TenantId("a-small-one"), new TenantId("z-small-one"));
            small.forEach(tenant -> writeMessage(tenant, "INC-1"));
            List<ClaimedMessage> claimed = store().claimMessages(4, CLAIM);

            assertThat(claimed).hasSize(4);
            assertThat(claimed).extracting(ClaimedMessage::tenant).containsAll(small);
        });
    }

    /** Where more tenants have something to send than are served at once, each has its turn. */
    @Test
    default void more_tenants_than_are_sent_for_at_once_take_turns() {
        with(Capability.OUTBOX, () -> {
            List<TenantId> tenants = IntStream.range(0, 5)
                    .mapToObj(i -> new TenantId("tenant-" + i))
                    .toList();
            for (TenantId tenant : tenants) {
                for (int i = 0; i < 10; i++) {
                    writeMessage(tenant, "INC-" + i);
                }
            }
            Set<TenantId> served = new HashSet<>();
            for (int claim = 0; claim < 5; claim++) {
                store().claimMessages(2, CLAIM).forEach(claimed -> served.add(claimed.tenant()));
            }

            assertThat(served).containsExactlyInAnyOrderElementsOf(tenants);
        });
    }

    /** Who wakes and who sends in turn through one store serves each tenant in both. */
    @Test
    default void claims_of_wake_ups_and_of_messages_do_not_disturb_each_others_turns() {
        with(EnumSet.of(Capability.OUTBOX, Capability.TIMERS), () -> {
            List<TenantId> tenants = List.of(new TenantId("tenant-0"), new TenantId("tenant-1"));
            for (TenantId tenant : tenants) {
                for (int i = 0; i < 10; i++) {
                    writeMessage(tenant, "INC-" + i);
                    store().forTenant(tenant)
                            .append(of(events(id("DUE-" + i), 0, known -> known.nextWakeUp(REPORTED_AT), "one")));
                }
            }
            Set<TenantId> woken = new HashSet<>();
            Set<TenantId> sent = new HashSet<>();
            for (int turn = 0; turn < 4; turn++) {
                store().claimWakeUps(REPORTED_AT, 1, CLAIM).forEach(claimed -> woken.add(claimed.tenant()));
                store().claimMessages(1, CLAIM).forEach(claimed -> sent.add(claimed.tenant()));
            }

            assertThat(woken).containsExactlyInAnyOrderElementsOf(tenants);
            assertThat(sent).containsExactlyInAnyOrderElementsOf(tenants);
        });
    }

    /** What is parked or put back by who lost the claim changes nothing. */
    @Test
    default void who_lost_the_claim_of_a_message_changes_nothing() {
        with(Capability.OUTBOX, () -> {
            writeMessages("INC-1", 1);
            ClaimedMessage lost = store().claimMessages(10, CLAIM).get(0);
            fixture().advance(CLAIM);
            ClaimedMessage held = store().claimMessages(10, CLAIM).get(0);
            store().park(lost, ParkPolicy.NEXT_PROCEEDS);
            store().failed(lost, Duration.ZERO);

            assertThat(claim()).as("while the claim lasts").isEmpty();
            assertThat(store().outboxCounts()).isEqualTo(new OutboxCounts(1, 0));
            store().delivered(held);
            assertThat(store().outboxCounts()).isEqualTo(new OutboxCounts(0, 0));
        });
    }

    /** Messages of every tenant are claimed through any of them. */
    @Test
    default void messages_of_every_tenant_are_claimed() {
        with(Capability.OUTBOX, () -> {
            writeMessages("INC-1", 1);
            store().forTenant(new TenantId("other"))
                    .append(new AppendBuilder()
                            .addIncidents(events(id("INC-1"), 0, "one"))
                            .addMessages(message(id("INC-1"), 1))
                            .build());

            assertThat(store().claimMessages(10, CLAIM))
                    .extracting(ClaimedMessage::tenant)
                    .containsExactlyInAnyOrder(store().tenant(), new TenantId("other"));
        });
    }
}
