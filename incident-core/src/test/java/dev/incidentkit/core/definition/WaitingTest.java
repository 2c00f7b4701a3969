package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HistoryException;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.TriagePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An incident on hold always waits for something since some instant; and what a takeover may not say. */
class WaitingTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final IncidentId ID = new IncidentId("INC-1");
    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");
    private static final Action PARK = new Action("PARK");
    private static final Action PARK_LONGER = new Action("PARK_LONGER");
    private static final Status PARKED = new Status("PARKED", Phase.ON_HOLD);
    private static final Status SHELVED = new Status("SHELVED", Phase.ON_HOLD);
    private static final ProcessDefinition PARKING = ProcessDefinition.builder(
                    "parking",
                    Lifecycle.builder(Lifecycle.itil())
                            .statuses(PARKED, SHELVED)
                            .transition(
                                    PARK, step -> step.from(Status.IN_PROGRESS).to(PARKED))
                            .transition(
                                    PARK_LONGER,
                                    step -> step.from(PARKED, Status.ON_HOLD).to(SHELVED))
                            .transition(
                                    Action.RESUME,
                                    step -> step.from(PARKED, SHELVED).to(Status.IN_PROGRESS))
                            .build(),
                    TriagePolicy.matrix(PriorityMatrix.itil3x3()))
            .build();

    private static CommandContext at(long hours) {
        return CommandContext.of(Actor.agent("ann"), AT.plus(Duration.ofHours(hours)));
    }

    private static Incident working() {
        return PARKING.adopt(
                ID,
                AdoptedTicket.of(Status.IN_PROGRESS, AT)
                        .owner(Owner.group("mail"))
                        .build(),
                AT);
    }

    private static Incident then(Incident incident, IncidentCommand command, long hours) {
        return incident.applyAll(PARKING.decide(incident, command, at(hours)));
    }

    @Test
    void a_step_of_the_hosts_own_that_leads_on_hold_begins_a_spell_that_is_named_after_it() {
        Incident parked = then(working(), LifecycleCommand.Perform.of(PARK), 1);

        assertThat(parked.holdReason()).contains(new HoldReason("PARK"));
        Incident resumed = then(parked, LifecycleCommand.Resume.BY_HAND, 3);
        assertThat(resumed.holdReason()).isEmpty();
        assertThat(resumed.holds())
                .containsExactly(new HoldSpell(
                        new HoldReason("PARK"), AT.plus(Duration.ofHours(1)), AT.plus(Duration.ofHours(3))));
    }

    @Test
    void a_step_from_one_waiting_status_to_another_goes_on_waiting_for_the_same() {
        Incident held = then(working(), LifecycleCommand.Hold.on(HoldReason.VENDOR), 1);
        Incident shelved = then(held, LifecycleCommand.Perform.of(PARK_LONGER), 2);

        assertThat(shelved.status()).isEqualTo(SHELVED);
        assertThat(shelved.holds())
                .containsExactly(new HoldSpell(HoldReason.VENDOR, AT.plus(Duration.ofHours(1)), null));
    }

    @Test
    void an_incident_that_is_reported_or_reopened_into_waiting_waits_for_that() {
        ProcessDefinition definition = ProcessDefinition.builder(
                        "parked",
                        Lifecycle.builder(Lifecycle.itil())
                                .statuses(PARKED)
                                .without(Action.REPORT)
                                .transition(Action.REPORT, step -> step.to(PARKED))
                                .transition(
                                        Action.RESOLVE,
                                        step -> step.from(PARKED).to(Status.RESOLVED))
                                .without(Action.REOPEN)
                                .transition(
                                        Action.REOPEN,
                                        step -> step.from(Status.RESOLVED).to(PARKED))
                                .without(Action.REJECT)
                                .transition(
                                        Action.REJECT,
                                        step -> step.from(Status.RESOLVED).to(PARKED))
                                .build(),
                        TriagePolicy.matrix(PriorityMatrix.itil3x3()))
                .build();
        Incident incident = Incident.replay(definition.begin(ID, TenantId.DEFAULT, TestCommands.of("REPORT"), at(0)));
        assertThat(incident.holdReason()).contains(new HoldReason("REPORT"));

        for (String back : new String[] {"REOPEN", "REJECT"}) {
            incident = incident.applyAll(definition.decide(incident, TestCommands.of("RESOLVE"), at(1)));
            assertThat(incident.holdReason()).isEmpty();
            incident = incident.applyAll(definition.decide(incident, TestCommands.of(back), at(2)));
            assertThat(incident.holdReason()).contains(new HoldReason(back));
        }
    }

    @Test
    void a_ticket_on_hold_of_which_no_spell_is_known_waits_from_its_adoption() {
        Incident incident = ITIL.adopt(
                ID,
                AdoptedTicket.of(Status.ON_HOLD, AT.minusSeconds(900))
                        .putHoldTotals(HoldReason.CALLER, Duration.ofMinutes(5))
                        .build(),
                AT);

        assertThat(incident.holds()).containsExactly(new HoldSpell(new HoldReason("ADOPT"), AT, null));
        assertThat(incident.holdReason()).contains(new HoldReason("ADOPT"));
    }

    @Test
    void a_new_ticket_that_was_acknowledged_was_not_started() {
        Incident incident = ITIL.adopt(
                ID,
                AdoptedTicket.of(Status.NEW, AT.minusSeconds(900))
                        .acknowledgedAt(AT.minusSeconds(600))
                        .build(),
                AT);

        assertThat(incident.at(Milestone.ACKNOWLEDGED)).contains(AT.minusSeconds(600));
        assertThat(incident.at(Milestone.STARTED)).isEmpty();
        Incident started =
                incident.applyAll(ITIL.decide(incident, new LifecycleCommand.Start(Owner.group("mail")), at(1)));
        assertThat(started.at(Milestone.STARTED)).contains(AT.plus(Duration.ofHours(1)));
        assertThat(started.at(Milestone.ACKNOWLEDGED)).contains(AT.minusSeconds(600));
    }

    @Test
    void a_ticket_that_was_restored_before_it_happened_is_refused() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.NEW, AT.minusSeconds(900))
                .occurredAt(AT.minusSeconds(950))
                .restoredAt(Instant.parse("1999-01-01T00:00:00Z"))
                .build();

        assertThat(ITIL.checkBeginning(new RecordCommand.Adopt(ticket), at(0)))
                .singleElement()
                .hasToString("TIME_ORDER(restoredAt): restoredAt 1999-01-01T00:00:00Z lies before occurredAt "
                        + "2026-03-27T07:44:10Z");
    }

    @Test
    void a_history_is_of_one_tenant_under_one_definition() {
        Incident incident = Incident.replay(List.of(imported("one", ITIL.hash())));

        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> incident.apply(imported("two", ITIL.hash())))
                .withMessageContaining("Imported is of tenant two, this record of one");
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> incident.apply(imported("one", "other")))
                .withMessageContaining("Imported is of definition other, this record of " + ITIL.hash());
    }

    private static RecordEvent.Imported imported(String tenant, String definition) {
        return new RecordEvent.Imported(
                EventMeta.at(AT, Actor.bot("import")),
                ID,
                new TenantId(tenant),
                definition,
                ImportedStep.of(AT, "New", Status.NEW).build());
    }
}
