package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Clocks.resolutionWith;
import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Priority;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a re-target does to overrun, cost and explanation, and to a clock that was stopped meanwhile. */
class RetargetedTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** P3 has 4 h and P1 one: exceeded by two hours when it is re-targeted. */
    private static Story exceeded() {
        return Story.reported("09:00:00", Priority.P3).start("09:00:00").priority("12:00:00", Priority.P1);
    }

    @Test
    void overrun_and_cost_of_what_is_exceeded_when_it_is_retargeted_count_from_the_retarget() {
        Penalty penalty = new Penalty("EUR", BigDecimal.ZERO, new BigDecimal("100"), HOUR, null);
        SlaClock clock =
                SlaClock.of(SlaPolicy.of("test", Clocks.resolution().build()).penalty(penalty));

        SlaStanding standing = exceeded().resolution(clock, "12:00:01");

        assertThat(standing.dueAt()).isEqualTo(at("12:00:00"));
        assertThat(standing.overrun()).isEqualTo(Duration.ofSeconds(1));
        assertThat(standing.remaining().working()).isEqualTo(Duration.ofSeconds(-1));
        assertThat(standing.remaining().wall()).isEqualTo(Duration.ofSeconds(-1));
        assertThat(clock.advanceTo(exceeded().resolve("12:00:01").events(), at("12:00:01")))
                .filteredOn(signal -> signal.kind() == SignalKind.MISS)
                .extracting(SlaSignal::overrun, SlaSignal::cost)
                .containsExactly(tuple(Duration.ofSeconds(1), new BigDecimal("100.00")));
    }

    @Test
    void a_threshold_past_the_target_counts_from_the_retarget_that_exceeded_it() {
        SlaClock clock = Clocks.clock(Clocks.resolution().addThresholds(Threshold.past(HOUR), Threshold.percent(150)));

        assertThat(clock.advanceTo(exceeded().events(), at("15:00:00")))
                .extracting(SlaSignal::kind, SlaSignal::threshold, SlaSignal::at)
                .containsExactly(
                        tuple(SignalKind.BREACH, "100%", at("12:00:00")),
                        tuple(SignalKind.OVERRUN, "150%", at("12:30:00")),
                        tuple(SignalKind.OVERRUN, "past PT1H", at("13:00:00")));
    }

    @Test
    void overrun_goes_on_from_the_breach_where_a_later_target_gives_more_time() {
        Story story = Story.reported("09:00:00", Priority.P1).priority("10:30:00", Priority.P3);
        SlaClock clock = Clocks.clock(Clocks.resolution().addThresholds(Threshold.past(HOUR)));

        assertThat(story.resolution(clock, "10:45:00").overrun()).isEqualTo(Duration.ofMinutes(45));
        assertThat(clock.advanceTo(story.events(), at("12:00:00")))
                .extracting(SlaSignal::kind, SlaSignal::at)
                .containsExactly(tuple(SignalKind.BREACH, at("10:30:00")), tuple(SignalKind.OVERRUN, at("11:00:00")));
    }

    private static List<SlaInterval> explained(Story story, RetargetRule rule) {
        SlaClock clock = resolutionWith(ClockRules.of()
                .upgrade(rule)
                .downgrade(RetargetRule.KEEP_ELAPSED)
                .build());
        return clock.explain(story.events(), at("11:00:00"), "test", Measure.RESOLUTION)
                .orElseThrow()
                .intervals();
    }

    @Test
    void an_explanation_names_a_retarget_under_one_calendar() {
        Story story = Story.reported("09:00:00", Priority.P3).priority("10:00:00", Priority.P2);

        assertThat(explained(story, RetargetRule.KEEP_ELAPSED))
                .extracting(SlaInterval::kind, SlaInterval::from, SlaInterval::to, SlaInterval::endedBy)
                .containsExactly(
                        tuple(
                                IntervalKind.WORKING,
                                at("09:00:00"),
                                at("10:00:00"),
                                "re-targeted from within PT4H to within PT2H by KEEP_ELAPSED"),
                        tuple(IntervalKind.WORKING, at("10:00:00"), at("11:00:00"), "now"));
    }

    @Test
    void an_explanation_names_each_retarget_though_time_was_counted_anew() {
        Story story = Story.reported("09:00:00", Priority.P2)
                .priority("09:10:00", Priority.P3)
                .hold("09:20:00", HoldReason.CALLER)
                .priority("10:00:00", Priority.P1);

        assertThat(explained(story, RetargetRule.FROM_START_IGNORING_PAUSES))
                .extracting(SlaInterval::kind, SlaInterval::to, SlaInterval::endedBy)
                .containsExactly(
                        tuple(
                                IntervalKind.WORKING,
                                at("09:10:00"),
                                "re-targeted from within PT2H to within PT4H by KEEP_ELAPSED"),
                        tuple(
                                IntervalKind.WORKING,
                                at("10:00:00"),
                                "paused by: phase in [ON_HOLD]; re-targeted from within PT4H to within PT1H"
                                        + " by FROM_START_IGNORING_PAUSES"),
                        tuple(IntervalKind.PAUSED, at("11:00:00"), "now"));
    }

    private static Story reopenedAs(Priority priority) {
        return Story.reported("09:00:00", Priority.P2)
                .start("09:00:00")
                .resolve("09:30:00")
                .priority("10:00:00", priority)
                .reopen("10:30:00");
    }

    @Test
    void reopening_after_a_change_of_priority_follows_the_rule_for_an_upgrade() {
        SlaClock clock =
                resolutionWith(ClockRules.of().upgrade(RetargetRule.RESTART).build());

        assertThat(reopenedAs(Priority.P1).cycles(clock, "10:40:00"))
                .extracting(SlaStanding::state, SlaStanding::startedAt)
                .containsExactly(
                        tuple(ClockState.CANCELLED, at("09:00:00")), tuple(ClockState.RUNNING, at("10:30:00")));
        assertThat(reopenedAs(Priority.P3).resolution(clock, "10:40:00").dueAt())
                .as("a downgrade that keeps what elapsed")
                .isEqualTo(at("14:00:00"));
    }

    @Test
    void reopening_after_a_change_of_priority_follows_the_rule_for_a_downgrade() {
        SlaClock clock =
                resolutionWith(ClockRules.of().downgrade(RetargetRule.RESTART).build());

        assertThat(reopenedAs(Priority.P3).cycles(clock, "10:40:00"))
                .extracting(SlaStanding::state, SlaStanding::startedAt)
                .containsExactly(
                        tuple(ClockState.CANCELLED, at("09:00:00")), tuple(ClockState.RUNNING, at("10:30:00")));
    }
}
