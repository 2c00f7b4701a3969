package dev.incidentkit.flink;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/** Reads feeds page by page, apart from the task that hands the events on. */
@SuppressWarnings("try") // Flink's readers close with any exception
final class FeedReader
        extends SingleThreadMultiplexSourceReaderBase<FeedReader.Entry, StreamEvent, FeedSplit, FeedReader.Position> {
    private static final int PAGE = 500;

    /** An entry of a feed; without an event where it tells of an archive. */
    record Entry(String position, @Nullable StreamEvent event) {}

    /** How far a feed was handed on. */
    static final class Position {
        private String value;

        Position(String value) {
            this.value = value;
        }
    }

    FeedReader(SourceReaderContext context, FeedOpener opener, @Nullable Duration pause) {
        this(context, opener, pause, context.metricGroup().counter("archivedIncidents"));
    }

    private FeedReader(SourceReaderContext context, FeedOpener opener, @Nullable Duration pause, Counter archived) {
        super(
                () -> new Pages(opener, pause),
                (entry, output, position) -> {
                    StreamEvent event = entry.event();
                    if (event == null) {
                        archived.inc();
                    } else {
                        output.collect(event);
                    }
                    position.value = entry.position();
                },
                context.getConfiguration(),
                context);
    }

    @Override
    public void start() {
        context.sendSplitRequest(); // after a restore too, so that the reader learns that no more will come
    }

    @Override
    protected void onSplitFinished(Map<String, Position> finished) {}

    @Override
    protected Position initializedState(FeedSplit split) {
        return new Position(split.position());
    }

    @Override
    protected FeedSplit toSplitType(String tenant, Position position) {
        return new FeedSplit(tenant, position.value);
    }

    /** Fetches pages of all feeds of this reader in turn. */
    private static final class Pages implements SplitReader<Entry, FeedSplit> {
        private final FeedOpener opener;
        private final @Nullable Duration pause;
        private final Map<String, String> positions = new LinkedHashMap<>();
        private final Map<String, EventFeed> feeds = new LinkedHashMap<>();
        private final BlockingQueue<Boolean> wakeUps = new ArrayBlockingQueue<>(1);

        Pages(FeedOpener opener, @Nullable Duration pause) {
            this.opener = opener;
            this.pause = pause;
        }

        @Override
        public RecordsWithSplitIds<Entry> fetch() {
            RecordsBySplits.Builder<Entry> page = new RecordsBySplits.Builder<>();
            boolean isEmpty = true;
            for (Iterator<Map.Entry<String, String>> all = positions.entrySet().iterator(); all.hasNext(); ) {
                Map.Entry<String, String> one = all.next();
                TenantId tenant = new TenantId(one.getKey());
                List<FeedEvent> events = feeds.computeIfAbsent(one.getKey(), key -> opener.open(tenant))
                        .read(one.getValue(), PAGE);
                for (FeedEvent event : events) {
                    page.add(one.getKey(), entry(tenant, event));
                    one.setValue(event.position());
                    isEmpty = false;
                }
                if (events.isEmpty() && pause == null) {
                    page.addFinishedSplit(one.getKey());
                    all.remove();
                }
            }
            if (isEmpty && pause != null) {
                await(pause);
            }
            return page.build();
        }

        private static Entry entry(TenantId tenant, FeedEvent event) {
            return new Entry(
                    event.position(),
                    event.stored()
                            .map(stored -> StreamEvent.of(tenant, event.incident(), stored))
                            .orElse(null));
        }

        /** Waits, or until there is something else to do. */
        private void await(Duration time) {
            try {
                wakeUps.poll(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void handleSplitsChanges(SplitsChange<FeedSplit> change) {
            change.splits().forEach(split -> positions.put(split.tenant(), split.position()));
        }

        @Override
        public void wakeUp() {
            wakeUps.offer(true);
        }

        @Override
        public void close() {}
    }
}
