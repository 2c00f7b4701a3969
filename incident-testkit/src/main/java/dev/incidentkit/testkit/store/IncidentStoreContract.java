package dev.incidentkit.testkit.store;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Everything that a store promises, as tests. How many of them ran and passed is printed when the class is done. Implement
 * it in a test class that gives a new fixture for each test:
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
@ExtendWith(ContractCount.class)
public interface IncidentStoreContract
        extends CapabilityContract,
                EventLogContract,
                TenantContract,
                FreshnessContract,
                KeyContract,
                TimerContract,
                FailedWakeUpContract,
                OutboxContract,
                QueryContract,
                FeedContract,
                MaintenanceContract {}
