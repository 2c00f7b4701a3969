package dev.incidentkit.benchmarks.rules;

import com.sun.management.ThreadMXBean;
import dev.incidentkit.rules.BackEnd;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Runs the decisions on a machine that does other work too, where the wall clock says little: the processor time of the
 * thread is taken, and the least of the rounds counts. JMH's figures are the ones to quote from a quiet machine.
 */
public final class ProcessorTime {
    private static final int ROUNDS = 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Blackhole results = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    private ProcessorTime() {}

    /**
     * Measures one thing, so that nothing before it has shaped the compiled code.
     *
     * @param args {@code matrix}; or a table and an engine, {@code table}, {@code filledKey} or {@code ifChain}, for the
     *     first two a back end if it is not to be chosen; or a table and {@code load}, which reads and compiles it
     */
    public static void main(String[] args) {
        if (args[0].equals("matrix")) {
            new ProcessorTime().matrix();
        } else {
            new ProcessorTime().table(args[0], args[1], args.length > 2 ? BackEnd.valueOf(args[2]) : null);
        }
    }

    private void matrix() {
        MatrixBenchmark benchmark = new MatrixBenchmark();
        benchmark.prepare();
        measure("array", i -> benchmark.array().ordinal());
        measure("arrayOfOrdinals", i -> benchmark.arrayOfOrdinals().ordinal());
        measure("nestedSwitch", i -> benchmark.nestedSwitch().ordinal());
        measure("matrixAt", i -> benchmark.matrixAt().ordinal());
        measure("matrixAtOrdinals", i -> benchmark.matrixAtOrdinals().ordinal());
        measure("tableAtOrdinals", i -> benchmark.tableAtOrdinals().row());
    }

    private void table(String table, String engine, @Nullable BackEnd backEnd) {
        Workload workload = Workload.named(table);
        switch (engine) {
            case "ifChain" -> {
                IfChain chain = IfChain.of(workload);
                Ticket[] tickets = workload.tickets();
                measure(table + " " + engine, i -> chain.row(tickets[i]));
            }
            case "load" -> load(table);
            case "table", "filledKey" ->
                rows(workload, table, engine, backEnd == null ? new Ours(workload) : new Ours(workload, backEnd));
            default -> {
                try (Peer peer = Peer.of(engine, workload)) {
                    peer.agree(engine, workload, Workload.CHECKED);
                    measure(table + " " + engine, i -> {
                        results.consume(peer.decide(i));
                        return 0;
                    });
                }
            }
        }
    }

    private void load(String table) {
        LoadBenchmark benchmark = new LoadBenchmark();
        benchmark.table = table;
        benchmark.prepare();
        IntUnaryOperator load = i -> benchmark.readAndCompile().table().rules().size();
        run(load, 4 * ROUNDS);
        long[] least = run(load, 1);
        for (int round = 1; round < ROUNDS; round++) {
            long[] next = run(load, 1);
            least = next[0] < least[0] ? next : least;
        }
        print(table + " load", least, 1);
    }

    private void rows(Workload workload, String table, String engine, Ours ours) {
        ours.agree(table, workload, Workload.INPUTS);
        String name = table + " " + engine + " " + ours.table().backEnd();
        if (engine.equals("table")) {
            Ticket[] tickets = workload.tickets();
            measure(name, i -> ours.row(tickets[i]));
        } else {
            measure(name, ours::rowOfFilled);
        }
    }

    private void measure(String name, IntUnaryOperator decision) {
        long[] warm = run(decision, Workload.INPUTS);
        int runs = (int) Math.max(200, Math.min(2_000_000, 50_000_000L * Workload.INPUTS / Math.max(1, warm[0])));
        run(decision, runs);
        run(decision, runs);
        long[] least = run(decision, runs);
        for (int round = 1; round < ROUNDS; round++) {
            long[] next = run(decision, runs);
            least = next[0] < least[0] ? next : least;
        }
        print(name, least, runs);
    }

    private static void print(String name, long[] spent, int runs) {
        System.out.printf(
                Locale.ROOT, "%-40s %12.1f ns %12.1f B%n", name, (double) spent[0] / runs, (double) spent[1] / runs);
    }

    private long[] run(IntUnaryOperator decision, int runs) {
        long thread = Thread.currentThread().getId();
        long bytes = threads.getThreadAllocatedBytes(thread);
        long time = threads.getCurrentThreadCpuTime();
        int sum = 0;
        for (int i = 0; i < runs; i++) {
            sum += decision.applyAsInt(i & (Workload.INPUTS - 1));
        }
        long spent = threads.getCurrentThreadCpuTime() - time;
        results.consume(sum);
        return new long[] {spent, threads.getThreadAllocatedBytes(thread) - bytes};
    }
}
