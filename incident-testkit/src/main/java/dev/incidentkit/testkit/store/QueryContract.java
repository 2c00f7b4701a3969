package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentQuery.Order;
import dev.incidentkit.store.IncidentQueryBuilder;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Finding incidents by what is known of them. */
public interface QueryContract extends StoreContractSupport {
    private void known(String name, UnaryOperator<IncidentSummaryBuilder> known) {
        write(events(id(name), 0, known, "one"));
    }

    private List<String> found(IncidentQueryBuilder query) {
        return store().find(query.order(Order.IDENTITY).build()).incidents().stream()
                .map(summary -> summary.incident().value())
                .toList();
    }

    /** What was written last is known. */
    @Test
    default void what_was_written_last_is_known() {
        with(Capability.QUERIES, () -> {
            known("INC-1", known -> known.status("NEW").phase(Phase.NEW));
            write(events(id("INC-1"), 1, known -> known.nextBreach(REPORTED_AT.plusSeconds(9)), "two"));

            assertThat(store().summary(id("INC-1")).orElseThrow())
                    .isEqualTo(new IncidentSummaryBuilder()
                            .from(summary(id("INC-1"), 2))
                            .nextBreach(REPORTED_AT.plusSeconds(9))
                            .build());
        });
    }

    /** Each condition finds what meets it and nothing else. */
    @Test
    default void each_condition_finds_what_meets_it() {
        with(Capability.QUERIES, () -> {
            known(
                    "A",
                    known -> known.status("NEW").phase(Phase.NEW).priority("P1").priorityRank(0));
            known("B", known -> known.ownerGroup("network").ownerPerson("ann").number("4711"));
            known("C", known -> known);
            known("D", known -> known);

            assertThat(found(IncidentQuery.all().addStatuses("NEW"))).containsExactly("A");
            assertThat(found(IncidentQuery.all().addPhases(Phase.ACTIVE))).containsExactly("B", "C", "D");
            assertThat(found(IncidentQuery.all().addPriorities("P1", "P2"))).containsExactly("A");
            assertThat(found(IncidentQuery.all().ownerGroup("network"))).containsExactly("B");
            assertThat(found(IncidentQuery.all().ownerPerson("ann"))).containsExactly("B");
            assertThat(found(IncidentQuery.all().number("4711"))).containsExactly("B");
            assertThat(found(IncidentQuery.all().addStatuses("NEW").ownerGroup("network")))
                    .isEmpty();
        });
    }

    /** A category is found with those below it, a service and a reference by their whole names. */
    @Test
    default void what_is_affected_is_found() {
        with(Capability.QUERIES, () -> {
            known("A", known -> known.category("net").addServices("mail").addExternalReferences("JIRA-51"));
            known("C", known -> known.category("network/vpn").addServices("vpn").addExternalReferences("JIRA-5"));

            assertThat(found(IncidentQuery.all().service("vpn"))).containsExactly("C");
            assertThat(found(IncidentQuery.all().category("network"))).containsExactly("C");
            assertThat(found(IncidentQuery.all().category("network/vp"))).isEmpty();
            assertThat(found(IncidentQuery.all().externalReference("JIRA-5"))).containsExactly("C");
        });
    }

    /** Spans of time hold their beginning and not their end. */
    @Test
    default void each_span_finds_what_falls_into_it() {
        with(Capability.QUERIES, () -> {
            Instant later = REPORTED_AT.plusSeconds(60);
            List.of("A", "B", "C").forEach(id -> known(id, known -> known));
            known("D", known -> known.reportedAt(later).resolvedAt(later).nextBreach(later));

            assertThat(found(IncidentQuery.all().reportedFrom(later))).containsExactly("D");
            assertThat(found(IncidentQuery.all().reportedBefore(later))).containsExactly("A", "B", "C");
            assertThat(found(IncidentQuery.all().resolvedFrom(later))).containsExactly("D");
            assertThat(found(IncidentQuery.all().resolvedBefore(later))).isEmpty();
            assertThat(found(IncidentQuery.all().breachBefore(later.plusMillis(1))))
                    .containsExactly("D");
        });
    }

