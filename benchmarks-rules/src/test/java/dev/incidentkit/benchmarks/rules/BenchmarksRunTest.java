package dev.incidentkit.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs each benchmark once in this virtual machine, with the quick engines and a small table, and asks the others a few of
 * the inputs. It measures nothing: it sees that they still run and agree; a measurement compares all answers.
 */
class BenchmarksRunTest {
    @Test
    void every_benchmark_runs_once() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .mode(Mode.SingleShotTime)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.NONE)
                        .param("table", "40x8")
                        .param("engine", "IncidentKit", "MVEL", "EasyRules")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();

        assertThat(results.stream().map(result -> result.getParams().getBenchmark()))
                .hasSameElementsAs(declared());
        assertThat(declared())
                .allMatch(name -> results.stream()
                        .anyMatch(result -> result.getParams().getBenchmark().equals(name)));
    }

    private static List<String> declared() {
        return Stream.of(MatrixBenchmark.class, PeerBenchmark.class, TableBenchmark.class, LoadBenchmark.class)
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(BenchmarksRunTest::name)
                .toList();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    @ParameterizedTest
    @ValueSource(strings = {"if-chain", "DroolsReused", "KieDmn", "CamundaJuel"})
    void every_engine_answers_as_the_rows_say(String engine) {
        Workload workload = Workload.named("5x5");
        try (Peer peer = Peer.of(engine, workload)) {
            peer.agree(engine, workload, 64);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40x8", "100x8", "1000x8", "100x8 disjoint", "1000x8 disjoint"})
    void hits_spread_over_the_rules_and_some_inputs_miss(String table) {
        Workload workload = Workload.named(table);

        List<String> answers = Stream.iterate(0, i -> i + 1)
                .limit(Workload.INPUTS)
                .map(workload::answer)
                .map(String::valueOf)
                .toList();

        assertThat(answers).contains("null");
        long hit = answers.stream().distinct().count() - 1;
        assertThat(hit).isGreaterThan(workload.rows().size() / 2);
    }
}
