package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.ClaimedMessage;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.ParkPolicy;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.StoredDefinition;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tenants have nothing in common but the runners that serve them. Each test reads through one tenant's store before it
 * looks through another's, so that what a store keeps of its reading shows too.
 */
public interface TenantContract extends StoreContractSupport {
    private IncidentStore other() {
        return store().forTenant(new TenantId("other"));
    }

    /** What one tenant writes, another does not see. */
    @Test
    @Tag("C-07")
    default void tenants_do_not_see_each_other() {
        write(events(id("INC-1"), 0, "one"));
        store().append(new AppendBuilder()
                .receipt(receipt("key", "print", id("INC-1")))
                .addReserve(new KeyReservation("disk-full", id("INC-1")))
                .build());
        assertThat(store().load(id("INC-1"))).isPresent();
        assertThat(store().head(id("INC-1"))).isPresent();
        assertThat(store().event(id("INC-1"), 1)).isPresent();
        assertThat(store().receipt("key", fixture().now())).isPresent();
        assertThat(store().holder("disk-full")).isPresent();

        assertThat(other().tenant()).isEqualTo(new TenantId("other"));
        assertThat(other().load(id("INC-1"))).isEmpty();
        assertThat(other().head(id("INC-1"))).isEmpty();
        assertThat(other().event(id("INC-1"), 1)).isEmpty();
        assertThat(other().receipt("key", fixture().now())).isEmpty();
        assertThat(other().holder("disk-full")).isEmpty();
    }

    /** A store that was opened for another tenant leads back to the first one. */
    @Test
    default void a_store_leads_to_other_tenants_and_back() {
        write(events(id("INC-1"), 0, "one"));

        assertThat(other().forTenant(store().tenant()).load(id("INC-1"))).isPresent();
        assertThat(other().forTenant(store().tenant()).tenant()).isEqualTo(store().tenant());
    }

    /** The same identity names an incident of each tenant's own. */
    @Test
    @Tag("C-07")
    default void the_same_identity_is_another_incident_of_each_tenant() {
        write(events(id("INC-1"), 0, "mine"));
        assertThat(store().load(id("INC-1")).orElseThrow().events()).containsExactly(event(1, "mine"));
        other().append(of(events(id("INC-1"), 0, "theirs", "theirs too")));

        assertThat(other().load(id("INC-1")).orElseThrow().events())
                .containsExactly(event(1, "theirs"), event(2, "theirs too"));
        assertThat(other().head(id("INC-1"))).contains(event(2, "theirs too"));
        write(events(id("INC-1"), 1, "mine again"));
        assertThat(store().head(id("INC-1"))).contains(event(2, "mine again"));
        assertThat(other().head(id("INC-1"))).contains(event(2, "theirs too"));
    }

    /** Command keys and reserved keys are each tenant's own. */
    @Test
    default void keys_are_each_tenants_own() {
        KeyReservation key = new KeyReservation("disk-full", id("INC-1"));
        store().append(new AppendBuilder()
                .receipt(receipt("key", "print", id("INC-1")))
                .addReserve(key)
                .build());
        assertThat(store().holder("disk-full")).contains(id("INC-1"));

        assertThat(other().append(new AppendBuilder()
                                .receipt(receipt("key", "another", id("INC-2")))
                                .addReserve(new KeyReservation("disk-full", id("INC-2")))
                                .build())
                        .written())
                .isTrue();
        assertThat(other().holder("disk-full")).contains(id("INC-2"));
        store().append(new AppendBuilder().addRelease(key).build());
        assertThat(store().holder("disk-full")).isEmpty();
        assertThat(other().holder("disk-full")).contains(id("INC-2"));
        assertThat(store().receipt("key", fixture().now()).orElseThrow().fingerprint())
                .isEqualTo("print");
    }