    /** Words are found by their beginnings, whatever their case. */
    @Test
    default void words_of_titles_are_found_by_their_beginnings() {
        with(Capability.QUERIES, () -> {
            known("A", known -> known.title("Nobody can PRINT in Zürich"));
            known("B", known -> known.title("The printer burns; 100% sure_"));

            assertThat(found(IncidentQuery.all().addWords("print"))).containsExactly("A", "B");
            assertThat(found(IncidentQuery.all().addWords("print", "zür"))).containsExactly("A");
            assertThat(found(IncidentQuery.all().addWords("rint"))).isEmpty();
            assertThat(found(IncidentQuery.all().addWords("100"))).containsExactly("B");
        });
    }

    /** Indexed attributes are found by their exact values. */
    @Test
    default void attributes_are_found_by_their_values() {
        with(Capability.QUERIES, () -> {
            known("A", known -> known.attributes(new TreeMap<>(Map.of("region", AttributeValue.of("EU")))));
            known("B", known -> known.attributes(new TreeMap<>(Map.of("region", AttributeValue.of("US")))));

            assertThat(found(IncidentQuery.all().putAttributes("region", AttributeValue.of("EU"))))
                    .containsExactly("A");
            assertThat(found(IncidentQuery.all().putAttributes("tier", AttributeValue.of("EU"))))
                    .isEmpty();
        });
    }

    /** Each order is kept across pages, and every incident comes once. */
    @Test
    default void pages_follow_each_other_in_every_order() {
        with(Capability.QUERIES, () -> {
            for (int i = 0; i < 25; i++) {
                int rank = i % 3;
                Instant breach = i % 4 == 0 ? null : REPORTED_AT.plusSeconds(i % 5);
                Instant reported = REPORTED_AT.plusSeconds(i % 7);
                known(
                        "INC-" + (char) ('a' + i),
                        known -> known.priorityRank(rank).nextBreach(breach).reportedAt(reported));
            }
            for (Order order : Order.values()) {
                List<String> all =
                        ids(store().find(IncidentQuery.all().order(order).build()));
                List<String> paged = pageByPage(order);

                assertThat(paged).as("pages in the order %s", order).hasSize(25).isEqualTo(all);
            }
        });
    }

    private List<String> pageByPage(Order order) {
        List<String> paged = new ArrayList<>();
        String after = null;
        do {
            Page page = store().find(IncidentQuery.all()
                    .order(order)
                    .limit(4)
                    .after(after)
                    .build());
            paged.addAll(ids(page));
            after = page.next();
        } while (after != null);
        return paged;
    }

    private static List<String> ids(Page page) {
        return page.incidents().stream()
                .map(summary -> summary.incident().value())
                .toList();
    }

    /** The order in which to work: by priority, then the next breach, then age. */
    @Test
    default void the_work_queue_is_by_priority_then_breach_then_age() {
        with(Capability.QUERIES, () -> {
            known("OLD-P2", known -> known.priorityRank(1).reportedAt(REPORTED_AT.minusSeconds(99)));
            known("P1", known -> known.priorityRank(0));
            known("P2-BREACHES", known -> known.priorityRank(1).nextBreach(REPORTED_AT.plusSeconds(1)));
            known("P2", known -> known.priorityRank(1));

            assertThat(ids(store().find(
                                    IncidentQuery.all().order(Order.WORK_QUEUE).build())))
                    .containsExactly("P1", "P2-BREACHES", "OLD-P2", "P2");
        });
    }

    /** A page goes on in the right place even if its last incident has changed since. */
    @Test
    default void a_cursor_survives_a_change_of_the_incident_that_it_names() {
        with(Capability.QUERIES, () -> {
            known("A", known -> known.priorityRank(0));
            known("B", known -> known.priorityRank(1));
            known("C", known -> known.priorityRank(2));
            Page first = store().find(
                            IncidentQuery.all().order(Order.WORK_QUEUE).limit(1).build());
            assertThat(ids(first)).containsExactly("A");
            write(events(id("A"), 1, known -> known.priorityRank(4), "two"));

            assertThat(ids(store().find(IncidentQuery.all()
                            .order(Order.WORK_QUEUE)
                            .limit(2)
                            .after(first.next())
                            .build())))
                    .containsExactly("B", "C");
        });
    }

    /** A cursor that is none is refused. */
    @Test
    default void a_cursor_that_is_none_is_refused() {
        with(Capability.QUERIES, () -> {
            known("A", UnaryOperator.identity());
            assertThat(found(IncidentQuery.all())).containsExactly("A");
            IncidentQuery query = IncidentQuery.all()
                    .order(Order.WORK_QUEUE)
                    .after("nonsense")
                    .build();

            assertThatThrownBy(() -> store().find(query))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nonsense");
        });
    }
}
