package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Grouping;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import dev.incidentkit.metrics.Metrics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
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
 * figure: a record of twelve events is folded and measured by six metrics, in all and by priority. The bound is a plain
 * loop of counters over the same events that gives the same figures: counts, sums, extremes, and histograms of the times.
 * Both must agree. {@link MetricScale} does the same for ten million incidents.
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
    private Counters counters = new Counters();

    /** Makes the record, and sees that both agree. */
    @Setup
    public void prepare() {
        record = Stories.twelveEvents();
        fold = MetricFold.of(PLAN);
        counters = new Counters();
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

    /** {@return the incident alone, which is a part of what the fold costs} */
    @Benchmark
    public Incident incident() {
        return Incident.replay(record);
    }

    /** A plain loop of counters: all incidents and those of each priority. */
    static final class Counters {
        private final Counter all = new Counter();
        private final Map<String, Counter> byPriority = new HashMap<>();

        void add(List<IncidentEvent> events) {
            Instant reported = Instant.EPOCH;
            Instant acknowledged = null;
            Instant resolved = null;
            String priority = "none";
            boolean reopened = false;
            for (IncidentEvent event : events) {
                if (event instanceof Reported first) {
                    reported = first.meta().effectiveAt();
                } else if (event instanceof TriageEvent.Triaged triaged && triaged.priority() != null) {
                    priority = triaged.priority().name();
                } else if (event instanceof AssignmentEvent.Acknowledged || event instanceof LifecycleEvent.Started) {
                    acknowledged = acknowledged == null ? event.meta().effectiveAt() : acknowledged;
                } else if (event instanceof LifecycleEvent.Resolved) {
                    resolved = event.meta().effectiveAt();
                } else if (event instanceof LifecycleEvent.Reopened) {
                    reopened = true;
                    resolved = null;
                }
            }
            long toAcknowledge = acknowledged == null ? -1 : acknowledged.toEpochMilli() - reported.toEpochMilli();
            long toResolve = resolved == null ? -1 : resolved.toEpochMilli() - reported.toEpochMilli();
            all.add(toAcknowledge, toResolve, reopened);
            byPriority.computeIfAbsent(priority, key -> new Counter()).add(toAcknowledge, toResolve, reopened);
        }

        void mustSayWhat(MetricFold fold) {
            long sum = fold.figures(0, Metrics.RESOLVE).get(0).value("sum").longValueExact();
            long acknowledge =
                    fold.figures(0, Metrics.ACKNOWLEDGE).get(0).value("sum").longValueExact();
            if (sum != all.resolve.sum || acknowledge != all.acknowledge.sum || fold.seen() != all.incidents) {
                throw new IllegalStateException("The fold says " + sum + " and " + acknowledge + " of " + fold.seen()
                        + ", the counters " + all.resolve.sum + " and " + all.acknowledge.sum + " of " + all.incidents);
            }
        }
    }

    /** What is counted of one group. */
    private static final class Counter {
        private long incidents;
        private long reopened;
        private final Times acknowledge = new Times();
        private final Times restore = new Times();
        private final Times resolve = new Times();

        void add(long toAcknowledge, long toResolve, boolean again) {
            incidents++;
            reopened += again ? 1 : 0;
            if (toAcknowledge >= 0) {
                acknowledge.add(toAcknowledge);
            }
            if (toResolve >= 0) {
                restore.add(toResolve);
                resolve.add(toResolve);
            }
        }
    }

    /** Counters of one time, and the histogram that its percentiles come from. */
    private static final class Times {
        private long count;
        private long sum;
        private long min = Long.MAX_VALUE;
        private long max;
        private final Histogram histogram = new Histogram(3);

        Times() {
            histogram.setAutoResize(true);
        }

        void add(long time) {
            count++;
            sum += time;
            min = Math.min(min, time);
            max = Math.max(max, time);
            histogram.recordValue(time);
        }
    }
}
