package dev.incidentkit.store.jdbc;

import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.SearchTerms;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a query asks of words, services, references, categories and attributes. */
final class TermConditions {
    /**
     * Up to so many incidents are looked up and sorted; of more, some will be met soon in the order of the page. 10,000 take
     * some 50 ms to look up, and one of a hundred among 1,000,000 is met as fast.
     */
    static final int FEW = 10_000;

    /** No text begins with this and goes on: the end of what begins with a prefix. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private TermConditions() {}

    /**
     * One condition.
     *
     * @param kind the kind of term
     * @param from the term, or the first of several
     * @param before before which the last one is; null where one is meant
     */
    record Condition(String kind, String from, @Nullable String before) {
        /** {@return the select of the incidents that meet it} */
        String select(String what) {
            return "select " + what + " from ik_term t where t.tenant = ? and t.kind = ? and "
                    + (before == null ? "t.term = ?" : "t.term >= ? and t.term < ?");
        }

        List<Object> values(String tenant) {
            return before == null ? List.of(tenant, kind, from) : List.of(tenant, kind, from, before);
        }
    }

    static List<Condition> of(IncidentQuery query) {
        List<Condition> all = new ArrayList<>();
        add(all, Terms.SERVICE, query.service());
        add(all, Terms.REFERENCE, query.externalReference());
        add(all, Terms.CATEGORY, query.category());
        query.attributes().forEach((name, value) -> {
            Terms.Term term = Terms.attribute(name, value);
            all.add(new Condition(term.kind(), term.text(), null));
        });
        query.words().stream()
                .flatMap(wanted -> SearchTerms.words(wanted).stream())
                .forEach(word -> all.add(new Condition(Terms.WORD, word, word + LAST)));
        return all;
    }

    private static void add(List<Condition> all, String kind, @Nullable String wanted) {
        if (wanted != null) {
            all.add(new Condition(kind, Terms.cut(wanted), null));
        }
    }

    /** Asks the database which conditions at most {@link #FEW} incidents meet. */
    static Set<Condition> rare(Connection connection, String tenant, List<Condition> all) throws SQLException {
        String counts = all.stream()
                .map(each -> "(select count(*) from (" + each.select("1") + " limit ?) x)")
                .collect(Collectors.joining(", "));
        List<Object> values = new ArrayList<>();
        for (Condition each : all) {
            values.addAll(each.values(tenant));
            values.add(FEW + 1);
        }
        Set<Condition> rare = new LinkedHashSet<>();
        Sql.list(
                connection,
                "select " + counts,
                row -> {
                    for (int i = 0; i < all.size(); i++) {
                        if (row.getLong(i + 1) <= FEW) {
                            rare.add(all.get(i));
                        }
                    }
                    return rare;
                },
                values.toArray());
        return rare;
    }
}
