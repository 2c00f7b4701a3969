package dev.incidentkit.testkit.store;

import dev.incidentkit.store.Capability;
import dev.incidentkit.store.IncidentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Gives a contract the store that it tests. A fixture serves one test. */
public interface StoreFixture {
    /**
     * The store, empty and opened for one tenant; the same each time.
     *
     * @return the store
     */
    IncidentStore store();

    /**
     * What the store is to declare beside loading and appending. What is missing here must be refused by the store.
     *
     * @return every capability, unless a fixture says otherwise
     */
    default Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    /**
     * The same incidents through a store of its own, as another node would open it. A store that keeps something in the
     * memory of a node needs this, or what it keeps is not tested.
     *
     * @return by default another view of the same store
     */
    default IncidentStore anotherNode() {
        return store().forTenant(store().tenant());
    }

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
