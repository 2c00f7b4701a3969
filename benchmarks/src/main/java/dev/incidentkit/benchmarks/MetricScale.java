package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.Incident;
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
 * beside the plain loop of counters, and where incidents are folded as a whole; that sixteen parts merge to the whole, and how many bytes a part is.
 *
 * <pre>java -Xmx256m -cp benchmarks/target/benchmarks.jar dev.incidentkit.benchmarks.MetricScale 10000000</pre>
 */
public final class MetricScale {
    private static final int PARTS = 16;
    private static final int RECORDS = 512;
    private static final long MANY = 10_000_000;
    private static final int TURNS = 40;

    private MetricScale() {}

    /**
     * Runs the measurement.
     *
     * @param args how many incidents; ten million where nothing is said
     * @throws IOException if a partial result cannot be read back
     */
    public static void main(String[] args) throws IOException {
        long count = args.length == 0 ? MANY : Long.parseLong(args[0]);
        List<List<IncidentEvent>> records = Records.varied(Stories.twelveEvents(), RECORDS);
        PlainCounters counters = new PlainCounters();
        MetricFold fold = MetricFold.of(MetricBenchmark.PLAN);
        MetricFold ofWhole = MetricFold.of(MetricBenchmark.PLAN);
        List<Runner> runners = List.of(
                new Runner("plain loop of counters", counters::add),
                new Runner("metric fold", record -> fold.add(MetricBenchmark.PLAN.view(record, Stories.AT))),
                new Runner(
                        "metric fold of whole incidents",
                        record -> ofWhole.add(MetricBenchmark.PLAN.view(Incident.replay(record), Stories.AT))));
        for (int turn = 0; turn < TURNS; turn++) {
            for (Runner runner : runners) {
                runner.run(records, count * turn / TURNS, count * (turn + 1) / TURNS);
            }
        }
        runners.forEach(runner -> runner.tell(count, runners.get(0)));
        counters.mustSayWhat(fold);
        counters.mustSayWhat(ofWhole);
        parts(count, records, fold);
    }

    /** One of those that are compared. They take turns, so that a busy host slows all of them alike. */
    private static final class Runner {
        private final String name;
        private final Consumer<List<IncidentEvent>> each;
        private long nanos;
        private double least = Double.MAX_VALUE;

        Runner(String name, Consumer<List<IncidentEvent>> each) {
            this.name = name;
            this.each = each;
        }

        void run(List<List<IncidentEvent>> records, long from, long to) {
            long begin = processorTime();
            for (long i = from; i < to; i++) {
                each.accept(records.get((int) (i % RECORDS)));
            }
            long took = processorTime() - begin;
            nanos += took;
            least = to == from ? least : Math.min(least, (double) took / (to - from));
        }

        void tell(long count, Runner bound) {
            print(
                    "%s: %,d incidents in %.2f s of one core, %,.0f a second, %.2f times the loop's time; "
                            + "in the best of %d turns %.0f ns an incident, %.2f times%n",
                    name,
                    count,
                    nanos / 1e9,
                    count / (nanos / 1e9),
                    (double) nanos / bound.nanos,
                    TURNS,
                    least,
                    least / bound.least);
        }
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
