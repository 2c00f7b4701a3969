package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.StoredEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as rows that are inserted: by a statement of their own, or carried by the update of their incident's row. */
final class EventInserts {
    /** The columns of an event behind those that name its incident. */
    private static final List<String> COLUMNS =
            List.of("sequence", "type", "form", "body", "hash", "effective_at", "recorded_at");

    private static final String INSERT =
            "insert into ik_event (tenant, incident, " + String.join(", ", COLUMNS) + ", feed_mark, feed_position)";

    private EventInserts() {}

    /**
     * An event of an incident.
     *
     * @param incident the incident
     * @param event the event
     */
    record Entry(IncidentId incident, StoredEvent event) {}

    /** Adds statements that insert all events of an append, in their order in the feed. */
    static void add(Script script, Dialect.Fragments sql, String tenant, List<Entry> entries) {
        sql.positions().count(script, tenant, entries.size());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int back = entries.size();
        for (Entry entry : entries) {
            back--;
            String incident = entry.incident().value();
            List<@Nullable Object> values = new ArrayList<>(List.of(tenant, incident));
            values.addAll(values(entry.event()));
            values.addAll(sql.positions().values(tenant, incident, back));
            rows.add(values);
        }
        script.rows(
                INSERT,
                "(" + Sql.marks(2 + COLUMNS.size()) + ", " + sql.positions().columns() + ")",
                rows);
    }

    /** What an update of their incident's row carries. An incident that has a row has a tenant with a row. */
    static SummaryRows.Carried carried(Dialect.Fragments sql, List<StoredEvent> events) {
        List<@Nullable Object> values = new ArrayList<>();
        events.forEach(event -> values.addAll(values(event)));
        String row = "(" + Sql.marks(COLUMNS.size()) + ")";
        return new SummaryRows.Carried(
                INSERT + " select g.tenant, g.incident, v.*, g.feed_mark, " + sql.next()
                        + " from guarded g cross join (values "
                        + String.join(", ", Collections.nCopies(events.size(), row)) + ") v",
                values);
    }

    /** In the order of {@link #COLUMNS}. */
    private static List<Object> values(StoredEvent event) {
        return List.of(
                event.sequence(),
                event.type(),
                event.form(),
                event.body(),
                event.hash(),
                event.effectiveAt().toEpochMilli(),
                event.recordedAt().toEpochMilli());
    }
}
