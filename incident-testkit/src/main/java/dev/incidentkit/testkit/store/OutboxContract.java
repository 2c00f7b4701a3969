package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.ClaimedMessage;
import dev.incidentkit.store.OutboxCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
            store().failed(claimed, fixture().now().plusSeconds(10));

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
            store().failed(store().claimMessages(10, CLAIM).get(0), Instant.MAX);

            assertThat(store().outboxCounts()).isEqualTo(new OutboxCounts(1, 1));
            assertThat(claim()).containsExactly("INC-1/2");
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
