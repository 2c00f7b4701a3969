package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Clocks.resolutionWith;
import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Notice;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Withdrawal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clocks at the very instant on which something turns, and after what was recorded is turned again. */
class ClockEdgesTest {
    private static SlaClock withThresholds(ClockRules rules) {
        return Clocks.clock(Clocks.resolution()
                .rules(rules)
                .addThresholds(
                        Threshold.percent(50),
                        Threshold.past(Duration.ofMinutes(10)),
                        Threshold.past(Duration.ofMinutes(20)),
                        Threshold.past(Duration.ofMinutes(30))));
    }

    /** Records whatever the clock sets off until an instant. */
    private static Story recorded(Story story, SlaClock clock, String until) {
        for (SlaSignal signal : clock.advanceTo(story.events(), at(until))) {
            story.add(signal.event(EventMeta.at(signal.at(), Story.BOT)));
        }
        return story;
    }

    @Test
    void of_what_had_passed_when_the_clock_came_to_apply_nobody_is_told_unless_it_is_asked_for() {
        Story story = Story.reported("09:00:00", null).priority("10:20:00", Priority.P1);

        assertThat(withThresholds(ClockRules.of().build()).advanceTo(story.events(), at("11:00:00")))
                .extracting(SlaSignal::kind, SlaSignal::threshold, SlaSignal::at, SlaSignal::notice)
                .containsExactly(
                        tuple(SignalKind.AT_RISK, "50%", at("10:20:00"), Notice.NONE),
                        tuple(SignalKind.BREACH, "100%", at("10:20:00"), Notice.NONE),
                        tuple(SignalKind.OVERRUN, "past PT10M", at("10:20:00"), Notice.NONE),
                        tuple(SignalKind.OVERRUN, "past PT20M", at("10:20:00"), Notice.NONE),
                        tuple(SignalKind.OVERRUN, "past PT30M", at("10:30:00"), Notice.NOW));
        assertThat(withThresholds(ClockRules.of()
                                .attachedBreach(AttachedBreach.NOTIFY)
                                .build())
                        .advanceTo(story.events(), at("11:00:00")))
                .extracting(SlaSignal::notice)
                .containsOnly(Notice.NOW);
    }

    @Test
    void of_a_threshold_that_had_passed_without_a_breach_somebody_is_told() {
        Story story = Story.reported("09:00:00", null).priority("09:40:00", Priority.P1);

        assertThat(withThresholds(ClockRules.of().build()).advanceTo(story.events(), at("10:05:00")))
                .extracting(SlaSignal::kind, SlaSignal::at, SlaSignal::notice)
                .containsExactly(
                        tuple(SignalKind.AT_RISK, at("09:40:00"), Notice.NOW),
                        tuple(SignalKind.BREACH, at("10:00:00").plusMillis(1), Notice.NOW));
    }

    @Test
    void what_elapsed_to_the_very_end_of_a_new_target_breaches_it_a_millisecond_later() {
        Story story = Story.reported("09:00:00", Priority.P3).priority("10:00:00", Priority.P1);
        SlaClock clock = resolutionWith(ClockRules.of().build());

        SlaStanding standing = story.resolution(clock, "10:00:00");
        assertThat(standing.breached()).isFalse();
        assertThat(standing.dueAt()).isEqualTo(at("10:00:00"));
        assertThat(clock.nextDue(story.events())).contains(at("10:00:00").plusMillis(1));
        assertThat(story.resolution(clock, "10:00:01").breachedAt())
                .isEqualTo(at("10:00:00").plusMillis(1));
    }

    @Test
    void a_breach_that_the_new_target_exceeds_too_stays_where_it_was() {
        SlaClock clock = resolutionWith(
                ClockRules.of().earlierBreach(EarlierBreach.JUDGED_BY_NEW).build());
        Story story = Story.reported("09:00:00", Priority.P1).priority("11:00:00.001", Priority.P2);

        SlaStanding standing = story.resolution(clock, "11:30:00");

        assertThat(standing.breachedAt()).isEqualTo(at("10:00:00").plusMillis(1));
        assertThat(standing.dueAt()).isEqualTo(at("10:00:00"));
        Story kept = Story.reported("09:00:00", Priority.P1).priority("11:00:00", Priority.P2);
        assertThat(kept.resolution(clock, "11:00:00").breached())
                .as("two hours that have just passed are not exceeded")
                .isFalse();
    }

