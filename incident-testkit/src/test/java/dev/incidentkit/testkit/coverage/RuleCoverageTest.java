package dev.incidentkit.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class RuleCoverageTest {
    private static final List<Class<?>> BOTH_ROWS =
            List.of(CoveredSamples.UpperRows.class, CoveredSamples.LowerRow.class);

    @TempDir
    Path directory;

    private TestExecutionSummary run(Path into, List<Class<?>> classes, String... more) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("incidentkit.coverage.directory", into.toString());
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return CoverageFork.run(classes, parameters);
    }

    private static String message(TestExecutionSummary summary) {
        return String.valueOf(summary.getFailures().get(0).getException().getMessage());
    }

    @Test
    void a_run_under_the_minimum_fails_and_names_what_was_never_reached() {
        TestExecutionSummary summary = run(directory, List.of(CoveredSamples.UpperRows.class));

        assertThat(summary.getTestsFailedCount()).isZero();
        assertThat(summary.getTotalFailureCount()).isEqualTo(1);
        assertThat(message(summary))
                .contains(
                        "CoveredSamples$UpperRows asks for a rule coverage of 1.0000, but it is 0.6667",
                        "CELL LOW x HIGH of itil@",
                        "CELL LOW x MEDIUM of itil@",
                        "CELL LOW x LOW of itil@",
                        directory.resolve("index.html").toString())
                .doesNotContain("CELL HIGH x HIGH");
        assertThat(directory.resolve("index.html")).exists();
    }

    @Test
    void what_one_class_lacks_another_may_reach() {
        TestExecutionSummary summary = run(directory, BOTH_ROWS);

        assertThat(summary.getTotalFailureCount()).isZero();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(9);
    }

    @Test
    void a_run_of_all_rules_passes() {
        assertThat(run(directory, List.of(CoveredSamples.Routing.class)).getTotalFailureCount())
                .isZero();
    }

    @Test
    void what_is_left_out_must_be_there() {
        TestExecutionSummary summary = run(directory, List.of(CoveredSamples.Outlived.class));

        assertThat(summary.getTotalFailureCount()).isEqualTo(1);
        assertThat(message(summary))
                .contains("leaves out 'GONE*', which stands for nothing")
                .doesNotContain("HIGH x");
    }

    @Test
    void parallel_and_forked_runs_reach_what_a_serial_one_does() throws Exception {
        Path serial = directory.resolve("serial");
        Path parallel = directory.resolve("parallel");
        Path forked = directory.resolve("forked");
        run(serial, BOTH_ROWS);
        run(
                parallel,
                BOTH_ROWS,
                "junit.jupiter.execution.parallel.enabled",
                "true",
                "junit.jupiter.execution.parallel.mode.default",
                "concurrent",
                "junit.jupiter.execution.parallel.config.strategy",
                "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism",
                "4");
        Process one = fork(forked, BOTH_ROWS.get(0));
        Process other = fork(forked, BOTH_ROWS.get(1));

        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        Map<CoverageItem, Long> expected = new CoverageFiles(serial).hits();
        assertThat(expected.values()).contains(1L);
        assertThat(new CoverageFiles(parallel).hits()).isEqualTo(expected);
        assertThat(new CoverageFiles(forked).hits()).isEqualTo(expected);
    }

    private Process fork(Path into, Class<?> tested) throws IOException {
        Path arguments = Files.createTempFile(directory, "fork", ".args");
        Files.writeString(
                arguments, "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + arguments,
                        CoverageFork.class.getName(),
                        into.toString(),
                        tested.getName())
                .redirectErrorStream(true)
                .redirectOutput(
                        directory.resolve(tested.getSimpleName() + ".log").toFile())
                .start();
    }

    @Test
    void machines_that_only_record_leave_the_check_to_one_that_comes_after() {
        run(directory, List.of(CoveredSamples.LowerRow.class), "incidentkit.coverage.check", "false");

        TestExecutionSummary summary = run(directory, List.of(CoveredSamples.UpperRows.class));

        assertThat(summary.getTotalFailureCount()).isZero();
    }
}
