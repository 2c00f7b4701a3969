package dev.incidentkit.benchmarks;

import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableDiff;
import dev.incidentkit.rules.Verification;
import dev.incidentkit.rules.internal.proof.Gaps;
import dev.incidentkit.rules.internal.proof.NodeBudget;
import dev.incidentkit.rules.internal.proof.Overlaps;
import dev.incidentkit.rules.internal.proof.RuleGrid;
import dev.incidentkit.rules.internal.proof.Shadows;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Serves the decision that tables are proven whenever they are loaded, not on request: decision-tree tables of which one
 * rule in ten was enlarged or shrunk. {@code overlapsGapsUnreachable} asks the three questions of the engine alone;
 * {@code verify} runs every check and puts all findings into words; {@code diff} compares with a version of which one
 * rule was removed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class RuleProofBenchmark {
    private static final long PLENTY = 100_000_000;

    /** Rules and columns. */
    @Param({"500x7", "1500x7", "10000x12"})
    public String shape = "";

    private RuleGrid grid = new TreeTables(1, 1, 0).grid();
    private int[] outcomes = {};
    private RuleTable unique = new TreeTables(1, 1, 0).table(HitPolicy.UNIQUE);
    private RuleTable first = unique;
    private RuleTable newer = unique;

    /** Grows the tables. */
    @Setup(Level.Trial)
    public void prepare() {
        String[] parts = shape.split("x", -1);
        TreeTables tables = new TreeTables(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 42);
        grid = tables.grid();
        outcomes = tables.outcomes();
        unique = tables.table(HitPolicy.UNIQUE);
        first = tables.table(HitPolicy.FIRST);
        newer = RuleTable.builder(first).remove("R7").build();
    }

    /**
     * The three questions, each answered in full.
     *
     * @param blackhole takes the answers
     */
    @Benchmark
    public void overlapsGapsUnreachable(Blackhole blackhole) {
        blackhole.consume(Overlaps.of(grid, outcomes, 1_000));
        blackhole.consume(Gaps.of(grid, new NodeBudget(PLENTY)));
        Shadows shadows = new Shadows(grid);
        for (int rule = 0; rule < grid.rules(); rule++) {
            blackhole.consume(shadows.byEarlier(rule, new NodeBudget(PLENTY)));
        }
    }

    /** {@return all findings of a UNIQUE table} */
    @Benchmark
    public Verification verifyUnique() {
        return unique.verify();
    }

    /** {@return all findings of a FIRST table} */
    @Benchmark
    public Verification verifyFirst() {
        return first.verify();
    }

    /** {@return the difference of two tables that one rule tells apart} */
    @Benchmark
    public TableDiff diff() {
        return first.diff(newer);
    }
}
