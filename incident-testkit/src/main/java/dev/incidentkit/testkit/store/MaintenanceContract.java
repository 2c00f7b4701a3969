package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.LegalHoldException;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.ReadCondition;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.VersionConflictException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rebuilding, archive and legal hold. */
public interface MaintenanceContract extends StoreContractSupport {
    /** Incidents are listed by identity, a part at a time. */
    @Test
    default void incidents_are_listed_a_part_at_a_time() {
        with(Capability.MAINTENANCE, () -> {
            write(events(id("C"), 0, "one"));
            write(events(id("A"), 0, "one"));
            write(events(id("B"), 0, "one"));

            assertThat(store().incidents(null, 2)).containsExactly(id("A"), id("B"));
            assertThat(store().incidents(id("B"), 2)).containsExactly(id("C"));
        });
    }

    /** What is derived is replaced by what was computed anew, unless the record has moved on. */
    @Test
    default void what_is_derived_is_repaired_for_the_version_that_it_was_computed_from() {
        with(EnumSet.of(Capability.MAINTENANCE, Capability.QUERIES), () -> {
            write(events(id("A"), 0, "one"));
            IncidentSummary right = new IncidentSummaryBuilder()
                    .from(summary(id("A"), 1))
                    .status("MENDED")
                    .build();
            IncidentSummary stale = new IncidentSummaryBuilder()
                    .from(right)
                    .version(7)
                    .status("STALE")
                    .build();

            assertThat(store().repair(right)).isTrue();
            assertThat(store().repair(stale)).isFalse();
            assertThat(store().summary(id("A")).orElseThrow().status()).isEqualTo("MENDED");
        });
    }

    /** An archived incident answers where it is, and begins no second life. */
    @Test
    default void an_archived_incident_answers_where_it_is() {
        with(Capability.MAINTENANCE, () -> {
            write(events(id("A"), 0, "one"));
            assertThat(store().incidents(null, 10)).containsExactly(id("A"));
            assertThatThrownBy(() -> store().archive(id("A"), 2, "s3://old"))
                    .isInstanceOf(VersionConflictException.class);
            store().archive(id("A"), 1, "s3://old");

            assertThatThrownBy(() -> store().load(id("A")))
                    .isInstanceOfSatisfying(
                            ArchivedException.class,
                            archived -> assertThat(archived.target()).isEqualTo("s3://old"));
            assertThatThrownBy(() -> store().head(id("A"))).isInstanceOf(ArchivedException.class);
            for (long sequence = 0; sequence <= 2; sequence++) {
                long asked = sequence;
                assertThatThrownBy(() -> store().event(id("A"), asked)).isInstanceOf(ArchivedException.class);
            }
            assertThatThrownBy(() -> write(events(id("A"), 0, "again"))).isInstanceOf(ArchivedException.class);
            assertThatThrownBy(() -> write(events(id("A"), 1, "on"))).isInstanceOf(ArchivedException.class);
            assertThatThrownBy(() -> store().append(new AppendBuilder()
                            .addIncidents(events(id("B"), 0, "one"))
                            .addConditions(new ReadCondition(id("A"), 1))
                            .build()))
                    .isInstanceOf(ArchivedException.class);
            assertThat(store().load(id("B"))).isEmpty();
            assertThat(store().incidents(null, 10)).isEmpty();
        });
    }

    /** Of an archived incident nothing is left but where it is: no summary, message, receipt or key. */
    @Test
    default void of_an_archived_incident_nothing_is_left() {
        with(EnumSet.of(Capability.MAINTENANCE, Capability.QUERIES, Capability.TIMERS, Capability.OUTBOX), () -> {
            store().append(new AppendBuilder()
                    .addIncidents(events(
                            id("A"), 0, known -> known.nextWakeUp(REPORTED_AT).addServices("vpn"), "one"))
                    .receipt(receipt("key", "print", id("A")))
                    .addReserve(new KeyReservation("disk-full", id("A")))
                    .addMessages(message(id("A"), 1))
                    .build());
            store().archive(id("A"), 1, "s3://old");

            assertThat(store().summary(id("A"))).isEmpty();
            assertThat(store().find(IncidentQuery.all().service("vpn").build()).incidents())
                    .isEmpty();
            assertThat(store().earliestWakeUp()).isEmpty();
            assertThat(store().outboxCounts()).isEqualTo(new OutboxCounts(0, 0));
            assertThat(store().receipt("key", fixture().now())).isEmpty();
            assertThat(store().holder("disk-full")).isEmpty();
            assertThatThrownBy(() -> store().archive(id("A"), 1, "s3://twice")).isInstanceOf(ArchivedException.class);
        });
    }

    /** A legal hold blocks archive and redaction until it is lifted. */
    @Test
    @Tag("C-150")
    default void a_legal_hold_blocks_archive_and_redaction_until_it_is_lifted() {
        with(Capability.MAINTENANCE, () -> {
            write(events(id("A"), 0, known -> known.legalHold(true), "one"));
            assertThat(store().incidents(null, 10)).containsExactly(id("A"));

            assertThatThrownBy(() -> store().archive(id("A"), 1, "s3://old"))
                    .isInstanceOfSatisfying(
                            LegalHoldException.class,
                            held -> assertThat(held.incident()).isEqualTo(id("A")));
            assertThatThrownBy(() -> store().append(new AppendBuilder()
                            .addRedactions(new Redaction(id("A"), Set.of()))
                            .build()))
                    .isInstanceOf(LegalHoldException.class);
            assertThat(store().load(id("A")).orElseThrow().events().get(0).personal())
                    .hasSize(1);

            write(events(id("A"), 1, "lifted"));
            store().archive(id("A"), 2, "s3://old");
            assertThat(store().incidents(null, 10)).isEmpty();
        });
    }

    /** Repairing is refused for what was archived or never was. */
    @Test
    default void what_is_not_there_is_not_repaired() {
        with(Capability.MAINTENANCE, () -> {
            assertThat(store().repair(summary(id("A"), 1))).isFalse();
            write(events(id("A"), 0, "one"));
            assertThat(store().repair(summary(id("A"), 1))).isTrue();
            store().archive(id("A"), 1, "s3://old");
            assertThat(store().repair(summary(id("A"), 1))).isFalse();
        });
    }
}
