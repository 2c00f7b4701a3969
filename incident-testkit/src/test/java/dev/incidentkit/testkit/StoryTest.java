package dev.incidentkit.testkit;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPresets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }

    @Test
    void a_story_is_a_record_that_can_be_replayed() {
        Story story = Story.reported(at("09:00"), Priority.P2)
                .acknowledge(at("09:05"), Actor.agent("ann"))
                .assign(at("09:10"), Owner.group("ops"))
                .start(at("09:15"))
                .priority(at("09:20"), Priority.P1)
                .hold(at("09:30"), HoldReason.VENDOR)
                .resume(at("10:00"))
                .message(at("10:10"))
                .resolve(at("11:00"))
                .reopen(at("11:30"))
                .resolve(at("12:00"))
                .close(at("13:00"));

        assertThat(Incident.replay(story.events()))
                .hasStatus("CLOSED")
                .hasPriority("P1")
                .isOwnedByGroup("ops");
        assertThat(Incident.replay(
                        Story.reported(at("09:00"), null).cancel(at("09:30")).events()))
                .hasStatus("CANCELLED")
                .hasNoPriority();
    }

    @Test
    void a_tick_records_what_clocks_set_off() {
        Story story = Story.reported(at("09:00"), Priority.P1).tick(SlaClock.of(SlaPresets.itil()), at("14:00"));

        assertThat(story.events())
                .filteredOn(SlaEvent.Breached.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(2);
    }
}
