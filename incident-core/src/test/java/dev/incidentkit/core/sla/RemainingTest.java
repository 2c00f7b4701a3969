package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Priority;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The working time that is left of a missed target is its overrun, whatever its limit. */
class RemainingTest {
    private static final SlaClock POINT = clock(new Limit.DueDate("due"));
    private static final SlaClock WITHIN = clock(Limit.within(Duration.ofHours(2)));

    private static SlaClock clock(Limit limit) {
        Goal goal = new Goal(limit, BusinessCalendar.roundTheClock());
        return Clocks.clock(SlaTarget.of(Measure.RESOLUTION, Map.of("P1", goal))
                .conditions(ClockConditions.of().pausedWhile(Clocks.ON_HOLD)));
    }

    private static Story dueAtTen() {
        return Story.reported("08:00:00", Priority.P1, null, Attributes.of("due", AttributeValue.of(at("10:00:00"))))
                .start("08:10:00");
    }

    @Test
    void what_is_left_of_a_missed_point_does_not_shrink_while_it_pauses() {
        Story story = dueAtTen().hold("11:00:00", HoldReason.CALLER).resume("16:00:00");

        SlaStanding paused = story.resolution(POINT, "15:00:00");
        SlaStanding later = story.resolution(POINT, "17:00:00");

        assertThat(paused.remaining().working()).isEqualTo(Duration.ofHours(-1));
        assertThat(later.overrun()).isEqualTo(Duration.ofHours(2));
        assertThat(later.remaining()).isEqualTo(new Spent(Duration.ofHours(-2), Duration.ofHours(-7)));
        assertThat(later.remaining())
                .isEqualTo(story.resolution(WITHIN, "17:00:00").remaining());
    }

    @Test
    void a_point_that_passed_while_it_was_resolved_is_missed_a_millisecond_after_the_reopening() {
        Story story = dueAtTen().resolve("09:00:00").reopen("13:00:00");

        SlaStanding reopened = story.resolution(POINT, "13:00:00");
        SlaStanding next = story.resolution(POINT, "13:00:01");

        assertThat(reopened.breached()).isFalse();
        assertThat(reopened.remaining().working()).isZero();
        assertThat(next.breachedAt()).isEqualTo(at("13:00:00").plusMillis(1));
        assertThat(next.remaining().working()).isEqualTo(Duration.ofSeconds(-1));
        assertThat(story.resolution(WITHIN, "13:00:01").breached())
                .as("an amount of time goes on where it stood")
                .isFalse();
    }
}
