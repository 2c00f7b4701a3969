package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Grouping;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import dev.incidentkit.metrics.Metrics;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Serves the decision that metrics are definitions which are asked incident by incident, and not loops written for each
 * figure: a record of twelve events is measured by six metrics, in all and by priority. The bound is a plain loop of
 * counters over the same events that gives the same figures: counts, sums, extremes, and histograms of the times. Both
 * must agree. {@link MetricScale} does the same for ten million incidents.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MetricBenchmark {
    static final MetricPlan PLAN = MetricPlan.of(List.of(
                    Metrics.VOLUME,
                    Metrics.ACKNOWLEDGE,
                    Metrics.RESTORE,
                    Metrics.RESOLVE,
                    Metrics.REOPEN_RATE,
                    Metrics.REASSIGNMENT_RATE))
            .by(Grouping.by(), Grouping.by(Dimension.PRIORITY));

    private List<IncidentEvent> record = List.of();
    private MetricFold fold = MetricFold.of(PLAN);
    private PlainCounters counters = new PlainCounters();

    /** Makes the record, and sees that both agree. */
    @Setup
    public void prepare() {
        record = Stories.twelveEvents();
        fold = MetricFold.of(PLAN);
        counters = new PlainCounters();
        fold.add(PLAN.view(record, Stories.AT));
        counters.add(record);
        counters.mustSayWhat(fold);
    }

    /** {@return the fold, with one more incident} */
    @Benchmark
    public MetricFold fold() {
        fold.add(PLAN.view(record, Stories.AT));
        return fold;
    }

    /** {@return the counters, with one more incident} */
    @Benchmark
    public Object bound() {
        counters.add(record);
        return counters;
    }

    /** {@return the fold, with one more incident that was folded as a whole, as a metric of a host's own asks for it} */
    @Benchmark
    public MetricFold foldOfWhole() {
        fold.add(PLAN.view(Incident.replay(record), Stories.AT));
        return fold;
    }
}
