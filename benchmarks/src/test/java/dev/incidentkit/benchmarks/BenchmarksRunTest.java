package dev.incidentkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs each benchmark once in this virtual machine. It measures nothing: it sees that they still run and agree. */
class BenchmarksRunTest {
    @Test
    void everyBenchmarkRunsOnce() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .mode(Mode.SingleShotTime)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.NONE)
                        .param("shape", "500x7")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        assertThat(results.stream()
                        .map(result -> result.getParams().getBenchmark())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(declared());
    }

    private static List<String> declared() {
        return Stream.of(
                        FoldBenchmark.class,
                        LifecycleBenchmark.class,
                        DeskBenchmark.class,
                        CalendarBenchmark.class,
                        MetricBenchmark.class,
                        RuleProofBenchmark.class,
                        SlaBenchmark.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(BenchmarksRunTest::name)
                .toList();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    @Test
    void manyIncidentsMergeToTheWhole() {
        assertThatCode(() -> MetricScale.main(new String[] {"20000"})).doesNotThrowAnyException();
    }
}