    @Test
    void a_recorded_breach_that_another_target_takes_back_is_withdrawn_with_the_reason() {
        SlaClock clock = resolutionWith(
                ClockRules.of().earlierBreach(EarlierBreach.JUDGED_BY_NEW).build());
        Story story = recorded(Story.reported("09:00:00", Priority.P1), clock, "10:20:00")
                .priority("10:30:00", Priority.P3);

        assertThat(clock.advanceTo(story.events(), at("10:30:00")))
                .extracting(SlaSignal::kind, SlaSignal::at, SlaSignal::withdrawal)
                .containsExactly(tuple(SignalKind.WITHDRAWAL, at("10:30:00"), Withdrawal.TARGET_CHANGED));
        recorded(story, clock, "10:30:00");
        assertThat(clock.advanceTo(story.events(), at("13:00:01")))
                .extracting(SlaSignal::kind, SlaSignal::at)
                .containsExactly(tuple(SignalKind.BREACH, at("13:00:00").plusMillis(1)));
    }

    private static SlaClock untilRestored() {
        return resolutionWith(ClockRules.of().end(ResolutionEnd.RESTORED).build());
    }

    @Test
    void a_recorded_breach_that_lies_after_the_restoration_is_withdrawn_with_the_reason() {
        SlaClock clock = untilRestored();
        Story story = recorded(Story.reported("09:00:00", Priority.P1), clock, "10:20:00")
                .restored("10:30:00", "09:50:00");

        assertThat(clock.advanceTo(story.events(), at("10:30:00")))
                .extracting(SlaSignal::kind, SlaSignal::withdrawal)
                .containsExactly(tuple(SignalKind.WITHDRAWAL, Withdrawal.RESTORED_IN_TIME));
        assertThat(story.resolution(clock, "10:30:00").state()).isEqualTo(ClockState.MET);
    }

