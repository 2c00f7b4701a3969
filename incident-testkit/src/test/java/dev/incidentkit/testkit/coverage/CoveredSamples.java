package dev.incidentkit.testkit.coverage;

import static dev.incidentkit.testkit.Samples.CLEO;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.testkit.MarkdownCases;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes as users write them, run by the tests of the extension. None of them is found by itself. */
final class CoveredSamples {
    private CoveredSamples() {}

    private static void report(CoverageRecorder recorder, String impact, String urgency) {
        Scenario.named("reported")
                .given(CLEO, Samples.report(Scale.IMPACT.level(impact), Scale.URGENCY.level(urgency)))
                .build()
                .verify(recorder.observe(ProcessDefinition.itil()));
    }

    /** Reaches two rows of the matrix, and says that all of it is a must. */
    @RuleCoverage(of = CoverageKind.CELL)
    static class UpperRows {
        @ParameterizedTest
        @ValueSource(strings = {"HIGH", "MEDIUM", "LOW"})
        void high(String urgency, CoverageRecorder recorder) {
            report(recorder, "HIGH", urgency);
        }

        @Nested
        class Below {
            @ParameterizedTest
            @ValueSource(strings = {"HIGH", "MEDIUM", "LOW"})
            void medium(String urgency, CoverageRecorder recorder) {
                report(recorder, "MEDIUM", urgency);
            }
        }
    }

    /** Reaches the last row of the matrix, of which it alone asks for a third. */
    @RuleCoverage(min = 0.33, of = CoverageKind.CELL)
    static class LowerRow {
        private final CoverageRecorder recorder;

        LowerRow(CoverageRecorder recorder) {
            this.recorder = recorder;
        }

        @ParameterizedTest
        @ValueSource(strings = {"HIGH", "MEDIUM", "LOW"})
        void low(String urgency) {
            report(recorder, "LOW", urgency);
        }
    }

    /** Reaches every rule of a table. */
    @RuleCoverage
    static class Routing {
        @TestFactory
        Stream<DynamicTest> cases(CoverageRecorder recorder) {
            return MarkdownCases.tests(Samples.file("routing.md"), recorder.observe(Samples.ROUTING.compile()));
        }
    }

    /** Leaves out what there is not. */
    @RuleCoverage(
            min = 0,
            except = {"HIGH x HIGH", "GONE*"})
    static class Outlived {
        @Test
        void reports(CoverageRecorder recorder) {
            Scenario.named("reported")
                    .given(CLEO, Samples.report(Impact.HIGH, Urgency.HIGH))
                    .build()
                    .verify(recorder.observe(ProcessDefinition.itil()));
        }
    }
}
