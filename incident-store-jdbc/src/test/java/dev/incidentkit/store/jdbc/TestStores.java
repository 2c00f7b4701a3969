package dev.incidentkit.store.jdbc;

import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.testkit.store.StoreFixture;
import java.time.Duration;
import java.time.Instant;

/** An empty store in a database whose clock stands still: it is a row of a table. */
public final class TestStores implements StoreFixture {
    /** Names the database for the tests of the desk. */
    static final String DESK_DATABASE = "incidentkit.test.desk.database";

    private static final String CLOCK = "(select max(test_clock.at_millis) from test_clock)";

    private final TestDatabase database;
    private final JdbcIncidentStore store;
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    TestStores(TestDatabase database) {
        this.database = database;
        database.clean();
        this.store = JdbcIncidentStore.withClock(database.source(), CLOCK);
        setClock(now);
    }

    /** An empty store in the database that the tests of the desk run on. */
    public static TestStores inDatabaseOfDesk() {
        return new TestStores(TestDatabase.valueOf(System.getProperty(DESK_DATABASE)));
    }

    @Override
    public IncidentStore store() {
        return store;
    }

    @Override
    public IncidentStore anotherNode() {
        return JdbcIncidentStore.withClock(database.source(), CLOCK);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void advance(Duration by) {
        setClock(now.plus(by));
    }

    /** Sets the database's clock. */
    public void setClock(Instant to) {
        now = to;
        TestDatabase.execute(
                database.source(),
                "delete from test_clock",
                "insert into test_clock (at_millis) values (" + to.toEpochMilli() + ")");
    }
}
