package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.PersonalValue;
import dev.incidentkit.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events joined with their personal values: a line for each value, or one without. */
final class EventRows {
    static final String COLUMNS =
            "e.incident, e.sequence, e.type, e.form, e.body, e.hash, e.effective_at, e.recorded_at,"
                    + " e.feed_mark, e.feed_position, p.path, p.salt, p.value_bytes";
    static final String JOIN = "left join ik_personal p on p.tenant = e.tenant and p.incident = e.incident"
            + " and p.sequence = e.sequence";

    private EventRows() {}

    /** A line of the join. */
    record Line(
            IncidentId incident,
            StoredEvent event,
            String position,
            @Nullable PersonalValue personal) {}

    /** An event with all of its personal values, and its place in the feed. */
    record Entry(IncidentId incident, StoredEvent event, String position) {}

    static Line line(ResultSet row) throws SQLException {
        String path = row.getString("path");
        PersonalValue personal = path == null
                ? null
                : new PersonalValue(
                        path, row.getBytes("salt"), new String(row.getBytes("value_bytes"), StandardCharsets.UTF_8));
        return new Line(
                new IncidentId(row.getString("incident")),
                new StoredEvent(
                        row.getLong("sequence"),
                        row.getString("type"),
                        row.getInt("form"),
                        row.getBytes("body"),
                        row.getBytes("hash"),
                        Instant.ofEpochMilli(row.getLong("effective_at")),
                        Instant.ofEpochMilli(row.getLong("recorded_at")),
                        List.of()),
                row.getLong("feed_mark") + "." + row.getLong("feed_position"),
                personal);
    }

    static List<Entry> entries(List<Line> lines) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            Line first = lines.get(i);
            List<PersonalValue> personal = new ArrayList<>();
            for (; i < lines.size() && lines.get(i).position().equals(first.position()); i++) {
                PersonalValue value = lines.get(i).personal();
                if (value != null) {
                    personal.add(value);
                }
            }
            entries.add(new Entry(first.incident(), first.event().withPersonal(personal), first.position()));
        }
        return entries;
    }
}
