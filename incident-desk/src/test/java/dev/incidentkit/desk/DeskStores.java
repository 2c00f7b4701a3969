package dev.incidentkit.desk;

import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.IncidentStore;
import java.util.ServiceLoader;

/** Gives the tests of the desk an empty store; other modules run the same tests on theirs. */
public interface DeskStores {
    /**
     * Opens an empty store.
     *
     * @param clock the clock that its leases and receipts run out by
     */
    IncidentStore open(ManualClock clock);

    /** A store of who provides one, else in memory. */
    static IncidentStore empty(ManualClock clock) {
        return ServiceLoader.load(DeskStores.class)
                .findFirst()
                .map(stores -> stores.open(clock))
                .orElseGet(() -> new InMemoryIncidentStore(clock));
    }
}
