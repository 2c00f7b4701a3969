package dev.incidentkit.benchmarks.rules;

import dev.incidentkit.benchmarks.rules.Ticket.Impact;
import dev.incidentkit.benchmarks.rules.Ticket.Urgency;
import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.Matrix;
import dev.incidentkit.rules.RuleOutcome;
import dev.incidentkit.rules.Tables;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Serves the decision that a matrix is an array behind a typed door: a priority by impact and urgency, beside an array and
 * a nested switch that a person writes. Each call takes the next of 4,096 random inputs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class MatrixBenchmark {
    /** What the cells say. */
    public enum Priority {
        P1,
        P2,
        P3,
        P4,
        P5
    }

    private final Workload workload = Workload.named("5x5");
    private final Matrix<Impact, Urgency, Priority> matrix = matrix();
    private final CompiledTable table = matrix.table().compile();
    private final Priority[] cells = new Priority[25];
    private final Impact[] impacts = new Impact[Workload.INPUTS];
    private final Urgency[] urgencies = new Urgency[Workload.INPUTS];
    private int next;

    private static Priority cell(int impact, int urgency) {
        return Priority.values()[(impact + urgency + 1) / 2];
    }

    private static Matrix<Impact, Urgency, Priority> matrix() {
        Tables.MatrixBuilder<Impact, Urgency, Priority> builder =
                Tables.matrix("priority", Impact.class, Urgency.class, Priority.class);
        for (Impact impact : Impact.values()) {
            for (Urgency urgency : Urgency.values()) {
                builder.cell(impact, urgency, cell(impact.ordinal(), urgency.ordinal()));
            }
        }
        return builder.build();
    }

    /** Prepares the inputs and sees that all ways agree. */
    @Setup(Level.Trial)
    public void prepare() {
        for (int i = 0; i < 25; i++) {
            cells[i] = cell(i / 5, i % 5);
        }
        for (int i = 0; i < Workload.INPUTS; i++) {
            impacts[i] = Impact.values()[workload.input(i)[0]];
            urgencies[i] = Urgency.values()[workload.input(i)[1]];
        }
        for (int i = 0; i < Workload.INPUTS; i++) {
            next = i - 1;
            Priority expected = Priority.valueOf(String.valueOf(workload.answer(i)));
            check(expected, array());
            check(expected, arrayOfOrdinals());
            check(expected, nestedSwitch());
            check(expected, matrixAt());
            check(expected, matrixAtOrdinals());
            check(expected, tableAtOrdinals().values().get(0));
        }
    }

    private void check(Priority expected, Object actual) {
        next--;
        if (expected != actual) {
            throw new IllegalStateException("Input " + (next + 1) + " should give " + expected + ", not " + actual);
        }
    }

    private int next() {
        next = (next + 1) & (Workload.INPUTS - 1);
        return next;
    }

    /** {@return the bound: an array and two constants of enums} */
    @Benchmark
    public Priority array() {
        int i = next();
        return cells[impacts[i].ordinal() * 5 + urgencies[i].ordinal()];
    }

    /** {@return the bound: an array and two ordinals} */
    @Benchmark
    public Priority arrayOfOrdinals() {
        int[] input = workload.input(next());
        return cells[input[0] * 5 + input[1]];
    }

    /** {@return the bound: a switch within a switch} */
    @Benchmark
    public Priority nestedSwitch() {
        int i = next();
        Urgency urgency = urgencies[i];
        return switch (impacts[i]) {
            case I1 ->
                switch (urgency) {
                    case U1 -> Priority.P1;
                    case U2, U3 -> Priority.P2;
                    case U4, U5 -> Priority.P3;
                };
            case I2 ->
                switch (urgency) {
                    case U1, U2 -> Priority.P2;
                    case U3, U4 -> Priority.P3;
                    case U5 -> Priority.P4;
                };
            case I3 ->
                switch (urgency) {
                    case U1 -> Priority.P2;
                    case U2, U3 -> Priority.P3;
                    case U4, U5 -> Priority.P4;
                };
            case I4 ->
                switch (urgency) {
                    case U1, U2 -> Priority.P3;
                    case U3, U4 -> Priority.P4;
                    case U5 -> Priority.P5;
                };
            case I5 ->
                switch (urgency) {
                    case U1 -> Priority.P3;
                    case U2, U3 -> Priority.P4;
                    case U4, U5 -> Priority.P5;
                };
        };
    }

    /** {@return this library's matrix by constants} */
    @Benchmark
    public Priority matrixAt() {
        int i = next();
        return matrix.at(impacts[i], urgencies[i]);
    }

    /** {@return this library's matrix by ordinals} */
    @Benchmark
    public Priority matrixAtOrdinals() {
        int[] input = workload.input(next());
        return matrix.at(input[0], input[1]);
    }

    /** {@return this library's compiled table by ordinals} */
    @Benchmark
    public RuleOutcome tableAtOrdinals() {
        int[] input = workload.input(next());
        return table.at(input[0], input[1]);
    }
}
