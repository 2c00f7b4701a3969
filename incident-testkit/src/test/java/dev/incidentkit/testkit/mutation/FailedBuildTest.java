package dev.incidentkit.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.incidentkit.testkit.MarkdownCases;
import dev.incidentkit.testkit.Samples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A fault that no test notices fails the run, with the input that would show it. */
class FailedBuildTest {
    /** A suite as users write it, which is not found by itself: half of the table is not looked at. */
    static class HalfOfTheTable {
        @Test
        void no_fault_of_the_table_would_go_unnoticed() {
            byte[] cases = """
                    ## routing

                    | severity | category | age | -> team |
                    |----------|----------|-----|---------|
                    | SEV1     | mail     | 0h  | MAJOR   |
                    """.getBytes(StandardCharsets.UTF_8);
            Mutation.run(Samples.ROUTING, table -> MarkdownCases.read("doc.md", cases, table))
                    .assertAllNoticed();
        }
    }

    @Test
    void a_surviving_fault_fails_the_run() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(HalfOfTheTable.class))
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();

        assertThat(summary.getTestsFailedCount()).isEqualTo(1);
        assertThat(summary.getFailures().get(0).getException())
                .hasMessageContainingAll("no test notices DROPPED_RULE table routing R2", "a test of this would:");
    }
}
