package dev.incidentkit.flink;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.EventFeed;
import java.io.Serializable;

/** Opens the feed of a store where a job's source runs: a store is not sent, it is reached from there. */
@FunctionalInterface
public interface FeedOpener extends Serializable {
    /**
     * Opens a feed.
     *
     * @param tenant whose events
     * @return the feed
     */
    EventFeed open(TenantId tenant);
}
