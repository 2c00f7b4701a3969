package dev.incidentkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.flink.ClockSignal;
import dev.incidentkit.flink.FeedSource;
import dev.incidentkit.flink.IncidentStreams;
import dev.incidentkit.flink.StreamEvent;
import dev.incidentkit.flink.StreamFigures;
import dev.incidentkit.flink.StreamPlan;
import dev.incidentkit.json.EncodedEvent;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Grouping;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.metrics.Period;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.StoredEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A log, and what a desk wrote into a store, on a Flink cluster in this process, beside one process over the same records. */
class FlinkLogTest {
    private static final Path LOG = Path.of("../../shared/data/uci_incident_event_log.csv.xz");
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, EventFeed> FEEDS = new ConcurrentHashMap<>();

    @TempDir
    Path checkpoints;

    private static EventFeed feed(String name) {
        return Objects.requireNonNull(FEEDS.get(name), name);
    }

    static SlaClock clock() {
        return ServiceLevels.under(LogFile.serviceNow().definition(), ServiceLevels.timed(SlaPresets.itil()))
                .clock();
    }

    static MetricPlan plan() {
        List<Metric> metrics = new ArrayList<>(Metrics.standard());
        ServiceLevels.timed().forEach(target -> metrics.add(Metrics.compliance("itil", target)));
        return MetricPlan.of(metrics)
                .by(
                        Grouping.by(),
                        Grouping.by(Dimension.PRIORITY),
                        Grouping.by().per(Period.MONTH, ZoneOffset.UTC))
                .timedBy(clock());
    }

    /** A feed of the records of a log in the order of time. Past its middle it waits for a checkpoint, if it is to. */
    private static final class LogFeed implements EventFeed {
        private final List<StreamEvent> events;
        private final CountDownLatch checkpoint;
        private final AtomicBoolean failed = new AtomicBoolean();

        LogFeed(List<StreamEvent> events, boolean fails) {
            this.events = events;
            this.checkpoint = new CountDownLatch(fails ? 1 : 0);
            this.failed.set(!fails);
        }

        @Override
        public List<FeedEvent> read(String after, int limit) {
            int from = after.isEmpty() ? 0 : Integer.parseInt(after);
            try {
                if (from >= events.size() / 2 && !checkpoint.await(2, TimeUnit.MINUTES)) {
                    throw new AssertionError("No checkpoint was completed within two minutes");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            List<FeedEvent> page = new ArrayList<>();
            for (int i = from; i < Math.min(events.size(), from + limit); i++) {
                StreamEvent event = events.get(i);
                Instant at = Instant.ofEpochMilli(event.effectiveAt());
                page.add(FeedEvent.of(
                        String.valueOf(i + 1),
                        new IncidentId(event.incident()),
                        new StoredEvent(
                                event.sequence(),
                                event.type(),
                                event.form(),
                                event.body(),
                                new byte[32],
                                at,
                                at,
                                List.of())));
            }
            return page;
        }
    }

    /** Fails at the first event after a checkpoint, once. */
    private static final class FailOnce implements MapFunction<StreamEvent, StreamEvent>, CheckpointListener {
        private static final long serialVersionUID = 1L;
        private final String name;

        FailOnce(String name) {
            this.name = name;
        }

        private LogFeed feed() {
            return (LogFeed) FlinkLogTest.feed(name);
        }

        @Override
        public StreamEvent map(StreamEvent event) {
            if (feed().checkpoint.getCount() == 0 && !feed().failed.getAndSet(true)) {
                throw new IllegalStateException("The task was told to fail at " + event);
            }
            return event;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            feed().checkpoint.countDown();
        }
    }

    /** The records of a log, as of its last event. */
    private record Log(List<List<IncidentEvent>> records, Instant asOf) {
        static Log read(@Nullable Path path) {
            List<List<IncidentEvent>> records = new ArrayList<>();
            LogRecords rows = new LogRecords(
                    LogFile.serviceNow(),
                    RECORDED,
                    new Oddities(LogFile.serviceNow()),
                    (incident, own) -> records.add(incident.history()));
            new LogFile(path, LogForm.SERVICE_NOW).read("Reading", rows::accept, fault -> {});
            rows.finish();
            Instant last = records.stream()
                    .flatMap(List::stream)
                    .map(event -> event.meta().effectiveAt())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return new Log(records, last);
        }

        List<StreamEvent> events() {
            EventCodec codec = new EventCodec();
            List<StreamEvent> events = new ArrayList<>();
            for (List<IncidentEvent> record : records) {
                IncidentId id = Incident.replay(record).id();
                for (int i = 0; i < record.size(); i++) {
                    EncodedEvent encoded = codec.encode(record.get(i));
                    events.add(StreamEvent.of(
                            TenantId.DEFAULT,
                            id,
                            i + 1,
                            encoded,
                            record.get(i).meta().effectiveAt()));
                }
            }
            events.sort(Comparator.comparingLong(StreamEvent::effectiveAt).thenComparing(StreamEvent::sequence));
            return events;
        }

        Set<String> breaches() {
            SlaClock clock = clock();
            Set<String> breaches = new HashSet<>();
            for (List<IncidentEvent> record : records) {
                IncidentId id = Incident.replay(record).id();
                for (SlaStanding standing : clock.standings(record, asOf)) {
                    Instant at = standing.breachedAt();
                    if (standing.breached() && at != null) {
                        // what was missed before the record begins is set off when it begins
                        Instant begin = record.get(0).meta().effectiveAt();
                        breaches.add(id + " " + standing.clock() + " " + (at.isBefore(begin) ? begin : at));
                    }
                }
            }
            return breaches;
        }
    }

    private void isThatOfOneProcess(Log log, int parallelism, boolean fails) throws Exception {
        String name = parallelism + " " + fails + " " + log.records().size();
        LogFeed feed = new LogFeed(log.events(), fails);
        FEEDS.put(name, feed);
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        // the state of a real log is larger than what the job manager keeps in memory
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, fails ? 1 : 0);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        Set<String> breaches = new HashSet<>();
        List<StreamFigures> figures = new ArrayList<>();
        try (StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration)) {
            DataStream<StreamEvent> events = environment
                    .fromSource(
                            FeedSource.upToNow(tenant -> feed(name), List.of(TenantId.DEFAULT)),
                            StreamEvent.watermarks(Duration.ZERO),
                            "feed",
                            TypeInformation.of(StreamEvent.class))
                    .map(new FailOnce(name))
                    .returns(TypeInformation.of(StreamEvent.class));
            IncidentStreams streams = IncidentStreams.of(events, StreamPlan.until(FlinkLogTest::plan, log.asOf()));
            try (CloseableIterator<ClockSignal> signals = streams.signals().collectAsync();
                    CloseableIterator<StreamFigures> result = streams.figures().collectAsync()) {
                environment.executeAsync("log");
                signals.forEachRemaining(signal -> breach(signal, breaches));
                result.forEachRemaining(figures::add);
            }
        } finally {
            FEEDS.remove(name);
        }

