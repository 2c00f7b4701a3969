package dev.incidentkit.testkit.store;

import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.IncidentStore;
import java.time.Duration;
import java.time.Instant;

/** The in-memory store with a clock that stands still. */
final class InMemoryFixture implements StoreFixture {
    private volatile Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final IncidentStore store = new InMemoryIncidentStore(() -> now);

    @Override
    public IncidentStore store() {
        return store;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the test's own thread moves it
    public void advance(Duration by) {
        now = now.plus(by);
    }
}
