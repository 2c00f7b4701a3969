package dev.incidentkit.testkit.store;

class InMemoryIncidentStoreTest implements IncidentStoreContract {
    private final StoreFixture fixture = new InMemoryFixture();

    @Override
    public StoreFixture fixture() {
        return fixture;
    }
}
