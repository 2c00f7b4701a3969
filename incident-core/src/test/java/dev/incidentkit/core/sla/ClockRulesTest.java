package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Clocks.clock;
import static dev.incidentkit.core.sla.Clocks.resolutionWith;
import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each value of each convention on starts, priorities, reopenings and transfers, by what it does to a due instant. */
class ClockRulesTest {
    private static SlaClock starting(StartBasis basis) {
        return resolutionWith(ClockRules.of().start(basis).build());
    }

    @Test
    void reported_counts_from_the_report_even_where_the_priority_comes_later() {
        Story story = Story.reported("09:00:00", null).priority("09:40:00", Priority.P1);

        assertThat(story.resolution(starting(StartBasis.REPORTED), "09:50:00").dueAt())
                .isEqualTo(at("10:00:00"));
    }

    @Test
    void detected_counts_from_the_detection_before_the_report() {
        Story story = Story.reported("09:00:00", Priority.P1, at("08:30:00"), Attributes.none());

        SlaStanding standing = story.resolution(starting(StartBasis.DETECTED), "09:10:00");

        assertThat(standing.dueAt()).isEqualTo(at("09:30:00"));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void detected_counts_from_the_report_where_the_detection_is_not_known() {
        Story story = Story.reported("09:00:00", Priority.P1);

        assertThat(story.resolution(starting(StartBasis.DETECTED), "09:10:00").dueAt())
                .isEqualTo(at("10:00:00"));
    }

    @Test
    void assigned_waits_for_an_owner() {
        Story story = Story.reported("09:00:00", Priority.P1);
        SlaClock clock = starting(StartBasis.ASSIGNED);

        assertThat(story.resolution(clock, "09:10:00").state()).isEqualTo(ClockState.PENDING);
        assertThat(story.explained(clock, Measure.RESOLUTION, "09:10:00")).contains("nobody was accountable");

        story.assign("09:20:00", Owner.group("network"));
        assertThat(story.resolution(clock, "09:30:00").dueAt()).isEqualTo(at("10:20:00"));
    }

    @Test
    void attached_counts_from_when_it_came_to_apply() {
        Story story = Story.reported("09:00:00", null).priority("09:40:00", Priority.P1);

        assertThat(story.resolution(starting(StartBasis.ATTACHED), "09:50:00").dueAt())
                .isEqualTo(at("10:40:00"));
    }

    private static Story retargeted(Priority from, Priority to) {
        return Story.reported("09:00:00", from)
                .start("09:00:00")
                .hold("09:10:00", HoldReason.VENDOR)
                .resume("09:30:00")
                .priority("09:50:00", to);
    }

    private static SlaClock upgrading(RetargetRule rule) {
        return resolutionWith(ClockRules.of().upgrade(rule).build());
    }

    @Test
    void an_upgrade_keeps_what_elapsed() {
        SlaStanding standing =
                retargeted(Priority.P3, Priority.P1).resolution(upgrading(RetargetRule.KEEP_ELAPSED), "09:55:00");

        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(35));
        assertThat(standing.dueAt()).isEqualTo(at("10:20:00"));
        assertThat(standing.clock().cycle()).isEqualTo(1);
    }

    @Test
    void an_upgrade_restarts_and_cancels_the_old_clock() {
        List<SlaStanding> cycles =
                retargeted(Priority.P3, Priority.P1).cycles(upgrading(RetargetRule.RESTART), "09:55:00");

        assertThat(cycles).extracting(SlaStanding::state).containsExactly(ClockState.CANCELLED, ClockState.RUNNING);
        assertThat(cycles.get(1).dueAt()).isEqualTo(at("10:50:00"));
    }

