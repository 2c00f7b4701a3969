package dev.incidentkit.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/**
 * Many made-up incidents, measured by a job on a cluster in this process and by one thread without it, from the same
 * events as JSON. Both must tell the same. The short form is part of every build;
 * {@code -Dincidentkit.flink.incidents=10000000} measures, and prints the incidents that a core did a second. So that
 * not the making is measured, 10,000 records are made before, and come again under other names.
 */
class ManyIncidentsTest {
    private static final int INCIDENTS = Integer.getInteger("incidentkit.flink.incidents", 1_000);
    private static final int PARALLELISM = 2;
    private static final Duration BETWEEN = Duration.ofMinutes(2);

    /** Longer than any of the records lasts, so that no event is late. */
    private static final Duration LONGEST = Duration.ofDays(45);

    private static final Instant AS_OF =
            Records.BEGIN.plus(BETWEEN.multipliedBy(INCIDENTS)).plus(LONGEST);

    private static final int PART = INCIDENTS / PARALLELISM;

    /** How many incidents after each other have the same record. */
    private static final int COPIES = Math.max(1, INCIDENTS / 10_000);

    private static final List<List<StreamEvent>> MADE = made();

    /** The parts of a sequence are read side by side: each begins at the same time. */
    private static List<List<StreamEvent>> made() {
        EventCodec codec = new EventCodec();
        List<List<StreamEvent>> made = new ArrayList<>();
        for (int place = 0; place < INCIDENTS; place += COPIES) {
            Instant reported = Records.BEGIN.plus(BETWEEN.multipliedBy((long) place % PART * PARALLELISM));
            made.add(Records.events(Records.made(place, reported), new IncidentId("INC-" + place), codec));
        }
        return made;
    }

    /** The events of the incident at a place, under its name. */
    private static void forEach(long place, Consumer<StreamEvent> use) {
        String name = "INC-" + place;
        for (StreamEvent event : MADE.get((int) (place / COPIES))) {
            use.accept(new StreamEvent(
                    event.tenant(),
                    name,
                    event.sequence(),
                    event.type(),
                    event.form(),
                    event.body(),
                    event.effectiveAt()));
        }
    }

    private static final class Maker implements FlatMapFunction<Long, StreamEvent> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap(Long place, Collector<StreamEvent> out) {
            forEach(place, out::collect);
        }
    }

    private static double processorSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static MetricFold oneProcess(MetricPlan plan) {
        EventCodec codec = new EventCodec();
        MetricFold fold = MetricFold.of(plan);
        for (int i = 0; i < INCIDENTS; i++) {
            List<IncidentEvent> record = new ArrayList<>();
            forEach(i, event -> record.add(codec.decode(event.encoded())));
            fold.add(plan.view(record, AS_OF));
        }
        return fold;
    }

    private static List<StreamFigures> onFlink() throws Exception {
        try (StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM)) {
            DataStream<StreamEvent> events = environment
                    .fromSequence(0, INCIDENTS - 1)
                    .flatMap(new Maker())
                    .returns(TypeInformation.of(StreamEvent.class))
                    .assignTimestampsAndWatermarks(StreamEvent.watermarks(LONGEST));
            IncidentStreams streams = IncidentStreams.of(
                    events, StreamPlan.until(Records::plan, AS_OF).settlingAfter(Duration.ofDays(1)));
            CloseableIterator<StreamFigures> figures = streams.figures().collectAsync();
            environment.executeAsync("many incidents");
            List<StreamFigures> all = new ArrayList<>();
            try (figures) {
                figures.forEachRemaining(all::add);
            }
            return all;
        }
    }

    @Test
    void are_measured_on_a_cluster_as_by_one_process() throws Exception {
        MetricPlan plan = Records.plan();
        double begin = processorSeconds();
        MetricFold alone = oneProcess(plan);
        double one = processorSeconds() - begin;
        begin = processorSeconds();
        List<StreamFigures> figures = onFlink();
        double cluster = processorSeconds() - begin;

        print("one process: %,.0f incidents a second and core; Flink: %,.0f%n", INCIDENTS / one, INCIDENTS / cluster);
        assertThat(figures).hasSize(1);
        assertThat(figures.get(0).late()).isZero();
        MetricFold measured = figures.get(0).measured(plan);
        assertThat(measured.seen()).isEqualTo(INCIDENTS);
        for (int grouping = 0; grouping < plan.groupings().size(); grouping++) {
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
