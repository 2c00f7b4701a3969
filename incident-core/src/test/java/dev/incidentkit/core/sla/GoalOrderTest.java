package dev.incidentkit.core.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Scale;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether a more severe priority has more time is told only where calendars let it be told. */
class GoalOrderTest {
    private static final BusinessCalendar OFFICE = BusinessCalendar.officeHours(ZoneOffset.UTC);
    private static final BusinessCalendar ELSEWHERE = BusinessCalendar.officeHours(ZoneId.of("Asia/Tokyo"));
    private static final BusinessCalendar ALWAYS = BusinessCalendar.roundTheClock();

    private static Goal hours(long hours, BusinessCalendar calendar) {
        return Goal.within(Duration.ofHours(hours), calendar);
    }

    private static Goal days(int days, BusinessCalendar calendar) {
        return new Goal(new Limit.WorkingDays(days), calendar);
    }

    private static List<SlaFinding> verify(SlaTarget target) {
        return SlaVerifier.verify(List.of(SlaPolicy.of("test", target)), ConditionProof.standard(), Scale.PRIORITY);
    }

    private static List<SlaFinding.Kind> kinds(Goal severe, Goal lighter) {
        return verify(SlaTarget.of(Measure.RESOLUTION, Map.of("P1", severe, "P2", lighter))
                        .build())
                .stream()
                .map(SlaFinding::kind)
                .toList();
    }

    @Test
    void working_days_are_compared_with_working_days_of_the_same_calendar() {
        assertThat(kinds(days(5, OFFICE), days(1, OFFICE))).containsExactly(SlaFinding.Kind.LONGER_FOR_MORE_SEVERE);
        assertThat(kinds(days(1, OFFICE), days(5, OFFICE))).isEmpty();
        assertThat(kinds(days(5, OFFICE), days(1, ELSEWHERE))).containsExactly(SlaFinding.Kind.NOT_PROVABLE);
    }

    @Test
    void amounts_are_compared_under_the_same_calendar() {
        assertThat(kinds(hours(9, OFFICE), hours(8, OFFICE))).containsExactly(SlaFinding.Kind.LONGER_FOR_MORE_SEVERE);
        assertThat(kinds(hours(8, OFFICE), hours(9, OFFICE))).isEmpty();
        assertThat(kinds(hours(8, OFFICE), hours(9, ELSEWHERE))).containsExactly(SlaFinding.Kind.NOT_PROVABLE);
    }

    @Test
    void an_amount_round_the_clock_is_never_longer_than_as_much_working_time() {
        assertThat(kinds(hours(8, ALWAYS), hours(8, OFFICE))).isEmpty();
        assertThat(kinds(hours(9, OFFICE), hours(8, ALWAYS))).containsExactly(SlaFinding.Kind.LONGER_FOR_MORE_SEVERE);
    }

    @Test
    void bare_durations_of_different_calendars_say_nothing() {
        assertThat(kinds(hours(8, OFFICE), hours(9, ALWAYS))).containsExactly(SlaFinding.Kind.NOT_PROVABLE);
        assertThat(kinds(hours(24, ALWAYS), hours(16, OFFICE))).containsExactly(SlaFinding.Kind.NOT_PROVABLE);
    }

    @Test
    void limits_of_different_kinds_cannot_be_compared_and_the_same_need_not_be() {
        Goal next = new Goal(new Limit.NextWorkingDayAt(LocalTime.of(16, 0)), OFFICE);
        assertThat(kinds(days(1, OFFICE), hours(8, OFFICE))).containsExactly(SlaFinding.Kind.NOT_PROVABLE);
        assertThat(kinds(next, days(1, OFFICE))).containsExactly(SlaFinding.Kind.NOT_PROVABLE);
        assertThat(kinds(next, next)).isEmpty();
    }

    @Test
    void each_finding_names_both_goals_with_their_calendars() {
        assertThat(verify(SlaTarget.of(
                                Measure.RESOLUTION,
                                Map.of("P1", days(5, OFFICE), "P2", days(1, OFFICE), "P3", hours(8, OFFICE)))
                        .build()))
                .extracting(SlaFinding::kind, SlaFinding::message, SlaFinding::example)
                .containsExactly(
                        tuple(
                                SlaFinding.Kind.LONGER_FOR_MORE_SEVERE,
                                "P1 has 5 working days, but P2 has 1 working days",
                                Map.of("priority", "P1")),
                        tuple(
                                SlaFinding.Kind.NOT_PROVABLE,
                                "whether P2 (1 working days of '" + OFFICE.name()
                                        + "') has more time than P3 (within PT8H of '" + OFFICE.name()
                                        + "') depends on when it starts",
                                Map.of("priority", "P2")));
    }

    @Test
    void a_threshold_that_no_point_on_a_working_day_leaves_room_for_is_found() {
        assertThat(verify(SlaTarget.of(Measure.RESOLUTION, Map.of("P1", days(1, OFFICE)))
                        .addThresholds(Threshold.before(Duration.ofDays(30)))
                        .build()))
                .extracting(SlaFinding::kind)
                .containsExactly(SlaFinding.Kind.THRESHOLD_LONGER_THAN_TARGET);
        assertThat(verify(SlaTarget.of(Measure.RESOLUTION, Map.of("P1", days(30, OFFICE)))
                        .addThresholds(Threshold.before(Duration.ofDays(1)))
                        .build()))
                .isEmpty();
    }
}
