package dev.incidentkit.benchmarks.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long a new virtual machine takes to its first decision, measured as a whole process: start, classes, table, engine,
 * one answer, end. Prints the median and the least of several runs; {@code none} is a process that decides nothing.
 */
public final class StartUp {
    private StartUp() {}

    /**
     * Measures all engines.
     *
     * @param args how many runs each, and the table
     * @throws IOException if a process cannot be started
     * @throws InterruptedException if somebody interrupts
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        String table = args.length > 1 ? args[1] : "40x8";
        measure("none", table, runs);
        for (String engine : Peer.all().keySet()) {
            measure(engine, table, runs);
        }
    }

    private static void measure(String engine, String table, int runs) throws IOException, InterruptedException {
        long[] times = new long[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            int code = new ProcessBuilder(command(engine, table))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            times[run] = System.nanoTime() - start;
            if (code != 0) {
                throw new IllegalStateException(engine + " ended with " + code);
            }
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT, "%-16s median %7.0f ms   least %7.0f ms%n", engine, times[runs / 2] / 1e6, times[0] / 1e6);
    }

    private static List<String> command(String engine, String table) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FirstDecision.class.getName(),
                engine,
                table);
    }
}
