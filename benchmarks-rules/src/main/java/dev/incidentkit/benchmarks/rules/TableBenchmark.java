package dev.incidentkit.benchmarks.rules;

import dev.incidentkit.rules.BoundTable;
import dev.incidentkit.rules.RuleOutcome;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Serves the choice of back ends: tables that grow, beside the chain of ifs. {@code table} starts from a ticket's fields,
 * as the chain does; {@code filledKey} from ordinals that stand ready.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TableBenchmark {
    /** Rules x columns. */
    @Param({"40x8", "100x8", "1000x8", "100x8 disjoint", "1000x8 disjoint", "10000x12 disjoint"})
    public String table = "40x8";

    private final Workload smallest = Workload.named("5x5");
    private Ours ours = new Ours(smallest);
    private BoundTable<Ticket> bound = ours.bound();
    private IfChain chain = ticket -> -1;
    private Ticket[] tickets = {};
    private int next;

    /** Builds both and compares their answers. */
    @Setup(Level.Trial)
    public void prepare() {
        Workload workload = Workload.named(table);
        ours = new Ours(workload);
        bound = ours.bound();
        chain = IfChain.of(workload);
        tickets = workload.tickets();
        ours.agree("IncidentKit", workload, Workload.INPUTS);
        for (int i = 0; i < Workload.INPUTS; i++) {
            if (chain.row(tickets[i]) != ours.rowOfFilled(i)) {
                throw new IllegalStateException("Input " + i + " of " + table + " is rule " + chain.row(tickets[i])
                        + " for the chain, but " + ours.rowOfFilled(i) + " for the table");
            }
        }
        System.out.println(ours.table().backEnd() + ", " + ours.table().bytes() + " bytes; " + workload.histogram());
    }

    private int next() {
        next = (next + 1) & (Workload.INPUTS - 1);
        return next;
    }

    /** {@return the bound: the rule by a chain of ifs} */
    @Benchmark
    public int ifChain() {
        return chain.row(tickets[next()]);
    }

    /** {@return the rule by this library, from a ticket and with a reused key} */
    @Benchmark
    public int table() {
        return ours.row(tickets[next()]);
    }

    /** {@return the rule by this library, from ordinals} */
    @Benchmark
    public int filledKey() {
        return ours.rowOfFilled(next());
    }

    /** {@return the outcome by this library, from a ticket and with a key made for it; null where no rule matches} */
    @Benchmark
    public @Nullable RuleOutcome boundTable() {
        return bound.find(tickets[next()]).orElse(null);
    }
}
