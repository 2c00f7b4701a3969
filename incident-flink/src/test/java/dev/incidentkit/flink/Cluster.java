package dev.incidentkit.flink;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import dev.incidentkit.store.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Runs a job on a cluster in this process, with a task that fails once if asked to. */
final class Cluster {
    /** Feeds of this process by name: what runs in a job finds them here. */
    private static final Map<String, ListFeed> FEEDS = new ConcurrentHashMap<>();

    private Cluster() {}

    private static ListFeed feed(String name) {
        return Objects.requireNonNull(FEEDS.get(name), name);
    }

    /** What came out of a job. */
    record Outcome(List<StreamFigures> figures, List<ClockSignal> signals, List<StreamEvent> late, boolean failed) {
        /** The clocks of which a breach was told that was neither taken back nor withdrawn. */
        Set<String> breaches() {
            Set<ClockSignal> told = new LinkedHashSet<>();
            for (ClockSignal signal : signals) {
                if (signal.takenBack()) {
                    told.removeIf(earlier -> earlier.takeBack().equals(signal));
                } else {
                    told.add(signal);
                }
            }
            List<ClockSignal> inOrder = new ArrayList<>(told);
            inOrder.sort(Comparator.comparingLong(ClockSignal::at));
            Set<String> breaches = new HashSet<>();
            for (ClockSignal signal : inOrder) {
                String clock = signal.incident() + " " + signal.policy() + "/" + signal.target() + "/" + signal.cycle();
                if (signal.type().equals(ClockSignal.BREACHED)) {
                    breaches.add(clock);
                } else if (signal.type().equals(ClockSignal.BREACH_WITHDRAWN)) {
                    breaches.remove(clock);
                }
            }
            return breaches;
        }
    }

    /** A feed of events in a list. Past its middle it waits for a checkpoint, if a task is to fail after one. */
    static final class ListFeed implements EventFeed {
        private final List<StreamEvent> events;
        private final boolean fails;
        private final CountDownLatch checkpoint = new CountDownLatch(1);
        private final AtomicBoolean failed = new AtomicBoolean();

        ListFeed(List<StreamEvent> events, boolean fails) {
            this.events = List.copyOf(events);
            this.fails = fails;
        }

        @Override
        public List<FeedEvent> read(String after, int limit) {
            int from = after.isEmpty() ? 0 : Integer.parseInt(after);
            if (fails && from >= events.size() / 2) {
                await();
            }
            int to = Math.min(events.size(), from + Math.min(limit, 100));
            List<FeedEvent> page = new ArrayList<>();
            for (int i = from; i < to; i++) {
                page.add(entry(events.get(i), String.valueOf(i + 1)));
            }
            return page;
        }

        private void await() {
            try {
                if (!checkpoint.await(60, TimeUnit.SECONDS)) {
                    throw new AssertionError("No checkpoint was completed within a minute");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static FeedEvent entry(StreamEvent event, String position) {
            return FeedEvent.of(
                    position,
                    new IncidentId(event.incident()),
                    new StoredEvent(
                            event.sequence(),
                            event.type(),
                            event.form(),
                            event.body(),
                            new byte[32],
                            Instant.ofEpochMilli(event.effectiveAt()),
                            Instant.ofEpochMilli(event.effectiveAt()),
                            List.of()));
        }
    }

    /** Fails at the first event after a checkpoint, once. */
    private static final class FailOnce implements MapFunction<StreamEvent, StreamEvent>, CheckpointListener {
        private static final long serialVersionUID = 1L;
        private final String feed;

        FailOnce(String feed) {
            this.feed = feed;
        }

        private ListFeed feed() {
            return Cluster.feed(feed);
        }

        @Override
        public StreamEvent map(StreamEvent event) {
            if (feed().fails
                    && feed().checkpoint.getCount() == 0
                    && !feed().failed.getAndSet(true)) {
                throw new IllegalStateException("The task was told to fail at " + event);
            }
            return event;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            feed().checkpoint.countDown();
        }
    }

    /** Time goes on with every event, so that what is late does not depend on how fast a machine is. */
    static WatermarkStrategy<StreamEvent> everyEvent(Duration outOfOrder) {
        return WatermarkStrategy.<StreamEvent>forGenerator(context -> new EveryEvent(outOfOrder.toMillis()))
                .withTimestampAssigner((event, recorded) -> event.effectiveAt());
    }

    /** Time goes on with every event. */
    private static final class EveryEvent implements WatermarkGenerator<StreamEvent> {
        private final long outOfOrder;
        private long latest = Long.MIN_VALUE;

        EveryEvent(long outOfOrder) {
            this.outOfOrder = outOfOrder;
        }

        @Override
        public void onEvent(StreamEvent event, long timestamp, WatermarkOutput output) {
            if (timestamp > latest) {
                latest = timestamp;
                output.emitWatermark(new Watermark(latest - outOfOrder - 1));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    static Outcome run(List<StreamEvent> events, StreamPlan plan, int parallelism, boolean fails, Duration outOfOrder)
            throws Exception {
        String name = UUID.randomUUID().toString();
        ListFeed feed = new ListFeed(events, fails);
        FEEDS.put(name, feed);
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, fails ? 1 : 0);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        try (StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration)) {
            FeedSource source = FeedSource.upToNow(tenant -> feed(name), List.of(TenantId.DEFAULT));
            DataStream<StreamEvent> stream = environment
                    .fromSource(source, everyEvent(outOfOrder), "feed", TypeInformation.of(StreamEvent.class))
                    .map(new FailOnce(name))
                    .returns(TypeInformation.of(StreamEvent.class));
            IncidentStreams streams = IncidentStreams.of(stream, plan);
            CloseableIterator<ClockSignal> signals = streams.signals().collectAsync();
            CloseableIterator<StreamEvent> late = streams.late().collectAsync();
            CloseableIterator<StreamFigures> figures = streams.figures().collectAsync();
            environment.executeAsync("incidents");
            return collect(figures, signals, late, feed);
        } finally {
            FEEDS.remove(name);
        }
    }

    /** All at once: a stream that nobody reads holds the others back. */
    private static Outcome collect(
            CloseableIterator<StreamFigures> figures,
            CloseableIterator<ClockSignal> signals,
            CloseableIterator<StreamEvent> late,
            ListFeed feed)
            throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(3);
        try {
            Future<List<StreamFigures>> allFigures = readers.submit(() -> all(figures));
            Future<List<ClockSignal>> allSignals = readers.submit(() -> all(signals));
            Future<List<StreamEvent>> allLate = readers.submit(() -> all(late));
            return new Outcome(allFigures.get(), allSignals.get(), allLate.get(), feed.failed.get());
        } finally {
            readers.shutdownNow();
        }
    }

    private static <T> List<T> all(CloseableIterator<T> iterator) throws Exception {
        try (iterator) {
            List<T> all = new ArrayList<>();
            iterator.forEachRemaining(all::add);
            return all;
        }
    }
}
