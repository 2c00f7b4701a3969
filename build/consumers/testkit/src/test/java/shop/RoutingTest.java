package shop;

import dev.incidentkit.testkit.MarkdownCases;
import dev.incidentkit.testkit.coverage.CoverageRecorder;
import dev.incidentkit.testkit.coverage.RuleCoverage;
import dev.incidentkit.testkit.mutation.Mutation;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@RuleCoverage
class RoutingTest {
    private static final Path CASES = Path.of("src/test/rules/routing.md");

    @TestFactory
    Stream<DynamicTest> every_case_of_the_table(CoverageRecorder recorder) {
        return MarkdownCases.tests(CASES, recorder.observe(Routing.TABLE.compile()));
    }

    @Test
    void no_fault_of_the_table_would_go_unnoticed() {
        Mutation.run(Routing.TABLE, table -> MarkdownCases.read(CASES, table)).assertAllNoticed();
    }
}
