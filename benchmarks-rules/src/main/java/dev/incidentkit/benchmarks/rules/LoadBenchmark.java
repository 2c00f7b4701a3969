package dev.incidentkit.benchmarks.rules;

import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.format.TableReader;
import dev.incidentkit.rules.format.TableWriter;
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

/** Serves the decision that a changed table is read while the host runs: a Markdown table from its text to decisions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class LoadBenchmark {
    /** Rules x columns. */
    @Param({"40x8", "1000x8", "1000x8 disjoint"})
    public String table = "40x8";

    private String markdown = "";
    private RuleTable written = Workload.named("5x5").table();
    private TableReader reader = TableReader.of(written.schema());

    /** Writes the document. */
    @Setup(Level.Trial)
    public void prepare() {
        written = Workload.named(table).table();
        markdown = TableWriter.markdown(written);
        reader = TableReader.of(written.schema());
        if (!read().hash().equals(written.hash())) {
            throw new IllegalStateException("The table of " + table + " reads back as another");
        }
    }

    /** {@return the table, read and bound to its schema} */
    @Benchmark
    public RuleTable read() {
        return reader.readMarkdown("table.md", markdown).table(written.schema().name());
    }

    /** {@return the table, read and compiled} */
    @Benchmark
    public CompiledTable readAndCompile() {
        return read().compile();
    }

    /** {@return the table, compiled} */
    @Benchmark
    public CompiledTable compile() {
        return written.compile();
    }
}
