package dev.incidentkit.spring.boot;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.json.EncodedEvent;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.json.PersonalData;
import dev.incidentkit.micrometer.IncidentMeters;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.StoredEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells meters of the events in the store's feed, whichever node wrote them. What happened before this process began is
 * read first and counted nowhere, so that a restart repeats no count; it says which incidents are open.
 *
 * <p>Called by one thread at a time.
 */
final class MeterFeed {
    private static final Logger LOG = LoggerFactory.getLogger(MeterFeed.class);

    private final IncidentStore store;
    private final IncidentMeters meters;
    private final List<MeterRegistry> registries;
    private final int batch;
    private final EventCodec codec = new EventCodec();
    private String position = EventFeed.BEGINNING;
    private boolean bound;

    /**
     * Begins before the first event.
     *
     * @param store has the feed
     * @param meters is told, bound to no registry yet
     * @param registries to bind to once everything that happened before was read
     * @param batch how many events are read at a time
     */
    MeterFeed(IncidentStore store, IncidentMeters meters, List<MeterRegistry> registries, int batch) {
        this.store = store;
        this.meters = meters;
        this.registries = List.copyOf(registries);
        this.batch = batch;
    }

    /** Reads on to the end of the feed. */
    void readOn() {
        int read;
        do {
            List<FeedEvent> page = store.read(position, batch);
            read = page.size();
            for (FeedEvent entry : page) {
                entry.stored().ifPresent(event -> tell(entry, event));
                position = entry.position();
            }
        } while (read == batch);
        if (!bound) {
            registries.forEach(meters::bindTo);
            bound = true;
        }
    }

    /** An event that this node cannot read, because a newer one wrote it, costs its figures and nothing else. */
    private void tell(FeedEvent entry, StoredEvent stored) {
        try {
            List<PersonalData> personal = stored.personal().stream()
                    .map(value -> new PersonalData(value.path(), value.salt(), value.text()))
                    .toList();
            EncodedEvent encoded = new EncodedEvent(stored.type(), stored.form(), stored.body(), personal);
            meters.accept(store.tenant(), entry.incident(), codec.decode(encoded));
        } catch (IncidentException e) {
            LOG.warn("Event {} of incident {} is in no meter", stored.sequence(), entry.incident(), e);
        }
    }
}
