package dev.incidentkit.store.jdbc;

import dev.incidentkit.testkit.store.IncidentStoreContract;
import dev.incidentkit.testkit.store.StoreFixture;

class H2MemoryStoreTest implements IncidentStoreContract {
    private final StoreFixture fixture = new TestStores(TestDatabase.H2_MEMORY);

    @Override
    public StoreFixture fixture() {
        return fixture;
    }
}
