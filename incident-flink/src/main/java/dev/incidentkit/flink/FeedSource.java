package dev.incidentkit.flink;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.EventFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the feeds of a store, one for each tenant, each by one reader in its order. How far it read is part of every
 * checkpoint, so that after a failure each event comes once more or not at all, as the state says. Incidents that were
 * archived are no longer in the feed; how many is told by the counter {@code archivedIncidents}.
 */
public final class FeedSource implements Source<StreamEvent, FeedSplit, List<FeedSplit>> {
    private static final long serialVersionUID = 1L;

    private final FeedOpener opener;
    private final ArrayList<String> tenants = new ArrayList<>();
    private final @Nullable Duration pause;

    private FeedSource(FeedOpener opener, List<TenantId> tenants, @Nullable Duration pause) {
        this.opener = opener;
        this.pause = pause;
        tenants.forEach(tenant -> this.tenants.add(tenant.value()));
        if (tenants.isEmpty()) {
            throw new IllegalArgumentException("A source reads the feeds of tenants, but these are " + tenants);
        }
    }

    /**
     * Reads what the feeds hold, and ends.
     *
     * @param opener opens the feeds
     * @param tenants whose events, each tenant once
     * @return the source
     */
    public static FeedSource upToNow(FeedOpener opener, List<TenantId> tenants) {
        return new FeedSource(opener, tenants, null);
    }

    /**
     * Reads what the feeds hold, and goes on.
     *
     * @param opener opens the feeds
     * @param tenants whose events, each tenant once
     * @param pause after how long it looks again when there was nothing new
     * @return the source
     */
    public static FeedSource following(FeedOpener opener, List<TenantId> tenants, Duration pause) {
        return new FeedSource(opener, tenants, pause);
    }

    @Override
    public Boundedness getBoundedness() {
        return pause == null ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SplitEnumerator<FeedSplit, List<FeedSplit>> createEnumerator(SplitEnumeratorContext<FeedSplit> context) {
        List<FeedSplit> splits = new ArrayList<>();
        tenants.forEach(tenant -> splits.add(new FeedSplit(tenant, EventFeed.BEGINNING)));
        return new FeedEnumerator(context, splits);
    }

    @Override
    public SplitEnumerator<FeedSplit, List<FeedSplit>> restoreEnumerator(
            SplitEnumeratorContext<FeedSplit> context, List<FeedSplit> unassigned) {
        return new FeedEnumerator(context, unassigned);
    }

    @Override
    public SimpleVersionedSerializer<FeedSplit> getSplitSerializer() {
        return new FeedSplitSerializer.One();
    }

    @Override
    public SimpleVersionedSerializer<List<FeedSplit>> getEnumeratorCheckpointSerializer() {
        return new FeedSplitSerializer.Many();
    }

    @Override
    public SourceReader<StreamEvent, FeedSplit> createReader(SourceReaderContext context) {
        return new FeedReader(context, opener, pause);
    }
}
