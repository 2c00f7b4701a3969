package dev.incidentkit.benchmarks.rules;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What an engine takes to be built from a table, and to be kept: time from the rows (for engines that read text: from
 * that text, its making included) to readiness, median of ten after ten; and heap that stays, of ten engines over one,
 * prepared inputs apart. For libraries that keep caches for all engines the figure is what one more takes.
 */
public final class Footprint {
    private static final int COPIES = 10;

    private Footprint() {}

    /**
     * Measures all engines.
     *
     * @param args the table
     */
    public static void main(String[] args) {
        String table = args.length > 0 ? args[0] : "40x8";
        Workload workload = Workload.named(table);
        System.out.println(table + ": " + workload.histogram());
        for (String engine : Peer.all().keySet()) {
            build(engine, workload);
            long[] times = build(engine, workload);
            long before = used();
            List<Peer> kept = new ArrayList<>();
            for (int i = 0; i < COPIES; i++) {
                kept.add(Peer.of(engine, workload));
            }
            long engines = used() - before;
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%-16s built in %8.2f ms, keeps %,12d bytes with its inputs%n",
                    engine,
                    times[COPIES / 2] / 1e6,
                    engines / COPIES);
            kept.forEach(Peer::close);
        }
    }

    private static long[] build(String engine, Workload workload) {
        long[] times = new long[COPIES];
        for (int i = 0; i < COPIES; i++) {
            long start = System.nanoTime();
            Peer.of(engine, workload).close();
            times[i] = System.nanoTime() - start;
        }
        return times;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
