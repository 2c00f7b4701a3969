package dev.incidentkit.store.jdbc;

import dev.incidentkit.testkit.store.IncidentStoreContract;
import dev.incidentkit.testkit.store.StoreFixture;

class MariaStoreTest implements IncidentStoreContract {
    private final StoreFixture fixture = new TestStores(TestDatabase.MARIADB);

    @Override
    public StoreFixture fixture() {
        return fixture;
    }
}
