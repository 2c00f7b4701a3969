package dev.incidentkit.testkit.store;

import dev.incidentkit.store.IncidentStore;
import java.time.Duration;
import java.time.Instant;

/** Gives a contract the store that it tests. A fixture serves one test. */
public interface StoreFixture {
    /**
     * The store, empty and opened for one tenant; the same each time.
     *
     * @return the store
     */
    IncidentStore store();

    /**
     * The store's own clock, by which leases and receipts run out.
     *
     * @return what it shows now, to the millisecond
     */
    Instant now();

    /**
     * Moves the store's clock, so that no test has to sleep.
     *
     * @param by how far
     */
    void advance(Duration by);
}
