package dev.incidentkit.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/**
 * Many made-up incidents of two years, measured by a job on a cluster in this process and by one thread without it, from the
 * same events as JSON. Both must tell the same. The short form is part of every build;
 * {@code -Dincidentkit.flink.incidents=10000000} measures, and prints the incidents that a core did a second. So that
 * not the making is measured, at most 10,000 records are made before, and come again under other names. The job gets the
 * events in the order of time, as a feed gives them, so that its state is of those incidents that are open.
 */
class ManyIncidentsTest {
    private static final int INCIDENTS = Integer.getInteger("incidentkit.flink.incidents", 1_000);
    private static final int PARALLELISM = 2;

    /** How many incidents have the same record. */
    private static final int COPIES = Math.max(1, INCIDENTS / 10_000);

    private static final Duration LONG = Duration.ofDays(730);

    /** Every two weeks, and more seldom where there are few incidents, so that not the merging of figures is measured. */
    private static final Duration EVERY = LONG.dividedBy(Math.min(52, 1 + INCIDENTS / 20_000));

    private static final List<List<StreamEvent>> MADE = made();

    /** The events of all records as they take effect. */
    private static final List<StreamEvent> IN_TIME = MADE.stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingLong(StreamEvent::effectiveAt))
            .toList();

    private static final int HALF = (IN_TIME.size() + 1) / PARALLELISM;

    private static final Instant AS_OF =
            Instant.ofEpochMilli(IN_TIME.get(IN_TIME.size() - 1).effectiveAt()).plus(Duration.ofDays(2));

    private static List<List<StreamEvent>> made() {
        EventCodec codec = new EventCodec();
        List<List<StreamEvent>> made = new ArrayList<>();
        int size = INCIDENTS / COPIES;
        for (int place = 0; place < size; place++) {
            Instant reported = Records.BEGIN.plus(LONG.multipliedBy(place).dividedBy(size));
            made.add(Records.events(Records.ended(place, reported), new IncidentId("INC-" + place), codec));
        }
        return made;
    }

    static MetricPlan plan() {
        return Records.plan().withExactUpTo(1_000);
    }

    private static StreamEvent copy(StreamEvent event, int copy) {
        return new StreamEvent(
                event.tenant(),
                event.incident() + "-" + copy,
                event.sequence(),
                event.type(),
                event.form(),
                event.body(),
                event.effectiveAt());
    }

    /** The halves of a sequence are read side by side: each gives every other event, so that time goes on in both. */
    private static final class Maker implements FlatMapFunction<Long, StreamEvent> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap(Long number, Collector<StreamEvent> out) {
            int place = (int) (number % HALF * PARALLELISM + number / HALF);
            for (int i = 0; place < IN_TIME.size() && i < COPIES; i++) {
                out.collect(copy(IN_TIME.get(place), i));
            }
        }
    }

    private static double processorSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static MetricFold oneProcess(MetricPlan plan) {
        EventCodec codec = new EventCodec();
        MetricFold fold = MetricFold.of(plan);
        for (int i = 0; i < COPIES; i++) {
            for (List<StreamEvent> made : MADE) {
                List<IncidentEvent> record = new ArrayList<>();
                for (StreamEvent event : made) {
                    record.add(codec.decode(copy(event, i).encoded()));
                }
                fold.add(plan.view(record, AS_OF));
            }
        }
        return fold;
    }

    /**
     * Keeps the last figures, and tells of which instants there were some. Those of many incidents are too large for what
     * Flink collects.
     */
    private static final class Keeper implements MapFunction<StreamFigures, Long> {
        private static final long serialVersionUID = 1L;
        private static final AtomicReference<StreamFigures> LAST = new AtomicReference<>();

        @Override
        public Long map(StreamFigures figures) {
            LAST.set(figures);
            return figures.asOf();
        }
    }

    private static List<Long> onFlink() throws Exception {
        try (StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM)) {
            DataStream<StreamEvent> events = environment
                    .fromSequence(0, (long) HALF * PARALLELISM - 1)
                    .flatMap(new Maker())
                    .returns(TypeInformation.of(StreamEvent.class))
                    .assignTimestampsAndWatermarks(StreamEvent.watermarks(Duration.ZERO));
            StreamPlan plan = StreamPlan.until(ManyIncidentsTest::plan, AS_OF)
                    .andEvery(EVERY)
                    .settlingAfter(Duration.ofDays(1))
                    .inShards(2 * PARALLELISM);
            IncidentStreams streams = IncidentStreams.of(events, plan);
            CloseableIterator<Long> instants =
                    streams.figures().map(new Keeper()).setParallelism(1).collectAsync();
            environment.executeAsync("many incidents");
            List<Long> all = new ArrayList<>();
            try (instants) {
                instants.forEachRemaining(all::add);
            }
            return all;
        }
    }

    @Test
    void are_measured_on_a_cluster_as_by_one_process() throws Exception {
        double begin = processorSeconds();
        MetricFold alone = oneProcess(plan());
        double one = processorSeconds() - begin;
        begin = processorSeconds();
        List<Long> instants = onFlink();
        double cluster = processorSeconds() - begin;

        print(
                "%,d incidents of %.1f events, figures as of %d instants%n",
                INCIDENTS, (double) IN_TIME.size() / MADE.size(), instants.size());
        print("one process: %,.0f incidents a second and core; Flink: %,.0f%n", INCIDENTS / one, INCIDENTS / cluster);
        assertThat(instants).isSorted().endsWith(AS_OF.toEpochMilli());
        areThoseOfOneProcess(Objects.requireNonNull(Keeper.LAST.get()), alone);
    }

    private static void areThoseOfOneProcess(StreamFigures last, MetricFold alone) throws IOException {
        assertThat(last.asOf()).isEqualTo(AS_OF.toEpochMilli());
        assertThat(last.late() + last.repeated() + last.waiting()).isZero();
        MetricFold measured = last.measured(alone.plan());
        assertThat(measured.seen()).isEqualTo(INCIDENTS);
        for (int grouping = 0; grouping < alone.plan().groupings().size(); grouping++) {
            assertThat(measured.figures(grouping)).isEqualTo(alone.figures(grouping));
        }
    }

    @SuppressWarnings("SystemOut") // a measurement for people
    private static void print(String format, Object... values) {
        if (INCIDENTS < 100_000) {
            return; // nothing is compiled yet, so that it says nothing
        }
        System.out.printf(Locale.ROOT, format, values);
    }
}
