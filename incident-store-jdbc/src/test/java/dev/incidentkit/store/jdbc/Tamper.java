package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.json.Chain;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Somebody who changes the rows of one record behind the back of the store. */
final class Tamper {
    private static final int AWAY = 100_000;

    private final Connection connection;
    private final Random random;
    private final String id;
    private final String other;
    final long events;

    /** Which event is meant; the last one in every third case. */
    final long at;

    Tamper(Connection connection, Random random, IncidentId victim, IncidentId other) throws SQLException {
        this.connection = connection;
        this.random = random;
        this.id = victim.value();
        this.other = other.value();
        this.events = Sql.first(connection, "select count(*) from ik_event" + of(id), row -> row.getLong(1))
                .orElseThrow();
        this.at = random.nextInt(3) == 0 ? events : random.nextInt((int) events) + 1L;
    }

    private record Personal(long sequence, int place, byte[] salt, byte[] text) {}

    private static String of(String incident) {
        return " where tenant = 'default' and incident = '" + incident + "'";
    }

    private String here() {
        return of(id) + " and sequence = " + at;
    }

    private long run(String sql, Object... values) throws SQLException {
        if (Sql.update(connection, sql, values) == 0) {
            throw new IllegalStateException("Nothing was tampered with by: " + sql);
        }
        return at;
    }

    /** Changes one bit. */
    long flip(String column) throws SQLException {
        byte[] bytes = Sql.first(connection, "select " + column + " from ik_event" + here(), row -> row.getBytes(1))
                .orElseThrow();
        return run("update ik_event set " + column + " = ?" + here(), flipped(bytes));
    }

