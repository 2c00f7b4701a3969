package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.UnknownOutcomeException;
import dev.incidentkit.store.VersionConflictException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an append answers after its connection broke, or others were in the way. */
class BrokenConnectionTest {
    private static boolean writes(String sql) {
        return sql.contains("insert into ik_event");
    }

    /** Breaks the first executions that insert events, before or after they are carried out. */
    private static DataSource breaking(TestDatabase database, AtomicInteger times, boolean after, SQLException with) {
        return new RecordingSource(new RecordingSource.Watch() {
                    @Override
                    public void before(String sql) throws SQLException {
                        if (!after && writes(sql) && times.getAndDecrement() > 0) {
                            throw with;
                        }
                    }

                    @Override
                    public void after(String sql) throws SQLException {
                        if (after && writes(sql) && times.getAndDecrement() > 0) {
                            throw with;
                        }
                    }
                })
                .around(database.source());
    }

    private static void succeeds(TestDatabase database, boolean after, SQLException with, Append append) {
        database.clean();
        AtomicInteger times = new AtomicInteger(2);
        JdbcIncidentStore store = JdbcIncidentStore.open(breaking(database, times, after, with));

        assertThat(store.append(append)).isEqualTo(AppendResult.WRITTEN);
        assertThat(times).hasValueLessThan(2);
        assertThat(store.load(append.incidents().get(0).incident())
                        .orElseThrow()
                        .version())
                .isEqualTo(append.incidents().get(0).events().size());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_append_whose_connection_broke_is_written_once(TestDatabase database) {
        SQLException broken = new SQLRecoverableException("The cable was pulled", "08006");
        Append without = Samples.append("A", 0, "one", "two");
        Append keyed = HostTransactionTest.everything("A", Instant.EPOCH);

        succeeds(database, false, broken, without);
        succeeds(database, true, broken, without);
        succeeds(database, false, broken, keyed);
        succeeds(database, true, broken, keyed);
    }

    /** Breaks the first attempt, whose statements the server goes on with: they are there once the store has asked. */
    private static DataSource finishing(TestDatabase database, Append append) {
        JdbcIncidentStore server = JdbcIncidentStore.open(database.source());
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger questions = new AtomicInteger();
        return new RecordingSource(new RecordingSource.Watch() {
                    @Override
                    public void before(String sql) throws SQLException {
                        if (writes(sql) && attempts.getAndIncrement() == 0) {
                            throw new SQLRecoverableException("The cable was pulled", "08006");
                        }
                    }

                    @Override
                    public void after(String sql) {
                        if (sql.startsWith("select hash from ik_event") && questions.getAndIncrement() == 0) {
                            server.append(append);
                        }
                    }
                })
                .around(database.source());
    }

    /** Or the desk would take its own append for another writer's, and decide the command a second time. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_append_that_the_server_finishes_after_the_store_has_asked_is_no_conflict(TestDatabase database) {
        Instant now = Instant.EPOCH;
        JdbcIncidentStore store = JdbcIncidentStore.open(database.source());
        for (Append append : List.of(
                Samples.append("A", 0, "one", "two"),
                Samples.append("B", 1, "two", "three"),
                HostTransactionTest.everything("C", now))) {
            database.clean();
            store.append(Samples.append("B", 0, "one"));

            assertThat(JdbcIncidentStore.open(finishing(database, append)).append(append))
                    .isEqualTo(AppendResult.WRITTEN);
            IncidentAppend written = append.incidents().get(0);
            assertThat(store.load(written.incident()).orElseThrow().version())
                    .isEqualTo(written.summary().version());
        }
        database.clean();
        Append append = Samples.append("A", 0, "mine");
        DataSource taken = finishing(database, Samples.append("A", 0, "another's"));
        assertThatThrownBy(() -> JdbcIncidentStore.open(taken).append(append))
                .as("what another wrote is a conflict as ever")
                .isInstanceOf(VersionConflictException.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_append_that_lost_a_deadlock_is_repeated(TestDatabase database) {
        SQLException deadlock = new SQLTransactionRollbackException("Deadlock", "40001");

        succeeds(database, false, deadlock, Samples.append("A", 0, "one"));
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY"})
    void a_connection_that_stays_broken_is_said_to_leave_the_outcome_unknown(TestDatabase database) {
        database.clean();
        SQLException broken = new SQLRecoverableException("The cable was pulled", "08006");
        JdbcIncidentStore store = JdbcIncidentStore.open(breaking(database, new AtomicInteger(1_000), false, broken));

        assertThatThrownBy(() -> store.append(Samples.append("A", 0, "one")))
                .isInstanceOf(UnknownOutcomeException.class)
                .hasMessageContaining("cable");
        assertThat(store.load(new IncidentId("A"))).isEmpty();
    }
}
