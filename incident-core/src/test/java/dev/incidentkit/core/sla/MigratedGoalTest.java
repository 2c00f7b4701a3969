package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A clock of the same name keeps what elapsed when another definition takes over, whatever its rules say of priorities. */
class MigratedGoalTest {
    private static SlaClock of(long hours, RetargetRule rule) {
        return Clocks.clock(Clocks.within(Duration.ofHours(hours), BusinessCalendar.roundTheClock())
                .rules(ClockRules.of().upgrade(rule).downgrade(rule).build()));
    }

    private static SlaClock clock(RetargetRule rule) {
        return of(6, rule).after("f00d", of(4, rule));
    }

    private static RecordEvent.Migrated migrated(String at) {
        return new RecordEvent.Migrated(Story.meta(at), "f00d", "new", Status.IN_PROGRESS);
    }

    @Test
    void a_migration_keeps_elapsed_time_though_a_less_severe_priority_would_restart() {
        Story story = Story.reported("08:00:00", Priority.P1).start("08:10:00").add(migrated("11:00:00"));

        assertThat(story.cycles(clock(RetargetRule.RESTART), "12:00:00"))
                .extracting(SlaStanding::state, SlaStanding::startedAt, SlaStanding::dueAt)
                .containsExactly(tuple(ClockState.RUNNING, at("08:00:00"), at("14:00:00")));
    }

    @Test
    void a_migration_keeps_pauses_though_a_change_of_priority_would_ignore_them() {
        Story story = Story.reported("08:00:00", Priority.P1)
                .hold("08:20:00", HoldReason.CALLER)
                .resume("10:20:00")
                .add(migrated("11:00:00"));

        SlaStanding standing = story.resolution(clock(RetargetRule.FROM_START_IGNORING_PAUSES), "12:00:00");

        assertThat(standing.dueAt()).isEqualTo(at("16:00:00"));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofHours(2));
        assertThat(standing.pauses()).containsOnlyKeys("CALLER");
    }

    @Test
    void an_incident_that_was_resolved_when_it_was_migrated_keeps_elapsed_time_when_it_is_reopened() {
        Story story = Story.reported("08:00:00", Priority.P1)
                .resolve("09:00:00")
                .add(new RecordEvent.Migrated(Story.meta("10:00:00"), "f00d", "new", Status.RESOLVED))
                .reopen("11:00:00");

        assertThat(story.cycles(clock(RetargetRule.RESTART), "12:00:00"))
                .extracting(SlaStanding::state, SlaStanding::dueAt)
                .containsExactly(tuple(ClockState.RUNNING, at("16:00:00")));
    }

    @Test
    void a_change_of_priority_after_the_migration_follows_the_rules_of_the_new_definition() {
        SlaClock old = Clocks.resolutionWith(ClockRules.of().build());
        SlaClock now = Clocks.resolutionWith(
                        ClockRules.of().downgrade(RetargetRule.RESTART).build())
                .after("f00d", old);
        Story story = Story.reported("08:00:00", Priority.P1)
                .add(migrated("08:10:00"))
                .priority("08:30:00", Priority.P2);

        assertThat(story.cycles(now, "08:40:00"))
                .extracting(SlaStanding::state, SlaStanding::startedAt)
                .containsExactly(
                        tuple(ClockState.CANCELLED, at("08:00:00")), tuple(ClockState.RUNNING, at("08:30:00")));
    }
}