    /** A redaction reaches the tenant's own incident and no namesake. */
    @Test
    default void a_redaction_reaches_no_namesake_of_another_tenant() {
        write(events(id("INC-1"), 0, "one"));
        other().append(of(events(id("INC-1"), 0, "one")));
        assertThat(other().load(id("INC-1"))).isPresent();
        store().append(new AppendBuilder()
                .addRedactions(new Redaction(id("INC-1"), Set.of()))
                .build());

        assertThat(store().head(id("INC-1")).orElseThrow().personal()).isEmpty();
        assertThat(other().head(id("INC-1")).orElseThrow().personal()).hasSize(1);
    }

    /** What is known of incidents is known to their tenant. */
    @Test
    default void what_is_found_is_the_tenants_own() {
        with(Capability.QUERIES, () -> {
            write(events(id("INC-1"), 0, known -> known.title("Printer burns"), "one"));
            assertThat(store().summary(id("INC-1"))).isPresent();
            assertThat(other().summary(id("INC-1"))).isEmpty();
            other().append(of(events(id("INC-1"), 0, known -> known.title("Printer smokes"), "one")));

            assertThat(other().summary(id("INC-1")).orElseThrow().title()).isEqualTo("Printer smokes");
            assertThat(store().summary(id("INC-1")).orElseThrow().title()).isEqualTo("Printer burns");
            assertThat(store().find(IncidentQuery.all().addWords("printer").build())
                            .incidents())
                    .extracting(summary -> summary.title())
                    .containsExactly("Printer burns");
        });
    }

    /** A definition is kept for the tenant that keeps it. */
    @Test
    default void definitions_are_each_tenants_own() {
        with(Capability.DEFINITIONS, () -> {
            store().keepDefinition(new StoredDefinition("f00d", "itil", new byte[] {1}));
            assertThat(store().definition("f00d")).isPresent();

            assertThat(other().definition("f00d")).isEmpty();
        });
    }

    private void park(IncidentStore store) {
        OutboxMessage message = message(id("INC-1"), 1);
        store.append(new AppendBuilder()
                .addIncidents(events(id("INC-1"), 0, "one"))
                .addMessages(message)
                .build());
        for (ClaimedMessage claimed : store.claimMessages(10, Duration.ofMinutes(1))) {
            store.park(claimed, ParkPolicy.NEXT_PROCEEDS);
        }
    }

    /** Parked messages are settled by their tenant. */
    @Test
    default void parked_messages_are_each_tenants_own() {
        with(Capability.OUTBOX, () -> {
            park(store());
            park(other());
            assertThat(store().parked(10)).hasSize(1);
            assertThat(other().parked(10)).hasSize(1);

            assertThat(other().discard("INC-1/1")).isTrue();
            assertThat(other().parked(10)).isEmpty();
            assertThat(store().parked(10)).hasSize(1);
            assertThat(other().resume("INC-1/1")).isFalse();
            assertThat(store().outboxCounts().parked()).isEqualTo(1);
        });
    }

    /** Maintenance of one tenant leaves the incidents of others as they are. */
    @Test
    default void maintenance_reaches_the_tenants_own_incidents() {
        with(EnumSet.of(Capability.MAINTENANCE, Capability.QUERIES), () -> {
            write(events(id("INC-1"), 0, "one"));
            other().append(of(events(id("INC-1"), 0, "one")));
            other().append(of(events(id("INC-2"), 0, "one")));
            assertThat(store().load(id("INC-1"))).isPresent();
            assertThat(store().incidents(null, 10)).containsExactly(id("INC-1"));

            other().repair(new IncidentSummaryBuilder()
                    .from(summary(id("INC-1"), 1))
                    .status("MENDED")
                    .build());
            assertThat(store().summary(id("INC-1")).orElseThrow().status()).isEqualTo("IN_PROGRESS");
            other().archive(id("INC-1"), 1, "s3://theirs");
            assertThat(store().load(id("INC-1"))).isPresent();
            assertThatThrownBy(() -> other().load(id("INC-1"))).isInstanceOf(ArchivedException.class);
            assertThat(other().incidents(null, 10)).containsExactly(id("INC-2"));
        });
    }
}
