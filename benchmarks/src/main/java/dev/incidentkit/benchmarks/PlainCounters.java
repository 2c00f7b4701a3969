package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.GroupKey;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.Metrics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * The bound of metrics: a loop over events as one writes it for the figures of {@link MetricBenchmark#PLAN} and for nothing
 * else. It knows what these records hold, and neither checks them nor looks for what they do not have: relations,
 * cancellations, times before the report.
 */
final class PlainCounters {
    private final Counter all = new Counter();
    private final Map<String, Counter> byPriority = new HashMap<>();

    void add(List<IncidentEvent> events) {
        Instant reported = Instant.EPOCH;
        Instant acknowledged = null;
        Instant resolved = null;
        Owner owner = null;
        String priority = "none";
        int marks = 0;
        for (IncidentEvent event : events) {
            if (event instanceof Reported first) {
                reported = first.meta().effectiveAt();
                marks |= first.drill() ? Counter.DRILL : 0;
            } else if (event instanceof TriageEvent.Triaged triaged && triaged.priority() != null) {
                priority = triaged.priority().name();
            } else if (event instanceof AssignmentEvent.Assigned assigned) {
                marks |= owner == null || owner.equals(assigned.owner()) ? 0 : Counter.REASSIGNED;
                owner = assigned.owner();
            } else if (event instanceof AssignmentEvent.Acknowledged || event instanceof LifecycleEvent.Started) {
                acknowledged = acknowledged == null ? event.meta().effectiveAt() : acknowledged;
            } else if (event instanceof LifecycleEvent.Resolved) {
                resolved = event.meta().effectiveAt();
                marks |= Counter.RESOLVED;
            } else if (event instanceof LifecycleEvent.Reopened) {
                resolved = null;
                marks |= Counter.REOPENED;
            }
        }
        long toAcknowledge = acknowledged == null ? -1 : acknowledged.toEpochMilli() - reported.toEpochMilli();
        long toResolve = resolved == null ? -1 : resolved.toEpochMilli() - reported.toEpochMilli();
        all.add(toAcknowledge, toResolve, marks);
        byPriority.computeIfAbsent(priority, key -> new Counter()).add(toAcknowledge, toResolve, marks);
    }

    /** Every figure of both groupings must be the same. */
    void mustSayWhat(MetricFold fold) {
        all.mustSay(fold, 0, GroupKey.ALL);
        byPriority.forEach((priority, counter) -> counter.mustSay(fold, 1, new GroupKey("", List.of(priority))));
        same(fold.figures(1, Metrics.VOLUME).size(), byPriority.size(), "groups");
    }

    private static void same(Object fold, Object counters, String what) {
        if (!fold.equals(counters)) {
            throw new IllegalStateException("Of " + what + " the fold says " + fold + ", the counters " + counters);
        }
    }

    /** What is counted of one group. */
    private static final class Counter {
        static final int DRILL = 1;
        static final int REASSIGNED = 2;
        static final int RESOLVED = 4;
        static final int REOPENED = 8;

        private long incidents;
        private long drills;
        private long resolved;
        private long reopened;
        private long reassigned;
        private final Times acknowledge = new Times();
        private final Times restore = new Times();
        private final Times resolve = new Times();

        void add(long toAcknowledge, long toResolve, int marks) {
            if ((marks & DRILL) != 0) {
                drills++;
                return;
            }
            incidents++;
            resolved += (marks & RESOLVED) != 0 ? 1 : 0;
            reopened += (marks & REOPENED) != 0 ? 1 : 0;
            reassigned += (marks & REASSIGNED) != 0 ? 1 : 0;
            if (toAcknowledge >= 0) {
                acknowledge.add(toAcknowledge);
            }
            if (toResolve >= 0) {
                restore.add(toResolve);
                resolve.add(toResolve);
            }
        }

        void mustSay(MetricFold fold, int grouping, GroupKey group) {
            Function<Metric, Figure> figure = metric -> fold.figures(grouping, metric).stream()
                    .filter(each -> each.group().equals(group))
                    .findFirst()
                    .orElseThrow();
            acknowledge.mustSay(figure.apply(Metrics.ACKNOWLEDGE));
            restore.mustSay(figure.apply(Metrics.RESTORE));
            resolve.mustSay(figure.apply(Metrics.RESOLVE));
            for (Metric metric : fold.plan().metrics()) {
                Figure each = figure.apply(metric);
                same(each.population(), incidents + drills, "population of " + metric.name());
                same(each.excluded().getOrDefault("drill", 0L), drills, "drills");
            }
            same(values(figure.apply(Metrics.VOLUME)), Map.of("incidents", incidents), "volume");
            same(values(figure.apply(Metrics.REOPEN_RATE)), yesNo(reopened, resolved), "reopened");
            same(values(figure.apply(Metrics.REASSIGNMENT_RATE)), yesNo(reassigned, incidents), "reassigned");
        }

        private static Map<String, Long> yesNo(long yes, long of) {
            return Map.of("yes", yes, "no", of - yes);
        }

        private static Map<String, Long> values(Figure figure) {
            Map<String, Long> values = new TreeMap<>();
            figure.values().forEach((name, value) -> {
                if (!name.equals("share")) {
                    values.put(name, value.longValueExact());
                }
            });
            return values;
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

        void mustSay(Figure figure) {
            same(figure.n(), count, "count of " + figure.metric());
            if (count == 0) {
                return;
            }
            same(figure.value("sum"), BigDecimal.valueOf(sum), "sum of " + figure.metric());
            same(figure.value("min"), BigDecimal.valueOf(min), "least of " + figure.metric());
            same(figure.value("max"), BigDecimal.valueOf(max), "most of " + figure.metric());
            if (figure.relativeError().signum() > 0) {
                same(figure.value("median"), percentile(50), "median of " + figure.metric());
                same(figure.value("p90"), percentile(90), "p90 of " + figure.metric());
                same(figure.value("p95"), percentile(95), "p95 of " + figure.metric());
            }
        }

        private BigDecimal percentile(int percent) {
            return BigDecimal.valueOf(Math.min(max, histogram.getValueAtPercentile(percent)));
        }
    }
}
