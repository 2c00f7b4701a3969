package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AdoptedTicketBuilder;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.core.sla.SlaStanding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums of waiting that an adopted ticket cannot have. */
class HoldSumsTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final Instant NOW = Instant.parse("2026-03-27T08:00:00Z");

    private static AdoptedTicketBuilder ticket(Duration age) {
        return AdoptedTicket.of(Status.NEW, NOW.minus(age)).priority(Priority.P3);
    }

    private static List<String> faults(AdoptedTicketBuilder ticket) {
        return ITIL
                .checkBeginning(new RecordCommand.Adopt(ticket.build()), CommandContext.of(Actor.agent("ann"), NOW))
                .stream()
                .map(unmet -> unmet.code() + " " + unmet.field() + ": " + unmet.message())
                .toList();
    }

    @Test
    void a_sum_that_is_longer_than_the_age_of_the_ticket_is_refused() {
        assertThat(faults(ticket(Duration.ofHours(1)).putHoldTotals(HoldReason.CALLER, Duration.ofHours(1000))))
                .containsExactly("TIME_ORDER holdTotals: the time on hold for CALLER is PT1000H, but from the report"
                        + " on there were only PT1H");
        assertThat(faults(ticket(Duration.ofHours(1)).putHoldTotals(HoldReason.CALLER, Duration.ofHours(1))))
                .isEmpty();
        assertThat(faults(ticket(Duration.ofHours(1))
                        .putHoldTotals(HoldReason.CALLER, Duration.ofSeconds(Long.MAX_VALUE))
                        .putHoldTotals(HoldReason.VENDOR, Duration.ofSeconds(Long.MAX_VALUE))))
                .hasSize(2);
    }

    @Test
    void sums_and_spells_that_are_longer_together_than_the_age_of_the_ticket_are_refused() {
        HoldSpell spell =
                new HoldSpell(HoldReason.CHANGE, NOW.minus(Duration.ofMinutes(60)), NOW.minus(Duration.ofMinutes(30)));
        AdoptedTicketBuilder two = ticket(Duration.ofHours(2))
                .putHoldTotals(HoldReason.CALLER, Duration.ofMinutes(50))
                .putHoldTotals(HoldReason.VENDOR, Duration.ofMinutes(40));

        assertThat(faults(two)).isEmpty();
        assertThat(faults(two.addHolds(spell))).isEmpty();
        assertThat(faults(two.putHoldTotals(HoldReason.SCHEDULED, Duration.ofMillis(1))))
                .containsExactly("TIME_ORDER holdTotals: the times on hold are PT2H0.001S together, but from the report"
                        + " on there were only PT2H");
    }

    @Test
    void a_closed_ticket_waited_before_it_was_closed() {
        AdoptedTicketBuilder closed = AdoptedTicket.of(Status.CLOSED, NOW.minus(Duration.ofDays(9)))
                .resolvedAt(NOW.minus(Duration.ofDays(8)))
                .closedAt(NOW.minus(Duration.ofDays(7)));

        assertThat(faults(closed.putHoldTotals(HoldReason.CALLER, Duration.ofDays(2))))
                .isEmpty();
        assertThat(faults(closed.putHoldTotals(HoldReason.CALLER, Duration.ofDays(3))))
                .hasSize(1);
    }

    @Test
    void spells_and_a_sum_for_the_same_reason_are_refused() {
        HoldSpell spell =
                new HoldSpell(HoldReason.CALLER, NOW.minus(Duration.ofMinutes(60)), NOW.minus(Duration.ofMinutes(50)));

        assertThat(faults(ticket(Duration.ofHours(2))
                        .addHolds(spell)
                        .putHoldTotals(HoldReason.CALLER, Duration.ofMinutes(5))))
                .containsExactly("TIME_ORDER holdTotals: the time on hold for CALLER is given both as spells and as a"
                        + " sum, of which the sum is for what is not known as spells");
    }

    @Test
    void a_clock_is_credited_no_more_waiting_than_its_calendar_had_open() {
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .name("office")
                .slas(SlaPresets.itil(ZoneOffset.UTC))
                .build();
        Instant saturday = Instant.parse("2026-03-28T09:00:00Z");
        AdoptedTicket ticket = AdoptedTicket.of(Status.NEW, saturday)
                .priority(Priority.P3)
                .putHoldTotals(HoldReason.CALLER, Duration.ofHours(20))
                .build();

        Incident incident = definition.adopt(new IncidentId("INC-1"), ticket, Instant.parse("2026-03-29T09:00:00Z"));
        SlaStanding standing = definition
                .clock()
                .standing(incident.history(), Instant.parse("2026-03-30T12:00:00Z"), "itil", Measure.RESOLUTION)
                .orElseThrow();

        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofHours(3));
    }
}
