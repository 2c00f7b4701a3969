package dev.incidentkit.store.jdbc;

import dev.incidentkit.testkit.store.IncidentStoreContract;
import dev.incidentkit.testkit.store.StoreFixture;

class H2FileStoreTest implements IncidentStoreContract {
    private final StoreFixture fixture = new TestStores(TestDatabase.H2_FILE);

    @Override
    public StoreFixture fixture() {
        return fixture;
    }
}
