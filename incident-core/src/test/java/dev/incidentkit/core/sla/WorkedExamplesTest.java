package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Clocks.clock;
import static dev.incidentkit.core.sla.Clocks.daily;
import static dev.incidentkit.core.sla.Clocks.within;
import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Worked examples from public documents of peers, as incidents under a clock. */
class WorkedExamplesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static SlaTargetBuilder medium3hHigh2h() {
        return SlaTarget.of(
                Measure.RESOLUTION,
                Map.of("P3", Goal.within(Duration.ofHours(3)), "P2", Goal.within(Duration.ofHours(2))));
    }

    @Test
    void t6_four_hours_of_8_to_18_from_16_o_clock_end_at_10_the_next_day() {
        SlaClock clock = clock(within(Duration.ofHours(4), daily("08:00-18:00")));

        assertThat(Story.reported("16:00:00", Priority.P1)
                        .resolution(clock, "16:00:00")
                        .dueAt())
                .isEqualTo(at("2026-03-03T10:00:00Z"));
    }

    @Test
    void t7_three_hours_pending_move_the_due_instant_by_three_hours() {
        SlaClock clock = clock(within(Duration.ofHours(4), BusinessCalendar.roundTheClock()));
        Story story = Story.reported("09:00:00", Priority.P1);
        Instant before =
                Objects.requireNonNull(story.resolution(clock, "09:00:00").dueAt());

        story.hold("10:00:00", HoldReason.CALLER).resume("13:00:00");

        assertThat(story.resolution(clock, "13:00:00").dueAt())
                .isEqualTo(before.plus(Duration.ofHours(3)))
                .isEqualTo(at("16:00:00"));
    }

    @Test
    void t8_two_hours_from_8_with_65_minutes_pending_end_at_11_05() {
        SlaClock clock = clock(within(Duration.ofHours(2), BusinessCalendar.roundTheClock()));
        Story story = Story.reported("08:00:00", Priority.P1)
                .hold("09:00:00", HoldReason.CALLER)
                .resume("10:05:00");

        assertThat(story.resolution(clock, "10:05:00").dueAt()).isEqualTo(at("11:05:00"));
    }

    @Test
    void t10_medium_three_hours_raised_to_high_two_hours_with_elapsed_kept_ends_at_12() {
        SlaClock clock = clock(medium3hHigh2h());
        Story story = Story.reported("10:00:00", Priority.P3);

        assertThat(story.resolution(clock, "10:59:00").dueAt()).isEqualTo(at("13:00:00"));
        assertThat(story.priority("11:00:00", Priority.P2)
                        .resolution(clock, "11:00:00")
                        .dueAt())
                .isEqualTo(at("12:00:00"));
    }

    @Test
    void t11_one_of_four_hours_elapsed_and_two_hours_for_urgent_leave_one_hour() {
        SlaClock clock = clock(SlaTarget.of(
                Measure.RESOLUTION,
                Map.of("P2", Goal.within(Duration.ofHours(4)), "P1", Goal.within(Duration.ofHours(2)))));
        Story story = Story.reported("09:00:00", Priority.P2).priority("10:00:00", Priority.P1);

        SlaStanding standing = story.resolution(clock, "10:00:00");

        assertThat(standing.remaining().working()).isEqualTo(Duration.ofHours(1));
        assertThat(standing.dueAt()).isEqualTo(at("11:00:00"));
    }

    private static Duration elapsedRoundTheClock(String from, String to) {
        SlaClock clock = clock(within(Duration.ofDays(9), daily("00:00-24:00", PARIS)));
        return Story.reported(from, Priority.P1).resolution(clock, to).elapsed().working();
    }

    @Test
    void t14_a_weekend_with_the_clocks_put_forward_counts_its_physical_hours() {
        assertThat(elapsedRoundTheClock("2025-03-29T22:30:00Z", "2025-03-31T10:00:00Z"))
                .isEqualTo(Duration.ofMinutes(35 * 60 + 30));
    }

    @Test
    void t15_a_weekend_with_the_clocks_put_back_counts_its_physical_hours() {
        assertThat(elapsedRoundTheClock("2025-10-25T22:15:00Z", "2025-10-27T11:00:00Z"))
                .isEqualTo(Duration.ofMinutes(36 * 60 + 45));
    }

    @Test
    void t16_eight_hours_of_8_to_18_from_10_end_at_closing_and_breach_a_millisecond_later() {
        SlaClock clock = clock(within(Duration.ofHours(8), daily("08:00-18:00")));
        Story story = Story.reported("10:00:00", Priority.P1);

        assertThat(story.resolution(clock, "10:00:00").dueAt()).isEqualTo(at("18:00:00"));
        assertThat(clock.nextDue(story.events())).contains(at("2026-03-02T18:00:00.001Z"));
        assertThat(story.resolution(clock, "18:00:00").breached()).isFalse();
        assertThat(story.resolution(clock, "2026-03-02T18:00:00.001Z").breached())
                .isTrue();
    }
}
