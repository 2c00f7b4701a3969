package dev.incidentkit.store.jdbc;

import dev.incidentkit.testkit.store.IncidentStoreContract;
import dev.incidentkit.testkit.store.StoreFixture;

class MariaOneByOneStoreTest implements IncidentStoreContract {
    private final StoreFixture fixture = new TestStores(TestDatabase.MARIADB_ONE_BY_ONE);

    @Override
    public StoreFixture fixture() {
        return fixture;
    }
}