    @Test
    void an_upgrade_counts_anew_from_the_start_as_if_it_had_never_paused() {
        SlaStanding standing = retargeted(Priority.P3, Priority.P1)
                .resolution(upgrading(RetargetRule.FROM_START_IGNORING_PAUSES), "09:55:00");

        assertThat(standing.dueAt()).isEqualTo(at("10:00:00"));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(55));
        assertThat(standing.pauses()).isEmpty();
    }

    @Test
    void a_downgrade_has_a_rule_of_its_own() {
        SlaClock clock = resolutionWith(ClockRules.of()
                .upgrade(RetargetRule.KEEP_ELAPSED)
                .downgrade(RetargetRule.RESTART)
                .build());

        assertThat(retargeted(Priority.P3, Priority.P1).cycles(clock, "09:55:00"))
                .hasSize(1);
        assertThat(retargeted(Priority.P1, Priority.P3).cycles(clock, "09:55:00"))
                .extracting(SlaStanding::state)
                .containsExactly(ClockState.CANCELLED, ClockState.RUNNING);
        assertThat(retargeted(Priority.P1, Priority.P3)
                        .resolution(upgrading(RetargetRule.RESTART), "09:55:00")
                        .dueAt())
                .as("a downgrade that keeps what elapsed")
                .isEqualTo(at("13:20:00"));
    }

    @Test
    void what_is_exceeded_when_it_is_retargeted_breaches_at_once() {
        Story story = Story.reported("09:00:00", Priority.P3).priority("10:30:00", Priority.P1);
        SlaClock clock = upgrading(RetargetRule.KEEP_ELAPSED);

        assertThat(story.resolution(clock, "10:29:59").breached()).isFalse();
        SlaStanding standing = story.resolution(clock, "10:30:00");
        assertThat(standing.breached()).isTrue();
        assertThat(standing.dueAt()).isEqualTo(at("10:30:00"));
        assertThat(standing.breachedAt()).isEqualTo(at("10:30:00"));
        assertThat(clock.nextDue(story.events())).contains(at("10:30:00"));
    }

    @Test
    void a_breach_stays_a_breach_after_a_downgrade() {
        Story story = Story.reported("09:00:00", Priority.P1).priority("10:30:00", Priority.P3);
        SlaClock clock = resolutionWith(
                ClockRules.of().earlierBreach(EarlierBreach.STAYS_BREACHED).build());

        assertThat(story.resolution(clock, "11:00:00").breached()).isTrue();
        assertThat(story.resolve("11:00:00").resolution(clock, "11:00:00").state())
                .isEqualTo(ClockState.MISSED);
    }

    @Test
    void a_breach_is_judged_by_the_new_target() {
        Story story = Story.reported("09:00:00", Priority.P1).priority("10:30:00", Priority.P3);
        SlaClock clock = resolutionWith(
                ClockRules.of().earlierBreach(EarlierBreach.JUDGED_BY_NEW).build());

        SlaStanding standing = story.resolution(clock, "11:00:00");
        assertThat(standing.breached()).isFalse();
        assertThat(standing.dueAt()).isEqualTo(at("13:00:00"));
    }

    private static Story reopened() {
        return Story.reported("09:00:00", Priority.P1).resolve("09:20:00").reopen("09:50:00");
    }

    private static SlaClock reopening(ReopenRule rule) {
        return resolutionWith(ClockRules.of().reopen(rule).build());
    }

    @Test
    void a_reopened_clock_resumes_without_the_time_it_was_resolved() {
        SlaStanding standing = reopened().resolution(reopening(ReopenRule.RESUME_EXCLUDING_RESOLVED), "09:55:00");

        assertThat(standing.state()).isEqualTo(ClockState.RUNNING);
        assertThat(standing.dueAt()).isEqualTo(at("10:30:00"));
    }

    @Test
    void a_reopened_clock_resumes_with_the_time_it_was_resolved() {
        SlaStanding standing = reopened().resolution(reopening(ReopenRule.RESUME_INCLUDING_RESOLVED), "09:55:00");

        assertThat(standing.dueAt()).isEqualTo(at("10:00:00"));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(55));
    }

    @Test
    void a_clock_that_only_the_resolved_time_exceeds_breaches_when_it_is_reopened() {
        Story story = Story.reported("09:00:00", Priority.P1).resolve("09:20:00");
        SlaClock clock = reopening(ReopenRule.RESUME_INCLUDING_RESOLVED);

        assertThat(story.resolution(clock, "11:00:00").state()).isEqualTo(ClockState.MET);
        SlaStanding standing = story.reopen("11:00:00").resolution(clock, "11:00:00");
        assertThat(standing.breachedAt()).isEqualTo(at("11:00:00"));
    }

    @Test
    void a_reopened_clock_restarts_and_keeps_what_was_met() {
        List<SlaStanding> cycles = reopened().cycles(reopening(ReopenRule.RESTART), "09:55:00");

        assertThat(cycles).extracting(SlaStanding::state).containsExactly(ClockState.MET, ClockState.RUNNING);
        assertThat(cycles.get(1).dueAt()).isEqualTo(at("10:50:00"));
    }

    @Test
    void a_clock_is_final_at_the_first_resolution() {
        SlaClock clock = reopening(ReopenRule.FINAL_AT_FIRST_RESOLVE);

        assertThat(reopened().cycles(clock, "15:00:00"))
                .extracting(SlaStanding::state)
                .containsExactly(ClockState.MET);
    }

    private static Story transferred() {
        return Story.reported("09:00:00", Priority.P1)
                .assign("09:00:00", Owner.group("desk"))
                .assign("09:20:00", new Owner("desk", "ann"))
                .assign("09:40:00", Owner.group("network"));
    }

    @Test
    void a_transferred_clock_goes_on() {
        SlaClock clock =
                resolutionWith(ClockRules.of().transfer(TransferRule.CONTINUE).build());

        SlaStanding standing = transferred().resolution(clock, "09:50:00");

        assertThat(standing.dueAt()).isEqualTo(at("10:00:00"));
        assertThat(standing.byGroup().getOrDefault("desk", Spent.NONE).working())
                .isEqualTo(Duration.ofMinutes(40));
        assertThat(standing.byGroup().getOrDefault("network", Spent.NONE).working())
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(standing.byPerson().getOrDefault("ann", Spent.NONE).working())
                .isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void a_transferred_clock_restarts_for_the_new_group_alone() {
        SlaClock clock =
                resolutionWith(ClockRules.of().transfer(TransferRule.RESTART).build());

        List<SlaStanding> cycles = transferred().cycles(clock, "09:50:00");

        assertThat(cycles).extracting(SlaStanding::state).containsExactly(ClockState.CANCELLED, ClockState.RUNNING);
        assertThat(cycles.get(1).dueAt()).isEqualTo(at("10:40:00"));
    }
}
