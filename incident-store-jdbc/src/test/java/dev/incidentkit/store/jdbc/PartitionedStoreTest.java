package dev.incidentkit.store.jdbc;

import dev.incidentkit.testkit.store.IncidentStoreContract;
import dev.incidentkit.testkit.store.StoreFixture;

class PartitionedStoreTest implements IncidentStoreContract {
    private final StoreFixture fixture = new TestStores(TestDatabase.POSTGRESQL_PARTITIONED);

    @Override
    public StoreFixture fixture() {
        return fixture;
    }
}
