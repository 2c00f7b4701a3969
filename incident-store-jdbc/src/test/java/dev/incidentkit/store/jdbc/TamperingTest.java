package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.ServiceDesk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Every change of a row of a record is found, whatever it is and wherever. */
class TamperingTest {
    private static final Actor ANN = Actor.agent("ann");
    private static final int TRIES = 5_000;

    private enum Tampering {
        CHANGE_BODY("update ik_event set body = ? where incident = ? and sequence = ?"),
        CHANGE_HASH("update ik_event set hash = ? where incident = ? and sequence = ?"),
        CHANGE_TYPE("update ik_event set type = 'incident.noted2' where incident = ? and sequence = ?"),
        CHANGE_FORM("update ik_event set form = form + 1 where incident = ? and sequence = ?"),
        CHANGE_EFFECTIVE("update ik_event set effective_at = effective_at + 1 where incident = ? and sequence = ?"),
        CHANGE_RECORDED("update ik_event set recorded_at = recorded_at - 1 where incident = ? and sequence = ?"),
        CHANGE_PERSONAL("update ik_personal set value_bytes = x'41' where incident = ? and sequence = 1"),
        REMOVE("delete from ik_event where incident = ? and sequence = ?"),
        REMOVE_AND_CLOSE_THE_GAP("delete from ik_event where incident = ? and sequence = ?"),
        CUT_THE_TAIL("delete from ik_event where incident = ? and sequence >= ?"),
        SWAP(""),
        INSERT("update ik_event set sequence = sequence + 1 where incident = ? and sequence = ?"),
        MOVE_TO_ANOTHER_INCIDENT("delete from ik_event where incident = ?");

        private final String sql;

        Tampering(String sql) {
            this.sql = sql;
        }
    }

    private static List<IncidentId> histories(ServiceDesk desk, Random random) {
        List<IncidentId> incidents = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            IncidentId id = desk.report(
                            Report.of("VPN " + i, Reporter.person("Bob"), Channel.PHONE)
                                    .build(),
                            Actor.human("bob", Role.CALLER))
                    .incident();
            desk.handle(id, new Start(Owner.group("network")), ANN);
            for (int note = random.nextInt(6) + 2; note > 0; note--) {
                desk.handle(id, new Note("note " + random.nextInt(), Visibility.INTERNAL), ANN);
            }
            desk.handle(id, Hold.on(HoldReason.VENDOR), ANN);
            incidents.add(id);
        }
        return incidents;
    }

    @Test
    void every_tampering_with_a_row_is_found() throws SQLException {
        TestDatabase.H2_MEMORY.clean();
        DataSource source = TestDatabase.H2_MEMORY.source();
        Random random = new Random(4_711);
        List<IncidentId> incidents = histories(desk(JdbcIncidentStore.open(source)), random);
        Map<Tampering, Integer> counts = new EnumMap<>(Tampering.class);
        int tries = TRIES * Integer.getInteger("incidentkit.tries.percent", 10) / 100;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Audit audit = new Audit(desk(JdbcIncidentStore.open(source, () -> connection)));
            assertThat(audit.verifyAll()).isEmpty();
            for (int i = 0; i < tries; i++) {
                Tampering tampering = Tampering.values()[i % Tampering.values().length];
                IncidentId victim = incidents.get(random.nextInt(incidents.size()));
                IncidentId other = incidents.get((incidents.indexOf(victim) + 1) % incidents.size());
                tamper(connection, tampering, victim, other, random);
                assertThat(audit.verify(victim).orElseThrow().isWhole())
                        .as("try %d: %s of %s", i, tampering, victim)
                        .isFalse();
                counts.merge(tampering, 1, Integer::sum);
                connection.rollback();
            }
            assertThat(audit.verifyAll()).isEmpty();
            connection.setAutoCommit(true);
        }
        System.out.println("Tampering found: " + counts);

        assertThat(counts).hasSize(Tampering.values().length);
    }

    private static ServiceDesk desk(JdbcIncidentStore store) {
        return ServiceDesk.builder(store, ProcessDefinition.itil()).build();
    }

    private static void tamper(
            Connection connection, Tampering tampering, IncidentId victim, IncidentId other, Random random)
            throws SQLException {
        String id = victim.value();
        long events = Sql.first(
                        connection, "select count(*) from ik_event where incident = ?", row -> row.getLong(1), id)
                .orElseThrow();
        long at = random.nextInt((int) events - 1) + 1L;
        switch (tampering) {
            case CHANGE_BODY, CHANGE_HASH ->
                Sql.update(connection, tampering.sql, flipped(connection, tampering, id, at, random), id, at);
            case CHANGE_PERSONAL -> Sql.update(connection, tampering.sql, id);
            case REMOVE_AND_CLOSE_THE_GAP -> {
                Sql.update(connection, tampering.sql, id, at);
                shift(connection, id, at, -1);
            }
            case SWAP -> swap(connection, id, at);
            case INSERT -> {
                shift(connection, id, at, 1);
                copy(connection, id, at + 1, id, at);
            }
            case MOVE_TO_ANOTHER_INCIDENT -> {
                Sql.update(connection, tampering.sql, id);
                for (long sequence = 1; sequence <= events; sequence++) {
                    copy(connection, other.value(), sequence, id, sequence);
                }
            }
            default -> Sql.update(connection, tampering.sql, id, at);
        }
    }

    private static void swap(Connection connection, String id, long at) throws SQLException {
        String sql = "update ik_event set sequence = ? where incident = ? and sequence = ?";
        Sql.update(connection, sql, at + 100_000, id, at);
        Sql.update(connection, sql, at, id, at + 1);
        Sql.update(connection, sql, at + 1, id, at + 100_000);
    }

    private static byte[] flipped(Connection connection, Tampering tampering, String id, long at, Random random)
            throws SQLException {
        byte[] bytes = Sql.first(
                        connection,
                        "select " + (tampering == Tampering.CHANGE_BODY ? "body" : "hash")
                                + " from ik_event where incident = ? and sequence = ?",
                        row -> row.getBytes(1),
                        id,
                        at)
                .orElseThrow();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    /** Moves the events from one on, by way of numbers that nobody has. */
    private static void shift(Connection connection, String id, long from, int by) throws SQLException {
        Sql.update(
                connection,
                "update ik_event set sequence = sequence + 100000 where incident = ? and sequence >= ?",
                id,
                from);
        Sql.update(
                connection,
                "update ik_event set sequence = sequence - 100000 + " + by
                        + " where incident = ? and sequence > 100000",
                id);
    }

    private static void copy(Connection connection, String from, long sequence, String to, long as)
            throws SQLException {
        Sql.update(
                connection,
                "insert into ik_event select tenant, cast(? as varchar), cast(? as bigint), type, form, body, hash,"
                        + " effective_at, recorded_at, feed_mark + 1, feed_position + 1000000 + " + as
                        + " from ik_event where incident = ? and sequence = ?",
                to,
                as,
                from,
                sequence);
    }
}
