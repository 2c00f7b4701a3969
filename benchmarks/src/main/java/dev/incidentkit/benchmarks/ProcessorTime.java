package dev.incidentkit.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Runs the benchmarks on a machine that does other work too, where the wall clock says little: warm-up is counted in
 * runs and not in seconds, the processor time of the thread is taken, the benchmarks take turns, and the least of forty
 * rounds counts. Start it with {@code -Xbatch}, so that nothing is measured before it is compiled. Compilation and
 * garbage collection are work of other threads and not in its figures; JMH's are the ones to quote from a quiet machine.
 */
public final class ProcessorTime {
    private static final int ROUNDS = 40;

    private final Map<String, Supplier<Object>> benchmarks = new LinkedHashMap<>();
    private final Map<String, long[]> least = new LinkedHashMap<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Blackhole results = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    private ProcessorTime() {}

    /**
     * Runs them all.
     *
     * @param args none is read
     */
    public static void main(String[] args) {
        new ProcessorTime().pure().run(300_000, 20_000);
        new ProcessorTime().desk().run(15_000, 300);
        new ProcessorTime().spring().run(100, 5);
    }

    private ProcessorTime pure() {
        FoldBenchmark fold = new FoldBenchmark();
        fold.prepare();
        benchmarks.put("fold", fold::fold);
        benchmarks.put("fold: bound", fold::bound);
        benchmarks.put("fold: applyOne", fold::applyOne);
        LifecycleBenchmark lifecycle = new LifecycleBenchmark();
        lifecycle.prepare();
        benchmarks.put("check", () -> {
            lifecycle.check(results);
            return results;
        });
        benchmarks.put("decide", () -> {
            lifecycle.decide(results);
            return results;
        });
        benchmarks.put("walk", lifecycle::walk);
        benchmarks.put("stateless4j", lifecycle::peerStateless4j);
        benchmarks.put("hand-written table", lifecycle::bound);
        return this;
    }

    private ProcessorTime desk() {
        DeskBenchmark desk = new DeskBenchmark();
        desk.prepare();
        benchmarks.put("report", desk::report);
        benchmarks.put("command x 11", desk::command);
        benchmarks.put("load", desk::load);
        benchmarks.put("decodeOne", desk::decodeOne);
        benchmarks.put("encodeOne", desk::encodeOne);
        benchmarks.put("sealOne", () -> sealed(desk));
        benchmarks.put("append", desk::append);
        return this;
    }

    private static Object sealed(DeskBenchmark desk) {
        try {
            return desk.sealOne();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one has not", e);
        }
    }

    private ProcessorTime spring() {
        LifecycleBenchmark lifecycle = new LifecycleBenchmark();
        lifecycle.prepare();
        benchmarks.put("Spring Statemachine", lifecycle::peerSpringStatemachine);
        return this;
    }

    private void run(int warmUp, int runs) {
        benchmarks.values().forEach(benchmark -> repeat(benchmark, warmUp));
        for (int round = 0; round < ROUNDS; round++) {
            benchmarks.forEach((name, benchmark) -> measure(name, benchmark, runs));
        }
        least.forEach((name, figures) -> System.out.printf(
                Locale.ROOT,
                "%-20s %12.1f ns/op %10.0f B/op%n",
                name,
                (double) figures[0] / runs,
                (double) figures[1] / runs));
    }

    private void measure(String name, Supplier<Object> benchmark, int runs) {
        long thread = Thread.currentThread().getId();
        long bytes = threads.getThreadAllocatedBytes(thread);
        long time = threads.getCurrentThreadCpuTime();
        repeat(benchmark, runs);
        long spent = threads.getCurrentThreadCpuTime() - time;
        long allocated = threads.getThreadAllocatedBytes(thread) - bytes;
        least.merge(name, new long[] {spent, allocated}, (one, other) ->
                new long[] {Math.min(one[0], other[0]), other[1]});
    }

    private void repeat(Supplier<Object> benchmark, int times) {
        for (int i = 0; i < times; i++) {
            results.consume(benchmark.get());
        }
    }
}
