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
 * {@code -Dincidentkit.flink.incidents=10000000} measures, and prints the incidents that a core did a second. What it
 * takes to make the incidents is taken off both.
 */
class ManyIncidentsTest {
    private static final int INCIDENTS = Integer.getInteger("incidentkit.flink.incidents", 1_000);
    private static final int PARALLELISM = 2;
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    /** Longer than any of the records lasts, so that no event is late. */
    private static final Duration LONGEST = Duration.ofDays(45);

    private static final Instant AS_OF =
            Records.BEGIN.plus(BETWEEN.multipliedBy(INCIDENTS)).plus(LONGEST);

    /** The parts of a sequence are read side by side: each begins at the same time. */
    private static List<StreamEvent> made(long place, EventCodec codec) {
        long part = Math.max(1, INCIDENTS / PARALLELISM);
        Instant reported = Records.BEGIN.plus(BETWEEN.multipliedBy(place % part * PARALLELISM));
        List<IncidentEvent> record = Records.made(place, reported);
        return Records.events(record, new IncidentId("INC-" + (place + 1)), codec);
    }

    private static final class Maker implements FlatMapFunction<Long, StreamEvent> {
        private static final long serialVersionUID = 1L;
        private transient EventCodec codec = new EventCodec();

        @Override
        public void flatMap(Long place, Collector<StreamEvent> out) {
            if (codec == null) {
                codec = new EventCodec();
            }
            made(place, codec).forEach(out::collect);
        }
    }

    private static double processorSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static double making() {
        double begin = processorSeconds();
        EventCodec codec = new EventCodec();
        long events = 0;
        for (int i = 0; i < INCIDENTS; i++) {
            events += made(i, codec).size();
        }
        double seconds = processorSeconds() - begin;
        print(
                "%,d incidents of %.1f events made in %.1f s of processor time%n",
                INCIDENTS, (double) events / INCIDENTS, seconds);
        return seconds;
    }

    private static MetricFold oneProcess(MetricPlan plan) {
        EventCodec codec = new EventCodec();
        MetricFold fold = MetricFold.of(plan);
        for (int i = 0; i < INCIDENTS; i++) {
            List<IncidentEvent> record = new ArrayList<>();
            for (StreamEvent event : made(i, codec)) {
                record.add(codec.decode(event.encoded()));
            }
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
        double making = making();
        double begin = processorSeconds();
        MetricFold alone = oneProcess(plan);
        double one = processorSeconds() - begin - making;
        begin = processorSeconds();
        List<StreamFigures> figures = onFlink();
        double cluster = processorSeconds() - begin - making;

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
