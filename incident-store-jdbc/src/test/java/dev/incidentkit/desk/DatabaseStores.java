package dev.incidentkit.desk;

import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.jdbc.TestStores;

/** Opens stores for the tests of the desk in the database that runs them. */
public final class DatabaseStores implements DeskStores {
    @Override
    public IncidentStore open(ManualClock clock) {
        TestStores stores = TestStores.inDatabaseOfDesk();
        clock.followedBy(stores::setClock);
        return stores.store();
    }
}