    private byte[] flipped(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    long set(String change) throws SQLException {
        return run("update ik_event set " + change + here());
    }

    long remove() throws SQLException {
        return run("delete from ik_event" + here());
    }

    long removeAndCloseTheGap() throws SQLException {
        remove();
        shift(at + 1, -1);
        return at;
    }

    long cut() throws SQLException {
        return run("delete from ik_event" + of(id) + " and sequence >= " + at);
    }

    /** Moves the events from one on, by way of numbers that nobody has. */
    private void shift(long from, int by) throws SQLException {
        Sql.update(
                connection, "update ik_event set sequence = sequence + " + AWAY + of(id) + " and sequence >= " + from);
        Sql.update(
                connection,
                "update ik_event set sequence = sequence - " + (AWAY - by) + of(id) + " and sequence > " + AWAY);
    }

    long swap() throws SQLException {
        long with = at == events ? 1 + random.nextInt((int) events - 1) : at + 1;
        String sql = "update ik_event set sequence = %d" + of(id) + " and sequence = %d";
        run(String.format(sql, AWAY, at));
        run(String.format(sql, at, with));
        run(String.format(sql, with, AWAY));
        return Math.min(at, with);
    }

    /** A second copy behind the event: the copy is the first that does not fit. */
    long insertCopy() throws SQLException {
        shift(at + 1, 1);
        copy(id, at, at + 1);
        return at + 1;
    }

    /** A line that says that the incident is elsewhere. */
    long insertBefore() throws SQLException {
        copy(id, at, 0);
        return 1;
    }

    /** A copy at the end of the record that is sealed as it should be. */
    long appendSealed() throws SQLException {
        copy(id, at, events + 1);
        run(
                "update ik_event set hash = ?" + of(id) + " and sequence = " + (events + 1),
                next(hash(events), events + 1));
        return events + 1;
    }

    private byte[] hash(long sequence) throws SQLException {
        return Sql.first(
                        connection,
                        "select hash from ik_event" + of(id) + " and sequence = " + sequence,
                        row -> row.getBytes(1))
                .orElseThrow();
    }

    private byte[] next(byte[] previous, long sequence) throws SQLException {
        return Sql.first(
                        connection,
                        "select type, form, body from ik_event" + of(id) + " and sequence = " + sequence,
                        row -> Chain.next(previous, row.getString(1), row.getInt(2), row.getBytes(3)))
                .orElseThrow();
    }

    private void copy(String from, long sequence, long as) throws SQLException {
        run("insert into ik_event (tenant, incident, sequence, type, form, body, hash, effective_at, recorded_at,"
                + " feed_mark, feed_position) select tenant, '" + id + "', " + as
                + ", type, form, body, hash, effective_at, recorded_at, feed_mark + 1, feed_position + "
                + (10L * AWAY + as) + " from ik_event" + of(from) + " and sequence = " + sequence);
    }

    /** The record of another incident stands in the place of this one's. */
    long moveFromAnother() throws SQLException {
        run("delete from ik_event" + of(id));
        long count = Sql.first(connection, "select count(*) from ik_event" + of(other), row -> row.getLong(1))
                .orElseThrow();
        for (long sequence = 1; sequence <= count; sequence++) {
            copy(other, sequence, sequence);
        }
        return 1;
    }

    private Personal personal() throws SQLException {
        List<Personal> all = Sql.list(
                connection,
                "select sequence, place, salt, value_bytes from ik_personal" + of(id),
                row -> new Personal(row.getLong(1), row.getInt(2), row.getBytes(3), row.getBytes(4)));
        return all.get(random.nextInt(all.size()));
    }

    private static String of(Personal personal, String id) {
        return of(id) + " and sequence = " + personal.sequence() + " and place = " + personal.place();
    }

    long changePersonalText() throws SQLException {
        Personal personal = personal();
        run("update ik_personal set value_bytes = ?" + of(personal, id), "x".getBytes(StandardCharsets.UTF_8));
        return personal.sequence();
    }

    long changeSalt() throws SQLException {
        Personal personal = personal();
        run("update ik_personal set salt = ?" + of(personal, id), flipped(personal.salt()));
        return personal.sequence();
    }

    long renamePersonal() throws SQLException {
        Personal personal = personal();
        run("update ik_personal set path = 'elsewhere'" + of(personal, id));
        return personal.sequence();
    }

    long removePersonal() throws SQLException {
        Personal personal = personal();
        run("delete from ik_personal" + of(personal, id));
        return personal.sequence();
    }

    long addPersonal() throws SQLException {
        return run(
                "insert into ik_personal (tenant, incident, sequence, place, path, salt, value_bytes) values ('default', '"
                        + id + "', " + at + ", 99, 'made.up', ?, ?)",
                new byte[16],
                new byte[] {65});
    }

    long setHead() throws SQLException {
        run("update ik_incident set head_hash = '" + HexFormat.of().formatHex(flipped(hash(events))) + "'" + of(id));
        return events;
    }

    /** The summary knows of fewer events: the first that it does not know of is too many. */
    long setVersion() throws SQLException {
        run("update ik_incident set version = version + 1" + of(id));
        return events + 1;
    }

    /** Cuts the last event and lets the summary know no better: nothing within the store tells. */
    void cutWithSummary() throws SQLException {
        run("delete from ik_event" + of(id) + " and sequence = " + events);
        Sql.update(connection, "delete from ik_personal" + of(id) + " and sequence = " + events);
        know(events - 1);
    }

    private void know(long version) throws SQLException {
        run("update ik_incident set version = " + version + ", head_hash = '"
                + HexFormat.of().formatHex(hash(version)) + "'" + of(id));
    }

    /** Takes the event out, and seals all that follow anew. */
    void rewrite() throws SQLException {
        run("delete from ik_event" + of(id) + " and sequence = 2");
        Sql.update(connection, "delete from ik_personal" + of(id) + " and sequence = 2");
        shift(3, -1);
        String moved = "update ik_personal set sequence = sequence - 1" + of(id) + " and sequence = ";
        for (long sequence = 3; sequence <= events; sequence++) {
            Sql.update(connection, moved + sequence);
        }
        for (long sequence = 2; sequence < events; sequence++) {
            run(
                    "update ik_event set hash = ?" + of(id) + " and sequence = " + sequence,
                    next(hash(sequence - 1), sequence));
        }
        know(events - 1);
    }

    /** Takes every row of the incident away. */
    void vanish() throws SQLException {
        for (String table : List.of("ik_event", "ik_personal", "ik_term", "ik_message", "ik_incident")) {
            Sql.update(connection, "delete from " + table + of(id));
        }
    }
}
