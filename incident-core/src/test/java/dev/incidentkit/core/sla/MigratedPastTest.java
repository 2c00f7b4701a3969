package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an adopted ticket says of its past counts for a target that a later definition adds, as it would have from the first. */
class MigratedPastTest {
    private static final SlaTarget OTHER = Clocks.target(new Measure("OTHER"), BusinessCalendar.roundTheClock())
            .build();
    private static final SlaTarget RESOLUTION = Clocks.resolution().build();
    private static final SlaTarget RESPONSE = SlaTarget.of(
                    Measure.RESPONSE, Map.of("P1", Goal.within(Duration.ofMinutes(15))))
            .satisfier(Satisfier.firstHumanAnswer())
            .build();

    private static List<SlaStanding> fromTheFirst(AdoptedTicket ticket) {
        return Clocks.clock(RESOLUTION, RESPONSE).standings(List.of(adopted(ticket)), at("12:00:00"));
    }

    private static List<SlaStanding> migrated(AdoptedTicket ticket) {
        SlaClock old = SlaClock.of(SlaPolicy.of("test", OTHER));
        SlaClock now =
                SlaClock.of(SlaPolicy.of("test", RESOLUTION, RESPONSE, OTHER)).after("old", old);
        List<IncidentEvent> events = List.of(
                adopted(ticket), new RecordEvent.Migrated(Story.meta("11:00:00"), "old", "new", Status.IN_PROGRESS));
        return now.standings(events, at("12:00:00")).stream()
                .filter(standing -> !standing.clock().target().equals("OTHER"))
                .toList();
    }

    private static IncidentEvent adopted(AdoptedTicket ticket) {
        return new RecordEvent.Adopted(
                EventMeta.at(at("10:30:00"), Actor.agent("ann")),
                new IncidentId("INC-1"),
                TenantId.DEFAULT,
                "old",
                ticket);
    }

    @Test
    void waiting_and_an_answer_from_before_the_adoption_count_for_a_target_that_a_migration_adds() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.IN_PROGRESS, at("08:00:00"))
                .priority(Priority.P1)
                .owner(Owner.group("network"))
                .acknowledgedAt(at("08:05:00"))
                .holds(List.of(new HoldSpell(HoldReason.CALLER, at("08:10:00"), at("10:25:00"))))
                .build();

        List<SlaStanding> standings = migrated(ticket);

        assertThat(standings).isEqualTo(fromTheFirst(ticket));
        assertThat(standings.get(0).dueAt()).isEqualTo(at("11:15:00"));
        assertThat(standings.get(1).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void waiting_that_is_known_as_sums_counts_for_a_target_that_a_migration_adds() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.IN_PROGRESS, at("08:00:00"))
                .priority(Priority.P1)
                .acknowledgedAt(at("08:05:00"))
                .holdTotals(Map.of(HoldReason.CALLER, Duration.ofMinutes(140)))
                .build();

        List<SlaStanding> standings = migrated(ticket);

        assertThat(standings).isEqualTo(fromTheFirst(ticket));
        assertThat(standings.get(0).dueAt()).isEqualTo(at("11:20:00"));
        assertThat(standings.get(0).pauses()).containsOnlyKeys("CALLER");
    }

    @Test
    void waiting_that_is_known_as_sums_is_credited_to_a_clock_that_comes_to_apply_after_the_adoption() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.IN_PROGRESS, at("08:00:00"))
                .holdTotals(Map.of(HoldReason.CALLER, Duration.ofMinutes(140)))
                .build();
        Story story = new Story().add(adopted(ticket)).priority("10:40:00", Priority.P1);

        assertThat(story.resolution(Clocks.clock(RESOLUTION), "10:50:00").dueAt())
                .isEqualTo(at("11:20:00"));
    }
}
