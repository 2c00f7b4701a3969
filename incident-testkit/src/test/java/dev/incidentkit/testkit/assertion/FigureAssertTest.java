package dev.incidentkit.testkit.assertion;

import static dev.incidentkit.testkit.Samples.ANN;
import static dev.incidentkit.testkit.Samples.CLEO;
import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Billing;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.metrics.ServiceFold;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Assertions on metrics look at all incidents of a scenario, and fail with the formula. */
class FigureAssertTest {
    private static final Moment MOMENT = Scenario.named("one is resolved, the other nearly happened")
            .given(CLEO, Samples.report().addServices("shop").build())
            .when(
                    ANN,
                    new ReviewCommand.RecordEffort(
                            "ops", Duration.ofHours(1), new BigDecimal("12.50"), Billing.BILLABLE))
            .of("INC-2")
            .given(CLEO, Samples.report().type(RecordType.NEAR_MISS).build())
            .of("INC-1")
            .after(Duration.ofHours(2))
            .when(ANN, LifecycleCommand.Resolve.permanently(new Category("web"), "FIXED", "Done"))
            .build()
            .verify(ProcessDefinition.itil());

    private static void fails(ThrowingCallable assertion, String... parts) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
    }

    @Test
    void what_a_metric_says_of_all_incidents_passes() {
        assertThat(MOMENT)
                .metric(Metrics.RESOLVE)
                .isOf(1)
                .hasMean(Duration.ofHours(2))
                .leavesOut("no incident", 1)
                .leavesOut("drill", 0);
        assertThat(MOMENT).metric(Metrics.COST, "ops").has("sum", "12.5");
        assertThat(MOMENT).metric(Metrics.compliance("itil", Measure.OWNERSHIP)).isOf(0);
        assertThat(MOMENT.measured(new ServiceFold(Dimension.SERVICE)).services())
                .singleElement()
                .satisfies(shop -> assertThat(shop.downtime()).isEqualTo(Duration.ofHours(2)));
    }

    @Test
    void each_failure_says_what_came_by_which_formula_and_what_was_left_out() {
        fails(
                () -> assertThat(MOMENT).metric(Metrics.RESOLVE).hasMean(Duration.ofHours(3)),
                "Expecting the metric MTT-Resolve to have the mean PT3H",
                "but it was PT2H",
                "because it is MTT-Resolve = RESOLVED - REPORTED",
                "of 2 it left out {no incident=1}");
        fails(() -> assertThat(MOMENT).metric(Metrics.RESOLVE).isOf(2), "to be of 2", "it was 1");
        fails(() -> assertThat(MOMENT).metric(Metrics.DETECT).hasMean(Duration.ZERO), "it was none");
        fails(() -> assertThat(MOMENT).metric(Metrics.RESOLVE).leavesOut("drill", 1), "for 'drill' to leave out 1");
        fails(() -> assertThat(MOMENT).metric(Metrics.COST, "ops").has("sum", "13"), "for 'sum' to have 13", "12.5");
        fails(() -> assertThat(MOMENT).metric(Metrics.COST, "ops").has("share", "1"), "it was none");
    }

    @Test
    void incidents_that_there_are_not_are_told() {
        assertThat(MOMENT).metric(Metrics.RESOLVE, Dimension.CATEGORY, "web").isOf(1);
        fails(
                () -> assertThat(MOMENT).metric(Metrics.RESOLVE, Dimension.CATEGORY, "vpn"),
                "incidents whose",
                "is 'vpn'",
                "there are none");
        fails(
                () -> assertThat(MOMENT)
                        .metric(Metrics.RESOLVE, Dimension.CATEGORY, "web")
                        .isOf(3),
                "to be of 3",
                "it was 1");
    }

    @Test
    void a_part_that_a_metric_does_not_have_is_told_with_those_that_it_has() {
        fails(
                () -> assertThat(MOMENT).metric(Metrics.EFFORT, "dba"),
                "the metric Effort to have the part 'dba'",
                "it has [, ops]");
    }
}
