package dev.incidentkit.store.jdbc;

import dev.incidentkit.store.Append;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** New incidents written by hand: a JDBC batch for each table, in one transaction. */
final class RawBatches {
    private RawBatches() {}

    static void write(DataSource source, Append append) throws SQLException {
        List<List<@Nullable Object>> incidents = new ArrayList<>();
        List<List<@Nullable Object>> terms = new ArrayList<>();
        List<List<@Nullable Object>> events = new ArrayList<>();
        for (IncidentAppend each : append.incidents()) {
            String id = each.incident().value();
            List<@Nullable Object> row = new ArrayList<>(List.of("default", id));
            row.addAll(ThroughputWay.Hand.values(each.summary()));
            List<Terms.Term> words = Terms.of(each.summary());
            row.add(Terms.hash(words));
            incidents.add(row);
            words.forEach(term -> terms.add(Arrays.asList("default", term.kind(), term.text(), id)));
            for (StoredEvent event : each.events()) {
                events.add(event(id, event, events.size()));
            }
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            batch(
                    connection,
                    "insert into ik_incident (tenant, incident, version, head_hash, definition, status, phase,"
                            + " is_closed, priority, priority_rank, number_text, title, category, owner_group,"
                            + " owner_person, reported_at, resolved_at, ended_at, next_breach, wake_at, wake_from,"
                            + " legal_hold, extra, terms_hash, terms_changed, wake_failures, lease_until, feed_mark) values ("
                            + Sql.marks(24) + ", 0, 0, 0, 0)",
                    incidents);
            batch(connection, "insert into ik_term (tenant, kind, term, incident) values (?, ?, ?, ?)", terms);
            batch(
                    connection,
                    "insert into ik_event (tenant, incident, sequence, type, form, body, hash, effective_at,"
                            + " recorded_at, feed_mark, feed_position) values (" + Sql.marks(11) + ")",
                    events);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static List<@Nullable Object> event(String incident, StoredEvent event, int place) {
        return new ArrayList<>(Arrays.asList(
                "default",
                incident,
                event.sequence(),
                event.type(),
                event.form(),
                event.body(),
                event.hash(),
                event.effectiveAt().toEpochMilli(),
                event.recordedAt().toEpochMilli(),
                // positions that the library does not reach in a test
                1_000_000_000L + System.nanoTime(),
                (long) place));
    }

    private static void batch(Connection connection, String sql, List<List<@Nullable Object>> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<@Nullable Object> row : rows) {
                Sql.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
