package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.StoreException;
import dev.incidentkit.store.StoredDefinition;
import dev.incidentkit.store.VersionConflictException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The feed of all events, definitions, and maintenance. */
public interface FeedContract extends StoreContractSupport {
    private List<String> readAll(int limit) {
        List<String> seen = new ArrayList<>();
        String after = EventFeed.BEGINNING;
        while (true) {
            List<FeedEvent> events = store().read(after, limit);
            if (events.isEmpty()) {
                return seen;
            }
            for (FeedEvent event : events) {
                seen.add(event.incident().value() + "/" + event.event().sequence());
                after = event.position();
            }
        }
    }

    /** Every event comes once, and those of one incident in their order. */
    @Test
    default void every_event_comes_once_and_in_the_order_of_its_incident() {
        with(Capability.FEED, () -> {
            write(events(id("A"), 0, "one", "two"));
            write(events(id("B"), 0, "one"));
            write(events(id("A"), 2, "three"));

            assertThat(readAll(2)).containsExactlyInAnyOrder("A/1", "A/2", "B/1", "A/3");
            assertThat(readAll(2)).containsSubsequence("A/1", "A/2", "A/3");
            assertThat(readAll(100)).isEqualTo(readAll(1));
        });
    }

    /** A reader that waits sees what is written later, and nothing twice. */
    @Test
    default void a_reader_goes_on_where_it_was() {
        with(Capability.FEED, () -> {
            write(events(id("A"), 0, "one"));
            List<FeedEvent> before = store().read(EventFeed.BEGINNING, 10);
            assertThat(before).hasSize(1);
            assertThat(before.get(0).event()).isEqualTo(event(1, "one"));
            String position = before.get(0).position();
            assertThat(store().read(position, 10)).isEmpty();
            write(events(id("B"), 0, "one"));

            assertThat(store().read(position, 10))
                    .extracting(event -> event.incident().value())
                    .containsExactly("B");
        });
    }

    /** The feed is of one tenant, and what failed is not in it. */
    @Test
    default void the_feed_holds_what_was_written_for_its_tenant() {
        with(Capability.FEED, () -> {
            write(events(id("A"), 0, "one"));
            store().forTenant(new TenantId("other")).append(of(events(id("X"), 0, "one")));
            assertThatThrownBy(() -> store().append(new AppendBuilder()
                            .addIncidents(events(id("B"), 0, "one"), events(id("A"), 0, "stale"))
                            .build()))
                    .isInstanceOf(VersionConflictException.class);

            assertThat(readAll(10)).containsExactly("A/1");
        });
    }

    /** A definition is kept under its hash, once. */
    @Test
    default void a_definition_is_kept_under_its_hash() {
        with(Capability.DEFINITIONS, () -> {
            StoredDefinition definition =
                    new StoredDefinition("f00d", "itil", "content".getBytes(StandardCharsets.UTF_8));
            store().keepDefinition(definition);
            store().keepDefinition(definition);

            assertThat(store().definition("f00d")).contains(definition);
            assertThat(store().definition("beef")).isEmpty();
            assertThatThrownBy(() -> store().keepDefinition(
                                    new StoredDefinition("f00d", "itil", "other".getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("f00d");
        });
    }

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
        with(Capability.MAINTENANCE, () -> {
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
            assertThatThrownBy(() -> write(events(id("A"), 0, "again"))).isInstanceOf(ArchivedException.class);
            assertThat(store().incidents(null, 10)).isEmpty();
        });
    }
}
