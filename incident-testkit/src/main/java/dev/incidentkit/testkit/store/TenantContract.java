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
        assertThat(store().load(id("INC-1")))
                .as("the record of INC-1 must be there")
                .isPresent();
        assertThat(store().head(id("INC-1")))
                .as("the last event of INC-1 must be there")
                .isPresent();
        assertThat(store().receipt("key", fixture().now()))
                .as("the receipt of the command under its key must be there")
                .isPresent();
        assertThat(store().holder("disk-full"))
                .as("a holder of the key 'disk-full' must be there")
                .isPresent();

        assertThat(other().tenant())
                .as("the tenant of the store of another tenant")
                .isEqualTo(new TenantId("other"));
        assertThat(other().load(id("INC-1")))
                .as("the record of INC-1 of the other tenant must not be there")
                .isEmpty();
        assertThat(other().head(id("INC-1")))
                .as("the last event of INC-1 of the other tenant must not be there")
                .isEmpty();
        assertThat(other().receipt("key", fixture().now()))
                .as("the receipt of the command under its key of the other tenant must not be there")
                .isEmpty();
        assertThat(other().holder("disk-full"))
                .as("a holder of the key 'disk-full' of the other tenant must not be there")
                .isEmpty();
    }

    /** A store that was opened for another tenant leads back to the first one. */
    @Test
    default void a_store_leads_to_other_tenants_and_back() {
        write(events(id("INC-1"), 0, "one"));

        assertThat(other().forTenant(store().tenant()).load(id("INC-1")))
                .as("the record of INC-1, reached through another tenant and back, must be there")
                .isPresent();
        assertThat(other().forTenant(store().tenant()).tenant())
                .as("the tenant of a store that was reached through another tenant and back")
                .isEqualTo(store().tenant());
    }

    /** The same identity names an incident of each tenant's own. */
    @Test
    @Tag("C-07")
    default void the_same_identity_is_another_incident_of_each_tenant() {
        write(events(id("INC-1"), 0, "mine"));
        assertThat(loaded(store(), id("INC-1")).events())
                .as("the events of INC-1")
                .containsExactly(event(1, "mine"));
        other().append(of(events(id("INC-1"), 0, "theirs", "theirs too")));

        assertThat(loaded(other(), id("INC-1")).events())
                .as("the events of INC-1 of the other tenant")
                .containsExactly(event(1, "theirs"), event(2, "theirs too"));
        assertThat(other().head(id("INC-1")))
                .as("the last event of INC-1 of the other tenant")
                .contains(event(2, "theirs too"));
        write(events(id("INC-1"), 1, "mine again"));
        assertThat(store().head(id("INC-1"))).as("the last event of INC-1").contains(event(2, "mine again"));
        assertThat(other().head(id("INC-1")))
                .as("the last event of INC-1 of the other tenant")
                .contains(event(2, "theirs too"));
    }

    /** Command keys and reserved keys are each tenant's own. */
    @Test
    default void keys_are_each_tenants_own() {
        KeyReservation key = new KeyReservation("disk-full", id("INC-1"));
        store().append(new AppendBuilder()
                .receipt(receipt("key", "print", id("INC-1")))
                .addReserve(key)
                .build());
        assertThat(store().holder("disk-full"))
                .as("who holds the key 'disk-full'")
                .contains(id("INC-1"));

        assertThat(other().append(new AppendBuilder()
                                .receipt(receipt("key", "another", id("INC-2")))
                                .addReserve(new KeyReservation("disk-full", id("INC-2")))
                                .build())
                        .written())
                .as("a key that another tenant uses must be free")
                .isTrue();
        assertThat(other().holder("disk-full"))
                .as("who holds the key 'disk-full' of the other tenant")
                .contains(id("INC-2"));
        store().append(new AppendBuilder().addRelease(key).build());
        assertThat(store().holder("disk-full"))
                .as("a holder of the key 'disk-full' must not be there")
                .isEmpty();
        assertThat(other().holder("disk-full"))
                .as("who holds the key 'disk-full' of the other tenant")
                .contains(id("INC-2"));
        assertThat(store().receipt("key", fixture().now()))
                .as("the receipt of the tenant's own command")
                .hasValueSatisfying(receipt -> assertThat(receipt.fingerprint())
                        .as("the fingerprint of the tenant's own command")
                        .isEqualTo("print"));
    }

    /** A redaction reaches the tenant's own incident and no namesake. */
    @Test
    default void a_redaction_reaches_no_namesake_of_another_tenant() {
        write(events(id("INC-1"), 0, "one"));
        other().append(of(events(id("INC-1"), 0, "one")));
        assertThat(other().load(id("INC-1")))
                .as("the record of INC-1 of the other tenant must be there")
                .isPresent();
        store().append(new AppendBuilder()
                .addRedactions(new Redaction(id("INC-1"), Set.of()))
                .build());

        assertThat(lastEvent(store(), id("INC-1")).personal())
                .as("there must be none of the personal data of the last event of INC-1")
                .isEmpty();
        assertThat(lastEvent(other(), id("INC-1")).personal())
                .as("the personal data of the last event of INC-1 of the other tenant")
                .hasSize(1);
    }

    /** What is known of incidents is known to their tenant. */
    @Test
    default void what_is_found_is_the_tenants_own() {
        with(Capability.QUERIES, () -> {
            write(events(id("INC-1"), 0, known -> known.title("Printer burns"), "one"));
            assertThat(store().summary(id("INC-1")))
                    .as("what is known of INC-1 must be there")
                    .isPresent();
            assertThat(other().summary(id("INC-1")))
                    .as("anything that is known of INC-1 of the other tenant must not be there")
                    .isEmpty();
            other().append(of(events(id("INC-1"), 0, known -> known.title("Printer smokes"), "one")));

            assertThat(knownOf(other(), id("INC-1")).title())
                    .as("the title that is known of INC-1 of the other tenant")
                    .isEqualTo("Printer smokes");
            assertThat(knownOf(store(), id("INC-1")).title())
                    .as("the title that is known of INC-1")
                    .isEqualTo("Printer burns");
            assertThat(store().find(IncidentQuery.all().addWords("printer").build())
                            .incidents())
                    .as("the titles that are found by the word 'printer'")
                    .as("the page that is found")
                    .extracting(summary -> summary.title())
                    .containsExactly("Printer burns");
        });
    }

    /** A definition is kept for the tenant that keeps it. */
    @Test
    default void definitions_are_each_tenants_own() {
        with(Capability.DEFINITIONS, () -> {
            store().keepDefinition(new StoredDefinition("f00d", "itil", new byte[] {1}));
            assertThat(store().definition("f00d"))
                    .as("the definition of that hash must be there")
                    .isPresent();

            assertThat(other().definition("f00d"))
                    .as("the definition of that hash of the other tenant must not be there")
                    .isEmpty();
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
            assertThat(store().parked(10)).as("the parked messages").hasSize(1);
            assertThat(other().parked(10))
                    .as("the parked messages of the other tenant")
                    .hasSize(1);

            assertThat(other().discard("INC-1/1"))
                    .as("the other tenant must be able to drop its own parked message")
                    .isTrue();
            assertThat(other().parked(10))
                    .as("there must be none of the parked messages of the other tenant")
                    .isEmpty();
            assertThat(store().parked(10)).as("the parked messages").hasSize(1);
            assertThat(other().resume("INC-1/1"))
                    .as("the other tenant must not resume what is not its own")
                    .isFalse();
            assertThat(store().outboxCounts().parked())
                    .as("how many messages of the tenant are parked")
                    .isEqualTo(1);
        });
    }

    /** Maintenance of one tenant leaves the incidents of others as they are. */
    @Test
    default void maintenance_reaches_the_tenants_own_incidents() {
        with(EnumSet.of(Capability.MAINTENANCE, Capability.QUERIES), () -> {
            write(events(id("INC-1"), 0, "one"));
            other().append(of(events(id("INC-1"), 0, "one")));
            other().append(of(events(id("INC-2"), 0, "one")));
            assertThat(store().load(id("INC-1")))
                    .as("the record of INC-1 must be there")
                    .isPresent();
            assertThat(store().incidents(null, 10))
                    .as("the incidents that maintenance lists")
                    .containsExactly(id("INC-1"));

            other().repair(new IncidentSummaryBuilder()
                    .from(summary(id("INC-1"), 1))
                    .status("MENDED")
                    .build());
            assertThat(knownOf(store(), id("INC-1")).status())
                    .as("the status that is known of INC-1")
                    .isEqualTo("IN_PROGRESS");
            other().archive(id("INC-1"), 1, "s3://theirs");
            assertThat(store().load(id("INC-1")))
                    .as("the record of INC-1 must be there")
                    .isPresent();
            assertThatThrownBy(() -> other().load(id("INC-1")), "an archived incident must say where it is")
                    .isInstanceOf(ArchivedException.class);
            assertThat(other().incidents(null, 10))
                    .as("the incidents that maintenance lists of the other tenant")
                    .containsExactly(id("INC-2"));
        });
    }
}
