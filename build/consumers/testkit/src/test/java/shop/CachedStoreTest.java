package shop;

import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.testkit.ManualClock;
import dev.incidentkit.testkit.store.IncidentStoreContract;
import dev.incidentkit.testkit.store.StoreFixture;
import java.time.Duration;
import java.time.Instant;

class CachedStoreTest implements IncidentStoreContract {
    private final ManualClock clock = ManualClock.startingAt("2026-03-02T12:00:00Z");
    private final IncidentStore store = CachedStore.before(new InMemoryIncidentStore(clock));

    @Override
    public StoreFixture fixture() {
        return new StoreFixture() {
            @Override
            public IncidentStore store() {
                return store;
            }

            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void advance(Duration by) {
                clock.advance(by);
            }
        };
    }
}
