package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentQuery.Order;
import dev.incidentkit.store.IncidentQueryBuilder;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
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
            known("E", known -> known.status("CLOSED").phase(Phase.CLOSED).endedAt(later));

            assertThat(found(IncidentQuery.all().reportedFrom(later))).containsExactly("D");
            assertThat(found(IncidentQuery.all().reportedBefore(later))).containsExactly("A", "B", "C", "E");
            assertThat(found(IncidentQuery.all().resolvedFrom(later))).containsExactly("D");
            assertThat(found(IncidentQuery.all().resolvedBefore(later))).isEmpty();
            assertThat(found(IncidentQuery.all().endedFrom(later))).containsExactly("E");
            assertThat(found(IncidentQuery.all().endedBefore(later))).isEmpty();
            assertThat(found(IncidentQuery.all().breachBefore(later.plusMillis(1))))
                    .containsExactly("D");
        });
    }

    /** Words of title, number and references are found by their beginnings, whatever their case. */
    @Test
    default void words_are_found_by_their_beginnings() {
        with(Capability.QUERIES, () -> {
            known("A", known -> known.title("Nobody can PRINT in Zürich"));
            known("B", known -> known.title("The printer burns; 100% sure_"));
            known("C", known -> known.number("INC-4711").addExternalReferences("JIRA-52", "JIRA-53"));

            assertThat(found(IncidentQuery.all().addWords("print"))).containsExactly("A", "B");
            assertThat(found(IncidentQuery.all().addWords("print", "zür"))).containsExactly("A");
            assertThat(found(IncidentQuery.all().addWords("rint"))).isEmpty();
            assertThat(found(IncidentQuery.all().addWords("100"))).containsExactly("B");
            assertThat(found(IncidentQuery.all().addWords("inc-47"))).containsExactly("C");
            assertThat(found(IncidentQuery.all().addWords("jira", "53"))).containsExactly("C");
            assertThat(found(IncidentQuery.all().addWords("jira", "54"))).isEmpty();
        });
    }

    /** What changes is found under what it is now, and no longer under what it was. */
    @Test
    default void what_changes_is_found_under_what_it_is_now() {
        with(Capability.QUERIES, () -> {
            write(events(
                    id("A"),
                    0,
                    known -> known.title("Printer burns").addServices("print").category("hardware"),
                    "one"));
            write(events(
                    id("A"),
                    1,
                    known -> known.title("Scanner burns").addServices("scan").category("network"),
                    "two"));

            assertThat(found(IncidentQuery.all().addWords("scanner", "burns"))).containsExactly("A");
            assertThat(found(IncidentQuery.all().addWords("printer"))).isEmpty();
            assertThat(found(IncidentQuery.all().service("scan"))).containsExactly("A");
            assertThat(found(IncidentQuery.all().service("print"))).isEmpty();
            assertThat(found(IncidentQuery.all().category("hardware"))).isEmpty();
        });
    }

    /** All that is known of an incident comes back, hostile texts included. */
    @Test
    default void all_that_is_known_comes_back() {
        with(Capability.QUERIES, () -> {
            SortedMap<String, AttributeValue> attributes = hostileAttributes();
            UnaryOperator<IncidentSummaryBuilder> all = known -> hostile(known).attributes(attributes);
            write(events(id("A"), 0, all, "one"));

            assertThat(store().summary(id("A")))
                    .contains(all.apply(new IncidentSummaryBuilder().from(summary(id("A"), 1)))
                            .build());
            attributes.forEach(
                    (name, value) -> assertThat(found(IncidentQuery.all().putAttributes(name, value)))
                            .as("found by %s", name)
                            .containsExactly("A"));
            assertThat(found(IncidentQuery.all()
                            .number("INC\u0000 1 ")
                            .category("a/b\u0000")
                            .ownerGroup("network \u0000")
                            .ownerPerson("\u0000Ann")))
                    .containsExactly("A");
            assertThat(found(IncidentQuery.all().ownerGroup("network"))).isEmpty();
            assertThat(found(IncidentQuery.all().ownerPerson("ann"))).isEmpty();
        });
    }

    private static SortedMap<String, AttributeValue> hostileAttributes() {
        SortedMap<String, AttributeValue> attributes = new TreeMap<>();
        attributes.put("text", AttributeValue.of("'; drop table x; -- ?"));
        attributes.put("personal", AttributeValue.personal("Bob"));
        attributes.put("number", AttributeValue.of(new BigDecimal("-12.50")));
        attributes.put("flag", AttributeValue.of(true));
        attributes.put("moment", AttributeValue.of(REPORTED_AT));
        attributes.put("span", AttributeValue.of(Duration.ofMillis(1)));
        attributes.put("level", AttributeValue.of(new CustomLevel("tier", "GOLD", 1)));
        attributes.put("names", AttributeValue.of(Set.of("a", "b/c=d")));
        return attributes;
    }

    private static IncidentSummaryBuilder hostile(IncidentSummaryBuilder known) {
        return known.title("\u0000 100% \uD83D\uDD25 \\' \" ?")
                .number("INC\u0000 1 ")
                .category("a/b\u0000")
                .ownerGroup("network \u0000")
                .ownerPerson("\u0000Ann")
                .addServices("vpn", "mail")
                .addExternalReferences("JIRA-1", "?")
                .resolvedAt(REPORTED_AT.plusMillis(1))
                .endedAt(REPORTED_AT.plusMillis(2))
                .nextBreach(REPORTED_AT.plusMillis(3))
                .nextWakeUp(REPORTED_AT.plusMillis(4))
                .legalHold(true);
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
    @Tag("C-123")
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
            assertThat(page.incidents()).isNotEmpty().hasSizeLessThanOrEqualTo(4);
            paged.addAll(ids(page));
            assertThat(paged).as("pages in the order %s", order).hasSizeLessThanOrEqualTo(25);
            after = page.next();
        } while (after != null);
        return paged;
    }

    private static List<String> ids(Page page) {
        return page.incidents().stream()
                .map(summary -> summary.incident().value())
                .toList();
    }

    /** The order in which to work: open ones, by priority, then the next breach, then age. */
    @Test
    @Tag("C-61")
    default void the_work_queue_is_by_priority_then_breach_then_age() {
        with(Capability.QUERIES, () -> {
            known("OLD-P2", known -> known.priorityRank(1).reportedAt(REPORTED_AT.minusSeconds(99)));
            known("P1", known -> known.priorityRank(0));
            known("P1-CLOSED", known -> known.priorityRank(0).phase(Phase.CLOSED));
            known("P2-BREACHES", known -> known.priorityRank(1).nextBreach(REPORTED_AT.plusSeconds(1)));
            known("P2", known -> known.priorityRank(1));

            assertThat(ids(store().find(
                                    IncidentQuery.all().order(Order.WORK_QUEUE).build())))
                    .containsExactly("P1", "P2-BREACHES", "OLD-P2", "P2", "P1-CLOSED");
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

    /** Whatever is searched for is data: it finds what is there, and breaks nothing. */
    @Test
    default void hostile_searches_find_nothing_and_break_nothing() {
        with(Capability.QUERIES, () -> {
            known("A", known -> known.title("VPN is down").ownerGroup("network").number("4711"));
            assertThat(found(IncidentQuery.all().addWords("vpn"))).containsExactly("A");

            for (String hostile : List.of(
                    "' or '1'='1", "\u0000", "%", "_", "\\", "\uD83D\uDD25", "\uDBFF\uDFFF", "4711\u0000", "?")) {
                assertThat(List.of(
                                found(IncidentQuery.all().addStatuses(hostile)),
                                found(IncidentQuery.all().addPriorities(hostile)),
                                found(IncidentQuery.all().ownerGroup(hostile)),
                                found(IncidentQuery.all().ownerPerson(hostile)),
                                found(IncidentQuery.all().number(hostile)),
                                found(IncidentQuery.all().service(hostile)),
                                found(IncidentQuery.all().category(hostile)),
                                found(IncidentQuery.all().externalReference(hostile)),
                                found(IncidentQuery.all().putAttributes("region", AttributeValue.of(hostile)))))
                        .as("searches for '%s'", hostile)
                        .allMatch(List::isEmpty);
            }
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
