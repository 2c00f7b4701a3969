package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.metrics.BacklogDay;
import dev.incidentkit.metrics.BacklogFold;
import dev.incidentkit.metrics.Comparison;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.GroupKey;
import dev.incidentkit.metrics.Grouping;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.metrics.MetricPlan;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.metrics.Period;
import dev.incidentkit.metrics.RecurrenceFold;
import dev.incidentkit.metrics.ServiceFold;
import dev.incidentkit.metrics.ServiceTimes;
import dev.incidentkit.testkit.Moment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What metrics say of what happened. */
class FiguresTest {
    @Test
    @Tag("C-100")
    void the_time_to_detect_runs_from_the_occurrence_to_the_detection() {
        Moment end = holds(ITIL, """
                | who | does | at | status |
                |-----|------|----|--------|
                | cleo (CALLER) | report occurredAt=2026-03-02T06:00:00Z detectedAt=2026-03-02T08:30:00Z | | NEW |
                """);

        assertThat(end).metric(Metrics.DETECT).isOf(1).hasMean(Duration.ofMinutes(150));
    }

    @Test
    @Tag("C-158")
    void a_late_detection_counts_and_where_the_beginning_is_not_known_that_is_said() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status |
                |----------|-----|------|----|--------|
                | INC-1 | cleo (CALLER) | report occurredAt=2025-08-10T09:00:00Z detectedAt=2026-03-02T09:00:00Z | | NEW |
                | INC-2 | cleo | report detectedAt=2026-03-02T09:00:00Z | | NEW |
                """);

        assertThat(end)
                .metric(Metrics.DETECT)
                .isOf(1)
                .hasMean(Duration.ofDays(204))
                .leavesOut("no OCCURRED", 1);
    }

    @Test
    @Tag("C-101")
    void times_to_acknowledge_restore_and_resolve_have_a_name_each() {
        Moment end = holds(ITIL, """
                | who | does | at | status |
                |-----|------|----|--------|
                | cleo (CALLER) | report | | NEW |
                | ann | acknowledge | +5m | NEW |
                | ann | restore | +15m | NEW |
                | ann | resolve category=net code=FIXED note=ok | +40m | RESOLVED |
                """);

        assertThat(end).metric(Metrics.ACKNOWLEDGE).hasMean(Duration.ofMinutes(5));
        assertThat(end).metric(Metrics.RESTORE).hasMean(Duration.ofMinutes(20));
        assertThat(end).metric(Metrics.RESOLVE).hasMean(Duration.ofMinutes(60));
        assertThat(Metrics.standard()).extracting(Metric::name).doesNotContain("MTTR");
    }

    @Test
    @Tag("C-102")
    void what_went_to_another_team_or_was_escalated_was_not_resolved_at_the_first_contact() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status |
                |----------|-----|------|----|--------|
                | INC-1 | cleo (CALLER) | report | | NEW |
                | | ann | start owner=desk | | IN_PROGRESS |
                | | ann | resolve category=net code=FIXED note=ok | +5m | RESOLVED |
                | INC-2 | cleo | report | | NEW |
                | | ann | start owner=desk | | IN_PROGRESS |
                | | ann | assign owner=network | +5m | IN_PROGRESS |
                | | ann | resolve category=net code=FIXED note=ok | +5m | RESOLVED |
                | INC-3 | cleo | report | | NEW |
                | | ann | escalate to=network reason="beyond the desk" | | NEW |
                | | ann | resolve category=net code=FIXED note=ok | +5m | RESOLVED |
                """);

        assertThat(end)
                .metric(Metrics.firstContact(Metrics.FirstContact.NO_HAND_OVER))
                .has("yes", "1")
                .has("no", "2");
    }

    @Test
    @Tag("C-103")
    void volume_is_counted_by_period_and_by_category() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status |
                |----------|-----|------|----|--------|
                | INC-1 | cleo (CALLER) | report category=mail | | NEW |
                | INC-2 | cleo | report category=net | | NEW |
                | INC-3 | cleo | report category=mail | 2026-04-02T09:00:00Z | NEW |
                """);

        assertThat(end).metric(Metrics.VOLUME, Dimension.CATEGORY, "mail").has("incidents", "2");
        assertThat(in(end, Metrics.VOLUME, "2026-03").value("incidents")).isEqualByComparingTo("2");
        assertThat(in(end, Metrics.VOLUME, "2026-04").value("incidents")).isEqualByComparingTo("1");
    }

    private static Figure in(Moment moment, Metric metric, String month) {
        return moment.figure(metric, Grouping.by().per(Period.MONTH, ZoneOffset.UTC), new GroupKey(month, List.of()))
                .orElseThrow();
    }

    @Test
    @Tag("C-104")
    void what_comes_back_within_the_days_at_the_same_service_recurs() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status |
                |----------|-----|------|----|--------|
                | INC-1 | cleo (CALLER) | report category=mail services=shop | | NEW |
                | INC-2 | cleo | report category=mail services=shop | +4d | NEW |
                | INC-3 | cleo | report category=mail services=shop | +40d | NEW |
                | INC-4 | cleo | report category=net services=shop | | NEW |
                """);

        Figure recurrence = end.measured(new RecurrenceFold(30)).figure();
        assertThat(recurrence.value("yes")).isEqualByComparingTo("1");
        assertThat(recurrence.value("no")).isEqualByComparingTo("3");
    }

    @Test
    @Tag("C-105")
    void callers_say_how_content_they_are_and_silence_is_no_score() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status | refused |
                |----------|-----|------|----|--------|---------|
                | INC-1 | cleo (CALLER) | report | | NEW | |
                | | ann | resolve category=net code=FIXED note=ok | | RESOLVED | |
                | | cleo | survey score=6 | | RESOLVED | CONSTRAINT_VIOLATED(score) |
                | | cleo | survey score=4 | | RESOLVED | |
                | INC-2 | cleo | report | | NEW | |
                | | ann | resolve category=net code=FIXED note=ok | | RESOLVED | |
                """);

        assertThat(end).metric(Metrics.CSAT).isOf(1).has("mean", "4").leavesOut("no answer", 1);
        assertThat(end).metric(Metrics.CSAT_RESPONSE).has("share", "0.5");
    }

    @Test
    @Tag("C-106")
    void compliance_counts_what_was_kept_of_what_was_promised_and_who_answers_for_each_clock() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | RESPONSE |
                |----------|-----|------|----|----------|
                | INC-1 | cleo (CALLER) | report impact=HIGH urgency=HIGH | | RUNNING |
                | | ann | acknowledge | +5m | MET |
                | INC-2 | cleo | report impact=HIGH urgency=HIGH | | RUNNING |
                | | ann | acknowledge | +3h | MISSED |
                | INC-3 | cleo | report impact=HIGH urgency=HIGH | | RUNNING |
                """);

        assertThat(end)
                .metric(Metrics.compliance("itil", Measure.RESPONSE))
                .has("met", "1")
                .has("missed", "1")
                .has("running in time", "1")
                .has("share", "0.5");
    }

    @Test
    @Tag("C-107")
    void outages_that_overlap_are_down_and_cost_once_and_users_suffer_each() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status |
                |----------|-----|------|----|--------|
                | INC-1 | cleo (CALLER) | report services=shop users=10 | | NEW |
                | INC-2 | cleo | report services=shop users=2 | +1h | NEW |
                | INC-1 | ann | restore | +1h | NEW |
                | INC-2 | ann | restore | +1h | NEW |
                """);

        assertThat(end.measured(new ServiceFold(Dimension.SERVICE)).services())
                .singleElement()
                .satisfies(shop -> {
                    assertThat(shop.incidents()).isEqualTo(2);
                    assertThat(shop.outages()).isEqualTo(1);
                    assertThat(shop.downtime()).isEqualTo(Duration.ofHours(3));
                    assertThat(shop.affectedUserTime()).isEqualTo(Duration.ofHours(24));
                    assertThat(shop.revenueAtStake(new BigDecimal("120.50"))).isEqualTo("361.50");
                });
    }

    @Test
    @Tag("C-108")
    void a_month_is_held_against_the_month_before() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status |
                |----------|-----|------|----|--------|
                | INC-1 | cleo (CALLER) | report | | NEW |
                | | ann | resolve category=net code=FIXED note=ok | +10h | RESOLVED |
                | INC-2 | cleo | report | 2026-04-02T09:00:00Z | NEW |
                | | ann | resolve category=net code=FIXED note=ok | +7h | RESOLVED |
                """);

        Comparison comparison = Comparison.of(in(end, Metrics.RESOLVE, "2026-03"), in(end, Metrics.RESOLVE, "2026-04"));
        assertThat(comparison.changes().get("mean"))
                .isNotNull()
                .satisfies(change -> assertThat(change.percent()).isEqualByComparingTo("-30"));
    }

    @Test
    @Tag("C-109")
    void the_backlog_grows_by_what_is_reported_and_ages_until_it_ends() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status |
                |----------|-----|------|----|--------|
                | INC-1 | cleo (CALLER) | report | | NEW |
                | INC-2 | cleo | report | +1d | NEW |
                | INC-1 | ann | cancel reason=WITHDRAWN | +9d | CANCELLED |
                """);

        List<BacklogDay> days =
                end.measured(new BacklogFold(ZoneOffset.UTC, Dimension.TENANT)).days();
        assertThat(days)
                .filteredOn(day -> day.day().equals(LocalDate.of(2026, 3, 3)))
                .singleElement()
                .extracting(BacklogDay::backlog)
                .isEqualTo(2L);
        assertThat(days.get(days.size() - 1).backlog()).isEqualTo(1);
        assertThat(end).metric(Metrics.backlogAge(end.at())).isOf(1).hasMean(Duration.ofDays(9));
    }

    @Test
    @Tag("C-110")
    void a_pattern_shows_by_any_dimension_and_what_has_none_is_told_apart() {
        Moment end = holds(itilWith("attributes: {site: text}"), """
                | incident | who | does | at | status |
                |----------|-----|------|----|--------|
                | INC-1 | cleo (CALLER) | report category=net/dns site=zrh | | NEW |
                | INC-2 | cleo | report category=net/vpn site=zrh | | NEW |
                | INC-3 | cleo | report category=mail | | NEW |
                """);

        assertThat(end).metric(Metrics.VOLUME, Dimension.category(1), "net").has("incidents", "2");
        assertThat(end)
                .metric(Metrics.VOLUME, Dimension.attribute("site"), "zrh")
                .has("incidents", "2");
        assertThat(end)
                .metric(Metrics.VOLUME, Dimension.attribute("site"), Dimension.NONE)
                .has("incidents", "1");
    }

    @Test
    @Tag("C-130")
    void work_adds_up_by_team_over_all_incidents() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status |
                |----------|-----|------|----|--------|
                | INC-1 | cleo (CALLER) | report | | NEW |
                | | ann | effort team=network time=PT1H cost=120 | | NEW |
                | | ann | effort team=mail time=PT15M billing=NOT_BILLABLE | | NEW |
                | INC-2 | cleo | report | | NEW |
                | | ann | effort team=network time=PT30M cost=60 | | NEW |
                """);

        assertThat(end).metric(Metrics.EFFORT, "network").has("sum", "5400000");
        assertThat(end).metric(Metrics.EFFORT, "mail").has("sum", "900000");
    }

    @Test
    @Tag("C-131")
    void incidents_add_up_by_the_change_that_brought_them_about() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | relations |
                |----------|-----|------|----|-----------|
                | INC-1 | cleo (CALLER) | report | | none |
                | | ann | link kind=CAUSED_BY_CHANGE to=CHG-7 | | CAUSED_BY_CHANGE CHG-7 |
                | INC-2 | cleo | report | +1h | none |
                | | ann | link kind=CAUSED_BY_CHANGE to=CHG-7 | | CAUSED_BY_CHANGE CHG-7 |
                | INC-3 | cleo | report | | none |
                | | ann | link kind=CAUSED_BY_CHANGE to=CHG-8 | +1h | CAUSED_BY_CHANGE CHG-8 |
                """);

        assertThat(end.measured(new ServiceFold(Dimension.linked(RelationKind.CAUSED_BY_CHANGE)))
                        .services())
                .extracting(ServiceTimes::service, ServiceTimes::incidents, ServiceTimes::downtime)
                .containsExactly(tuple("CHG-7", 2, Duration.ofHours(2)), tuple("CHG-8", 1, Duration.ofHours(1)));
    }

    @Test
    @Tag("C-153")
    void a_drill_is_worked_on_like_anything_else_and_counts_nowhere() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status | RESPONSE |
                |----------|-----|------|----|--------|----------|
                | INC-1 | cleo (CALLER) | report impact=HIGH urgency=HIGH drill=true services=shop | | NEW | RUNNING |
                | | ann | resolve category=net code=FIXED note=ok | +1h | RESOLVED | MISSED |
                | INC-2 | cleo | report impact=HIGH urgency=HIGH services=shop | | NEW | RUNNING |
                | | ann | resolve category=net code=FIXED note=ok | +3h | RESOLVED | MISSED |
                """);

        assertThat(end)
                .metric(Metrics.RESOLVE)
                .isOf(1)
                .hasMean(Duration.ofHours(3))
                .leavesOut("drill", 1);
        assertThat(end.measured(new ServiceFold(Dimension.SERVICE)).services())
                .singleElement()
                .extracting(ServiceTimes::incidents)
                .isEqualTo(1);
    }

    @Test
    @Tag("C-160")
    void a_metric_says_by_which_formula_it_measured_what_and_no_name_has_two_meanings() {
        Moment end = holds(ITIL, """
                | who | does | at | status |
                |-----|------|----|--------|
                | cleo (CALLER) | report | | NEW |
                | ann | resolve category=net code=FIXED note=ok | +1h | RESOLVED |
                | ann | reopen reason="it is back" | +1h | NEW |
                | ann | resolve category=net code=FIXED note=ok | +1h | RESOLVED |
                """);
        Metric same = Metric.between(Metrics.RESOLVE.name(), Milestone.REPORTED, Milestone.ENDED);

        assertThat(end).metric(Metrics.RESOLVE).hasMean(Duration.ofHours(3));
        assertThat(end.figures(Metrics.RESOLVE).get(0).formula())
                .startsWith("MTT-Resolve = RESOLVED - REPORTED, physical time");
        assertThatThrownBy(() -> MetricPlan.of(List.of(Metrics.RESOLVE, same))).hasMessageContaining("MTT-Resolve");
    }

    @Test
    @Tag("C-164")
    void several_clouds_are_one_view_and_each_of_them_a_part_of_it() {
        Moment end = holds(itilWith("attributes: {cloud: text}"), """
                | incident | who | does | at | status |
                |----------|-----|------|----|--------|
                | INC-1 | blue (EXTERNAL SERVICE_DESK) | report source=blue channel=MONITORING cloud=blue | | NEW |
                | INC-2 | green (EXTERNAL SERVICE_DESK) | report source=green channel=API cloud=green | | NEW |
                | INC-3 | cleo (CALLER) | report cloud=green | | NEW |
                """);

        assertThat(end).metric(Metrics.VOLUME).has("incidents", "3");
        assertThat(end)
                .metric(Metrics.VOLUME, Dimension.attribute("cloud"), "green")
                .has("incidents", "2");
        assertThat(end).metric(Metrics.VOLUME, Dimension.CHANNEL, "MONITORING").has("incidents", "1");
    }
}
