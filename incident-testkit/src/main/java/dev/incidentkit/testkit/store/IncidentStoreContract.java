package dev.incidentkit.testkit.store;

/**
 * Everything that a store promises, as tests. Implement it in a test class that gives a new fixture for each test:
 *
 * <pre>{@code
 * class MyStoreTest implements IncidentStoreContract {
 *     private final StoreFixture fixture = new MyStoreFixture();
 *
 *     public StoreFixture fixture() {
 *         return fixture;
 *     }
 * }
 * }</pre>
 */
public interface IncidentStoreContract
        extends EventLogContract,
                KeyContract,
                TimerContract,
                OutboxContract,
                QueryContract,
                FeedContract,
                MaintenanceContract {}
