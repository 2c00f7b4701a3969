package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.metrics.MetricFold;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures ten million incidents, or as many as its argument says: how many a core folds in a second of processor time,
 * beside the plain loop of counters; that sixteen parts merge to the whole, and how many bytes a part is.
 *
 * <pre>java -Xmx256m -cp benchmarks/target/benchmarks.jar dev.incidentkit.benchmarks.MetricScale 10000000</pre>
 */
public final class MetricScale {
    private static final int PARTS = 16;
    private static final int RECORDS = 512;
    private static final long MANY = 10_000_000;

    private MetricScale() {}

    /**
     * Runs the measurement.
     *
     * @param args how many incidents; ten million where nothing is said
     * @throws IOException if a partial result cannot be read back
     */
    public static void main(String[] args) throws IOException {
        long count = args.length == 0 ? MANY : Long.parseLong(args[0]);
        List<List<IncidentEvent>> records = Records.shifted(Stories.twelveEvents(), RECORDS);
        for (int round = 0; round < 2; round++) {
            MetricBenchmark.Counters counters = new MetricBenchmark.Counters();
            double bound = rate("plain loop of counters", count, records, counters::add);
            MetricFold whole = MetricFold.of(MetricBenchmark.PLAN);
            double fold = rate(
                    "metric fold", count, records, record -> whole.add(MetricBenchmark.PLAN.view(record, Stories.AT)));
            counters.mustSayWhat(whole);
            print("the fold takes %.2f times the loop's time%n", bound / fold);
            parts(count, records, whole);
        }
    }

    private static double rate(
            String name, long count, List<List<IncidentEvent>> records, Consumer<List<IncidentEvent>> each) {
        long begin = processorTime();
        for (long i = 0; i < count; i++) {
            each.accept(records.get((int) (i % RECORDS)));
        }
        double seconds = (processorTime() - begin) / 1e9;
        print("%s: %,d incidents in %.2f s of one core, %,.0f a second%n", name, count, seconds, count / seconds);
        return count / seconds;
    }

    private static void parts(long count, List<List<IncidentEvent>> records, MetricFold whole) throws IOException {
        List<MetricFold> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            parts.add(MetricFold.of(MetricBenchmark.PLAN));
        }
        for (long i = 0; i < count; i++) {
            parts.get((int) (i * PARTS / count))
                    .add(MetricBenchmark.PLAN.view(records.get((int) (i % RECORDS)), Stories.AT));
        }
        long begin = processorTime();
        MetricFold merged = MetricFold.of(MetricBenchmark.PLAN);
        int bytes = 0;
        for (MetricFold part : parts) {
            byte[] sent = part.toBytes();
            bytes = Math.max(bytes, sent.length);
            merged.merge(MetricFold.of(MetricBenchmark.PLAN, sent));
        }
        double millis = (processorTime() - begin) / 1e6;
        boolean same =
                merged.figures(0).equals(whole.figures(0)) && merged.figures(1).equals(whole.figures(1));
        print(
                "%d parts merged in %.1f ms, each at most %,d bytes; equal to the whole: %s%n",
                PARTS, millis, bytes, same);
        if (!same) {
            throw new IllegalStateException(PARTS + " parts do not merge to the whole of " + count);
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @SuppressWarnings("SystemOut") // a program for people
    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