        MetricPlan plan = plan();
        MetricFold expected = plan.measure(log.records().stream(), log.asOf());
        assertThat(feed.failed).isTrue();
        assertThat(figures).hasSize(1);
        assertThat(figures.get(0).late()
                        + figures.get(0).repeated()
                        + figures.get(0).waiting())
                .isZero();
        for (int grouping = 0; grouping < plan.groupings().size(); grouping++) {
            assertThat(figures.get(0).measured(plan).figures(grouping)).isEqualTo(expected.figures(grouping));
        }
        assertThat(breaches).hasSizeGreaterThan(50).isEqualTo(log.breaches());
    }

    private static void breach(ClockSignal signal, Set<String> breaches) {
        String clock = signal.incident() + " " + signal.policy() + "/" + signal.target() + "/" + signal.cycle() + " ";
        if (signal.type().equals(ClockSignal.BREACHED) && !signal.takenBack()) {
            breaches.add(clock + Instant.ofEpochMilli(signal.at()));
        } else if (signal.type().equals(ClockSignal.BREACHED) || signal.type().equals(ClockSignal.BREACH_WITHDRAWN)) {
            breaches.removeIf(breach -> breach.startsWith(clock));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,false", "4,false", "1,true", "4,true"})
    void figures_and_breaches_of_the_sample_are_those_of_one_process(int parallelism, boolean fails) throws Exception {
        isThatOfOneProcess(Log.read(null), parallelism, fails);
    }

    @ParameterizedTest
    @CsvSource({"1,false", "4,false", "4,true"})
    void figures_and_breaches_of_the_real_log_are_those_of_one_process(int parallelism, boolean fails)
            throws Exception {
        Assumptions.assumeTrue(
                Files.exists(LOG), "skipped: the real log is not beside this checkout (see docs/replay.md)");
        isThatOfOneProcess(Log.read(LOG), parallelism, fails);
    }

    /** A clock that is set by hand. */
    private static final class Hand implements InstantSource {
        private Instant instant;

        Hand(Instant instant) {
            this.instant = instant;
        }

        @Override
        public Instant instant() {
            return instant;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void what_a_desk_wrote_into_a_store_is_read_from_its_feed(int parallelism) throws Exception {
        Instant begin = Instant.parse("2026-03-02T09:00:00Z");
        Hand now = new Hand(begin);
        InMemoryIncidentStore store = new InMemoryIncidentStore(now);
        ProcessDefinition itil = ProcessDefinition.itil();
        ServiceDesk desk = ServiceDesk.builder(store, itil).clock(now).build();
        for (int i = 0; i < 40; i++) {
            now.instant = begin.plusSeconds(3_600L * i);
            IncidentId id = desk.report(
                            Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
                                    .impact(Impact.HIGH)
                                    .urgency(i % 2 == 0 ? Urgency.HIGH : Urgency.LOW)
                                    .build(),
                            Actor.caller("bob"))
                    .incident();
            now.instant = now.instant.plusSeconds(60L * i);
            desk.handle(id, new LifecycleCommand.Start(Owner.group("network")), Actor.agent("ann"));
            now.instant = now.instant.plusSeconds(900L * i);
            desk.handle(
                    id,
                    LifecycleCommand.Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed it"),
                    Actor.agent("ann"));
        }
        Instant asOf = begin.plus(Duration.ofDays(4));
        String name = "store " + parallelism;
        FEEDS.put(name, store);
        List<StreamFigures> figures = new ArrayList<>();
        try (StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, new Configuration())) {
            DataStream<StreamEvent> events = environment.fromSource(
                    FeedSource.upToNow(tenant -> feed(name), List.of(TenantId.DEFAULT)),
                    StreamEvent.watermarks(Duration.ofDays(3)),
                    "feed",
                    TypeInformation.of(StreamEvent.class));
            try (CloseableIterator<StreamFigures> result = IncidentStreams.of(
                            events, StreamPlan.until(FlinkLogTest::plan, asOf))
                    .figures()
                    .executeAndCollect()) {
                result.forEachRemaining(figures::add);
            }
        }

        MetricPlan plan = plan();
        List<List<IncidentEvent>> records =
                store.incidents(null, 100).stream().map(desk::events).toList();
        assertThat(figures).hasSize(1);
        assertThat(figures.get(0).measured(plan).figures(0))
                .isEqualTo(plan.measure(records.stream(), asOf).figures(0));
    }
}