    @Test
    void what_was_counted_after_the_restoration_is_taken_back_be_it_work_or_waiting() {
        Story story = Story.reported("09:00:00", Priority.P1)
                .start("09:00:00")
                .hold("09:30:00", HoldReason.VENDOR)
                .resume("09:50:00")
                .restored("09:55:00", "09:40:00");

        SlaStanding standing = story.resolution(untilRestored(), "11:00:00");

        assertThat(standing.state()).isEqualTo(ClockState.MET);
        assertThat(standing.endedAt()).isEqualTo(at("09:40:00"));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(30));
        assertThat(standing.pauses())
                .containsExactly(Map.entry("VENDOR", new Spent(Duration.ofMinutes(10), Duration.ofMinutes(10))));
    }

    @Test
    void a_restoration_on_the_due_instant_is_in_time_and_a_millisecond_later_is_not() {
        Story inTime = Story.reported("09:00:00", Priority.P1).restored("10:30:00", "10:00:00");
        Story late = Story.reported("09:00:00", Priority.P1).restored("10:30:00", "10:00:00.001");

        assertThat(inTime.resolution(untilRestored(), "11:00:00").state()).isEqualTo(ClockState.MET);
        SlaStanding missed = late.resolution(untilRestored(), "11:00:00");
        assertThat(missed.state()).isEqualTo(ClockState.MISSED);
        assertThat(missed.breachedAt()).isEqualTo(at("10:00:00").plusMillis(1));
    }

    @Test
    void a_restoration_before_the_start_ends_it_at_its_start() {
        Story story = Story.reported("09:00:00", Priority.P1).restored("09:30:00", "08:00:00");

        SlaStanding standing = story.resolution(untilRestored(), "09:40:00");

        assertThat(standing.endedAt()).isEqualTo(at("09:00:00"));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_later_word_moves_the_end_either_way_and_counts_what_lies_between_by_what_held_then() {
        Story story = Story.reported("09:00:00", Priority.P1)
                .start("09:00:00")
                .hold("09:10:00", HoldReason.VENDOR)
                .resume("09:25:00")
                .restored("09:30:00", "09:20:00");
        assertThat(story.resolution(untilRestored(), "09:30:00").elapsed().working())
                .isEqualTo(Duration.ofMinutes(10));

        story.restored("09:50:00", "09:45:00");
        SlaStanding later = story.resolution(untilRestored(), "09:50:00");
        assertThat(later.endedAt()).isEqualTo(at("09:45:00"));
        assertThat(later.elapsed().working()).isEqualTo(Duration.ofMinutes(30));
        assertThat(later.pauses())
                .containsExactly(Map.entry("VENDOR", new Spent(Duration.ofMinutes(15), Duration.ofMinutes(15))));

        story.restored("09:55:00", "09:05:00");
        SlaStanding earlier = story.resolution(untilRestored(), "09:55:00");
        assertThat(earlier.endedAt()).isEqualTo(at("09:05:00"));
        assertThat(earlier.elapsed().working()).isEqualTo(Duration.ofMinutes(5));
        assertThat(earlier.pauses()).isEmpty();
    }

    @Test
    void a_later_word_that_the_service_worked_again_only_after_the_target_is_a_miss() {
        Story story = Story.reported("09:00:00", Priority.P1)
                .restored("09:30:00", "09:30:00")
                .restored("10:40:00", "10:20:00");

        SlaStanding standing = story.resolution(untilRestored(), "11:00:00");

        assertThat(standing.state()).isEqualTo(ClockState.MISSED);
        assertThat(standing.breachedAt()).isEqualTo(at("10:00:00").plusMillis(1));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(80));
    }

    @Test
    void a_clock_that_does_not_end_with_the_restoration_is_not_moved_by_it() {
        SlaClock clock = resolutionWith(ClockRules.of().build());
        Story story =
                Story.reported("09:00:00", Priority.P1).resolve("09:30:00").restored("09:50:00", "09:20:00");

        assertThat(story.resolution(clock, "10:00:00").endedAt()).isEqualTo(at("09:30:00"));
        assertThat(Story.reported("09:00:00", Priority.P1)
                        .restored("09:50:00", "09:20:00")
                        .resolution(clock, "10:00:00")
                        .state())
                .isEqualTo(ClockState.RUNNING);
    }

    private static Story resolvedForAWhile() {
        return Story.reported("09:00:00", Priority.P2)
                .start("09:00:00")
                .resolve("09:20:00")
                .reopen("09:50:00")
                .priority("10:00:00", Priority.P1);
    }

    @Test
    void counting_anew_from_the_start_counts_resolved_time_only_where_it_counts() {
        ClockRulesBuilder anew = ClockRules.of().upgrade(RetargetRule.FROM_START_IGNORING_PAUSES);
        SlaClock excluding =
                resolutionWith(anew.reopen(ReopenRule.RESUME_EXCLUDING_RESOLVED).build());
        SlaClock including =
                resolutionWith(anew.reopen(ReopenRule.RESUME_INCLUDING_RESOLVED).build());

        assertThat(resolvedForAWhile()
                        .resolution(excluding, "10:00:00")
                        .elapsed()
                        .working())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(resolvedForAWhile()
                        .resolution(including, "10:00:00")
                        .elapsed()
                        .working())
                .isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void waiting_that_was_adopted_as_a_sum_is_forgotten_where_pauses_are_ignored() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.IN_PROGRESS, at("08:00:00"))
                .priority(Priority.P2)
                .holdTotals(Map.of(HoldReason.CALLER, Duration.ofMinutes(30)))
                .build();
        Story story = new Story()
                .add(new RecordEvent.Adopted(
                        EventMeta.at(at("09:00:00"), Story.ANN),
                        new IncidentId("INC-1"),
                        TenantId.DEFAULT,
                        "f00d",
                        ticket));
        SlaClock clock = resolutionWith(
                ClockRules.of().upgrade(RetargetRule.FROM_START_IGNORING_PAUSES).build());
        assertThat(story.resolution(clock, "09:10:00").pauses()).containsOnlyKeys("CALLER");
        assertThat(story.resolution(clock, "09:10:00").elapsed().working()).isEqualTo(Duration.ofMinutes(40));

        SlaStanding upgraded = story.priority("09:20:00", Priority.P1).resolution(clock, "09:20:00");

        assertThat(upgraded.pauses()).isEmpty();
        assertThat(upgraded.elapsed().working()).isEqualTo(Duration.ofMinutes(80));
    }

    @Test
    void a_target_for_which_the_calendar_has_no_time_left_is_never_due() {
        BusinessCalendar fair = BusinessCalendar.builder("fair", ZoneOffset.UTC)
                .shift(LocalDate.of(2026, 3, 2), Window.of("09:00", "11:00"))
                .build();
        SlaClock clock = Clocks.clock(
                Clocks.within(Duration.ofHours(3), fair).addThresholds(Threshold.percent(50), Threshold.percent(90)));
        Story story = Story.reported("09:00:00", Priority.P1);

        assertThat(clock.advanceTo(story.events(), at("2027-01-01T00:00:00Z")))
                .extracting(SlaSignal::kind, SlaSignal::threshold, SlaSignal::at)
                .containsExactly(tuple(SignalKind.AT_RISK, "50%", at("10:30:00")));
        SlaStanding standing = story.resolution(clock, "12:00:00");
        assertThat(standing.dueAt()).isNull();
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofHours(2));
        assertThat(clock.nextDue(recorded(story, clock, "12:00:00").events())).isEmpty();
    }

    @Test
    void a_point_after_the_last_working_day_is_never_due_and_reached_by_nothing() {
        BusinessCalendar fair = BusinessCalendar.builder("fair", ZoneOffset.UTC)
                .shift(LocalDate.of(2026, 3, 2), Window.of("09:00", "11:00"))
                .build();
        SlaClock clock =
                Clocks.clock(SlaTarget.of(Measure.RESOLUTION, Map.of("P1", new Goal(new Limit.WorkingDays(2), fair)))
                        .addThresholds(Threshold.percent(50), Threshold.past(Duration.ofMinutes(1)))
                        .build());
        Story story = Story.reported("09:00:00", Priority.P1);

        assertThat(story.resolution(clock, "12:00:00").dueAt()).isNull();
        assertThat(clock.nextDue(story.events())).isEmpty();
        assertThat(clock.advanceTo(story.events(), at("2030-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void what_keeps_a_clock_from_applying_is_said() {
        SlaClock clock = resolutionWith(ClockRules.of().build());

        assertThat(Story.reported("09:00:00", null).explained(clock, Measure.RESOLUTION, "09:10:00"))
                .contains("does not apply: no priority, and no goal without one");
        assertThat(Story.reported("09:00:00", Priority.P4).explained(clock, Measure.RESOLUTION, "09:10:00"))
                .contains("does not apply: no goal for priority P4");
    }

    @Test
    void a_recorded_breach_is_a_miss_once_the_clock_ends_and_is_told_once() {
        SlaClock clock = resolutionWith(ClockRules.of().build());
        Story story = recorded(Story.reported("09:00:00", Priority.P1), clock, "10:20:00")
                .resolve("10:30:00");

        List<SlaSignal> signals = clock.advanceTo(story.events(), at("10:30:00"));
        assertThat(signals)
                .extracting(SlaSignal::kind, SlaSignal::at, SlaSignal::overrun)
                .containsExactly(tuple(SignalKind.MISS, at("10:30:00"), Duration.ofMinutes(30)));
        recorded(story, clock, "10:30:00");
        assertThat(clock.advanceTo(story.events(), at("12:00:00"))).isEmpty();
    }
}
