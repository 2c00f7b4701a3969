package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentQuery.Order;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query as SQL. */
final class FindSql {
    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final boolean rowValues;
    private final List<TermConditions.Condition> terms;
    private final Set<TermConditions.Condition> listed;

    private FindSql(boolean rowValues, List<TermConditions.Condition> terms, Set<TermConditions.Condition> listed) {
        this.rowValues = rowValues;
        this.terms = terms;
        this.listed = listed;
    }

    /**
     * Writes a query. A planner does not know where in the order of a page those are that meet a condition on terms: it may
     * walk the whole table to find them. Where it can be told to look them up, and they are few, it is told so.
     */
    static FindSql of(Connection connection, String tenant, IncidentQuery query, Dialect.Fragments fragments)
            throws SQLException {
        List<TermConditions.Condition> terms = TermConditions.of(query);
        Set<TermConditions.Condition> listed =
                terms.isEmpty() || !fragments.arrays() ? Set.of() : TermConditions.rare(connection, tenant, terms);
        FindSql find = new FindSql(fragments.rowValues(), terms, listed);
        find.build(tenant, query);
        return find;
    }

    String sql() {
        return sql.toString();
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }

    private void build(String tenant, IncidentQuery query) {
        sql.append("select ").append(SummaryRows.COLUMNS).append(" from ik_incident i where i.archived_to is null");
        and("i.tenant = ?", tenant);
        anyOf("i.status", query.statuses());
        phases(query.phases());
        anyOf("i.priority", query.priorities());
        same("i.owner_group", query.ownerGroup());
        same("i.owner_person", query.ownerPerson());
        same("i.number_text", query.number());
        within("i.reported_at", query.reportedFrom(), query.reportedBefore());
        within("i.resolved_at", query.resolvedFrom(), query.resolvedBefore());
        within("i.ended_at", query.endedFrom(), query.endedBefore());
        within("i.next_breach", null, query.breachBefore());
        terms(tenant);
        order(query);
        sql.append(" limit ?");
        values.add(query.limit() + 1);
    }

    private void and(String condition, @Nullable Object... more) {
        sql.append(" and ").append(condition);
        values.addAll(Arrays.asList(more));
    }

    private void anyOf(String column, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            and(
                    column + " in (" + Sql.marks(wanted.size()) + ")",
                    wanted.stream().map(Sql::clean).toArray());
        }
    }

    /** Where only open or only ended ones are asked for, the index of the queue is told so. */
    private void phases(Collection<Phase> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        anyOf("i.phase", wanted.stream().map(Phase::name).sorted().toList());
        if (wanted.stream().allMatch(Phase::isOpen)) {
            and("i.is_closed = 0");
        } else if (wanted.stream().noneMatch(Phase::isOpen)) {
            and("i.is_closed = 1");
        }
    }

    private void same(String column, @Nullable String wanted) {
        if (wanted != null) {
            and(column + " = ?", wanted);
        }
    }

    private void within(String column, @Nullable Instant from, @Nullable Instant before) {
        if (from != null) {
            and(column + " >= ?", from.toEpochMilli());
        }
        if (before != null) {
            and(column + " < ?", before.toEpochMilli());
        }
    }

    private void terms(String tenant) {
        for (TermConditions.Condition each : terms) {
            String incidents = each.select("t.incident");
            and(
                    listed.contains(each)
                            ? "i.incident = any(array(" + incidents + "))"
                            : "i.incident in (" + incidents + ")",
                    each.values(tenant).toArray());
        }
    }

    private void order(IncidentQuery query) {
        String after = query.after();
        switch (query.order()) {
            case WORK_QUEUE ->
                ordered(after, query.order(), "is_closed", "priority_rank", "next_breach", "reported_at", "incident");
            case IDENTITY -> ordered(after, query.order(), "incident");
            case NEWEST -> {
                if (after != null) {
                    and(
                            Sql.after(rowValues, "i.reported_at", "i.incident").replace('>', '<'),
                            Sql.afterValues(rowValues, Cursor.values(query.order(), after))
                                    .toArray());
                }
                sql.append(" order by i.reported_at desc, i.incident desc");
            }
        }
    }

    private void ordered(@Nullable String after, Order order, String... columns) {
        String[] own = Arrays.stream(columns).map(column -> "i." + column).toArray(String[]::new);
        if (after != null) {
            and(
                    Sql.after(rowValues, own),
                    Sql.afterValues(rowValues, Cursor.values(order, after)).toArray());
        }
        sql.append(" order by ").append(String.join(", ", own));
    }
}
