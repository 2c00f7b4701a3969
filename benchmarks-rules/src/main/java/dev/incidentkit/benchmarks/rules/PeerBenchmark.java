package dev.incidentkit.benchmarks.rules;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Serves whoever chooses an engine: the same table and the same 4,096 inputs for every one. The 5x5 matrix, and 40 rules
 * over impact, urgency, category, tier, VIP, affected users, support hours and environment, the first match decides.
 * Before it is measured, each engine's answer to every input is compared with what the rows say.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PeerBenchmark {
    /** The table. */
    @Param({"5x5", "40x8"})
    public String table = "5x5";

    /** The engine. */
    @Param({
        "IncidentKit",
        "if-chain",
        "MVEL",
        "EasyRules",
        "DroolsReused",
        "DroolsStateless",
        "KieDmn",
        "CamundaJuel",
        "CamundaDefault"
    })
    public String engine = "IncidentKit";

    private Peer peer = input -> null;
    private int next;

    /** Builds the engine and compares its answers. */
    @Setup(Level.Trial)
    public void prepare() {
        Workload workload = Workload.named(table);
        peer = Peer.of(engine, workload);
        peer.agree(engine, workload, Workload.CHECKED);
        System.out.println(workload.histogram());
    }

    /** Lets the engine go. */
    @TearDown(Level.Trial)
    public void close() {
        peer.close();
    }

    /** {@return the answer to the next input} */
    @Benchmark
    public @Nullable String decide() {
        next = (next + 1) & (Workload.INPUTS - 1);
        return peer.decide(next);
    }
}
