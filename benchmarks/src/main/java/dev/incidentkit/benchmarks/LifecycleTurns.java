package dev.incidentkit.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Compares two ways of {@link LifecycleBenchmark} on a machine that does other work too: both take turns of some
 * milliseconds in one virtual machine, the second before and after the first, and what counts is the middle of the ratios
 * within a turn. What slows the machine down meets both alike. Start it with {@code -Xbatch} and with a heap that is
 * touched at the start: the first write to a page of memory costs more than a hundred steps.
 */
public final class LifecycleTurns {
    private static final int TURNS = 200;
    private static final int RUNS = 10_000;
    private static final int FEW_RUNS = 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final LifecycleBenchmark benchmark = new LifecycleBenchmark();
    private final Blackhole results = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
    private final Map<String, Way> ways = Map.of(
            "check", new Way(this::check, RUNS),
            "decide", new Way(this::decide, RUNS),
            "stateless4j", new Way(this::stateless4j, RUNS),
            "stateless4j-with-events", new Way(this::stateless4jWithEvents, RUNS),
            "spring", new Way(this::spring, FEW_RUNS));

    /** What is done in a turn, and how many runs of the benchmark it is. */
    private record Way(Runnable turn, int runs) {}

    private LifecycleTurns() {
        benchmark.prepare();
    }

    /**
     * Compares.
     *
     * @param args the names of two ways: check, decide, stateless4j, stateless4j-with-events, spring
     */
    public static void main(String[] args) {
        new LifecycleTurns().compare(args[0], args[1]);
    }

    private void compare(String name, String peer) {
        Way one = ways.get(name);
        Way other = ways.get(peer);
        if (one == null || other == null) {
            throw new IllegalArgumentException("There are " + ways.keySet() + ", but no " + name + " or " + peer);
        }
        for (int i = 0; i < TURNS / 4; i++) {
            one.turn().run();
            other.turn().run();
        }
        double[] ratios = new double[TURNS];
        double[] times = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            double before = time(other);
            times[i] = time(one);
            ratios[i] = 2 * times[i] / (before + time(other));
        }
        tell(name + ", " + Math.round(bytes(one)) + " B", times, "ns");
        tell("of " + peer + ", " + Math.round(bytes(other)) + " B", ratios, "times");
    }

    private static void tell(String what, double[] figures, String unit) {
        Arrays.sort(figures);
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f %s, half of the turns from %.2f to %.2f, least %.2f%n",
                what,
                figures[TURNS / 2],
                unit,
                figures[TURNS / 4],
                figures[3 * TURNS / 4],
                figures[0]);
    }

    /** Processor time of a run, in nanoseconds. */
    private double time(Way way) {
        long begin = threads.getCurrentThreadCpuTime();
        way.turn().run();
        return (double) (threads.getCurrentThreadCpuTime() - begin) / way.runs();
    }

    private double bytes(Way way) {
        long thread = Thread.currentThread().getId();
        long begin = threads.getThreadAllocatedBytes(thread);
        way.turn().run();
        return (double) (threads.getThreadAllocatedBytes(thread) - begin) / way.runs();
    }

    private void check() {
        for (int i = 0; i < RUNS; i++) {
            benchmark.check(results);
        }
    }

    private void decide() {
        for (int i = 0; i < RUNS; i++) {
            benchmark.decide(results);
        }
    }

    private void stateless4j() {
        for (int i = 0; i < RUNS; i++) {
            results.consume(benchmark.peerStateless4j());
        }
    }

    private void stateless4jWithEvents() {
        for (int i = 0; i < RUNS; i++) {
            benchmark.peerStateless4jWithEvents(results);
        }
    }

    private void spring() {
        for (int i = 0; i < FEW_RUNS; i++) {
            results.consume(benchmark.peerSpringStatemachine());
        }
    }
}
