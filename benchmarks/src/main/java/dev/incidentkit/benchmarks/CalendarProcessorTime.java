package dev.incidentkit.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Runs {@link CalendarBenchmark} on a machine that does other work too, as {@link ProcessorTime} does with the others: the
 * processor time of the thread is taken, the benchmarks take turns, and the least of the rounds counts. Answers stay
 * primitive, so that what is allocated is the benchmark's. Start it with {@code -Xbatch}.
 */
public final class CalendarProcessorTime {
    private static final int ROUNDS = 25;

    private final Map<String, LongSupplier> benchmarks = new LinkedHashMap<>();
    private final Map<String, double[]> least = new LinkedHashMap<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long sum;

    private CalendarProcessorTime() {}

    /**
     * Runs them all for each span.
     *
     * @param args none is read
     */
    public static void main(String[] args) {
        Map<String, Integer> peerRuns = Map.of("1d", 20_000, "30d", 3_000, "2000h", 100, "5y", 50);
        peerRuns.forEach((span, runs) -> {
            CalendarBenchmark calendar = new CalendarBenchmark(span);
            calendar.prepare();
            new CalendarProcessorTime().library(calendar).run(span, 400_000, 100_000);
            new CalendarProcessorTime().peers(calendar).run(span, 4 * runs, runs);
        });
    }

    private CalendarProcessorTime library(CalendarBenchmark calendar) {
        benchmarks.put("after", calendar::after);
        benchmarks.put("after: bound", calendar::afterBound);
        benchmarks.put("between", calendar::between);
        benchmarks.put("between: bound", calendar::betweenBound);
        return this;
    }

    private CalendarProcessorTime peers(CalendarBenchmark calendar) {
        benchmarks.put("after: java.time walk", calendar::afterJavaTimeWalk);
        benchmarks.put("after: jBPM", calendar::afterJbpm);
        benchmarks.put("after: ObjectLab", calendar::afterObjectlab);
        benchmarks.put("after: businessCalendar4j", calendar::afterBusinessCalendar4j);
        benchmarks.put("between: java.time walk", calendar::betweenJavaTimeWalk);
        benchmarks.put("between: ObjectLab", calendar::betweenObjectlab);
        benchmarks.put("between: businessCalendar4j", calendar::betweenBusinessCalendar4j);
        return this;
    }

    private void run(String span, int warmUp, int runs) {
        benchmarks.values().forEach(benchmark -> repeat(benchmark, warmUp));
        for (int round = 0; round < ROUNDS; round++) {
            benchmarks.forEach((name, benchmark) -> measure(name, benchmark, runs));
        }
        least.forEach((name, figures) -> System.out.printf(
                Locale.ROOT, "%-6s %-28s %12.1f ns/op %10.1f B/op%n", span, name, figures[0], figures[1]));
        if (sum == 0) {
            throw new IllegalStateException("The answers add up to " + sum + ", so nothing was measured");
        }
    }

    private void measure(String name, LongSupplier benchmark, int runs) {
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long time = threads.getCurrentThreadCpuTime();
        repeat(benchmark, runs);
        double spent = (double) (threads.getCurrentThreadCpuTime() - time) / runs;
        double allocated = (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / runs;
        least.merge(name, new double[] {spent, allocated}, (one, other) ->
                new double[] {Math.min(one[0], other[0]), Math.min(one[1], other[1])});
    }

    private void repeat(LongSupplier benchmark, int times) {
        for (int i = 0; i < times; i++) {
            sum += benchmark.getAsLong();
        }
    }
}
