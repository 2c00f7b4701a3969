package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A history whose first step lies before the report that it tells: nothing counts before the clock's start. */
class LateStartTest {
    private static final Instant REPORTED = at("12:00:00");

    private static Story seen(String at, Status status) {
        return step(new Story(), at, status);
    }

    private static Story step(Story story, String at, Status status) {
        ImportedStep step = ImportedStep.of(at(at), status.name(), status)
                .reportedAt(REPORTED)
                .priority(Priority.P1)
                .owner(Owner.group("network"))
                .build();
        EventMeta meta = EventMeta.at(at(at), Story.ANN);
        return story.add(new RecordEvent.Imported(meta, new IncidentId("INC-1"), TenantId.DEFAULT, "f00d", step));
    }

    private static SlaClock clock() {
        return Clocks.clock(Clocks.resolution().addThresholds(Threshold.percent(50)));
    }

    @Test
    void nothing_counts_before_the_start() {
        Story story = seen("09:00:00", Status.NEW);

        SlaStanding before = story.resolution(clock(), "10:00:00");
        assertThat(before.elapsed().working()).isEqualTo(Duration.ZERO);
        assertThat(before.remaining().working()).isEqualTo(Duration.ofHours(1));
        assertThat(before.dueAt()).isEqualTo(at("13:00:00"));
        SlaStanding after = story.resolution(clock(), "12:40:00");
        assertThat(after.startedAt()).isEqualTo(REPORTED);
        assertThat(after.elapsed()).isEqualTo(new Spent(Duration.ofMinutes(40), Duration.ofMinutes(40)));
        assertThat(after.breached()).isFalse();
    }

    @Test
    void thresholds_and_the_breach_come_as_late_as_the_start_makes_them() {
        Story story = seen("09:00:00", Status.NEW);

        assertThat(clock().advanceTo(story.events(), at("14:00:00")))
                .extracting(SlaSignal::kind, SlaSignal::at, SlaSignal::dueAt)
                .containsExactly(
                        tuple(SignalKind.AT_RISK, at("12:30:00"), at("13:00:00")),
                        tuple(SignalKind.BREACH, at("13:00:00").plusMillis(1), at("13:00:00")));
        assertThat(clock().follow(story.events()).nextBreach())
                .contains(at("13:00:00").plusMillis(1));
    }

    @Test
    void waiting_before_the_start_pauses_nothing() {
        Story story = step(seen("09:00:00", Status.ON_HOLD), "12:20:00", Status.IN_PROGRESS);

        SlaStanding standing = story.resolution(clock(), "12:40:00");
        assertThat(standing.pauses())
                .hasSize(1)
                .containsValue(new Spent(Duration.ofMinutes(20), Duration.ofMinutes(20)));
        assertThat(standing.dueAt()).isEqualTo(at("13:20:00"));
    }

    @Test
    void what_ended_before_its_start_ended_at_it_and_goes_on_from_it() {
        Story resolved = step(seen("09:00:00", Status.NEW), "10:00:00", Status.RESOLVED);

        SlaStanding met = resolved.resolution(clock(), "11:00:00");
        assertThat(met.state()).isEqualTo(ClockState.MET);
        assertThat(met.endedAt()).isEqualTo(REPORTED);
        SlaStanding reopened = step(resolved, "11:30:00", Status.IN_PROGRESS).resolution(clock(), "12:10:00");
        assertThat(reopened.elapsed().working()).isEqualTo(Duration.ofMinutes(10));
        assertThat(reopened.dueAt()).isEqualTo(at("13:00:00"));
    }

    @Test
    void a_point_is_counted_to_from_the_start() {
        Goal endOfNextDay = new Goal(Limit.EndOfNextWorkingDay.INSTANCE, BusinessCalendar.roundTheClock());
        SlaClock clock = Clocks.clock(SlaTarget.of(Measure.RESOLUTION, Map.of("P1", endOfNextDay)));

        SlaStanding standing = seen("09:00:00", Status.NEW).resolution(clock, "10:00:00");

        assertThat(standing.remaining().working()).isEqualTo(Duration.between(REPORTED, standing.dueAt()));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ZERO);
    }
}
