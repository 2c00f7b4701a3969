package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.AvailableAction;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tickets that lived elsewhere: taken over as they stand, or step by step from their history. */
class AdoptionTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final IncidentId ID = new IncidentId("INC-1");
    private static final Instant NOW = Instant.parse("2026-03-27T08:00:00Z");
    private static final Actor ANN = Actor.agent("ann");

    private static Instant hours(long ago) {
        return NOW.minus(Duration.ofHours(ago));
    }

    @Test
    void a_ticket_on_hold_keeps_its_spells_its_totals_and_its_counts() {
        Incident incident = ITIL.adopt(
                ID,
                AdoptedTicket.of(Status.ON_HOLD, hours(10))
                        .number("T-7")
                        .owner(Owner.person("ann"))
                        .category(new Category("mail"))
                        .priority(Priority.P2)
                        .addHolds(new HoldSpell(HoldReason.CALLER, hours(8), hours(6)))
                        .addHolds(new HoldSpell(HoldReason.VENDOR, hours(2), null))
                        .putHoldTotals(HoldReason.CHANGE, Duration.ofHours(2))
                        .reopenings(1)
                        .reassignments(3)
                        .build(),
                NOW);

        assertThat(incident.phase()).isEqualTo(Phase.ON_HOLD);
        assertThat(incident.holdReason()).contains(HoldReason.VENDOR);
        assertThat(incident.holdTotals()).containsEntry(HoldReason.CHANGE, Duration.ofHours(2));
        assertThat(incident.reopenings()).isEqualTo(1);
        assertThat(incident.reassignments()).isEqualTo(3);
        assertThat(incident.priority()).contains(Priority.P2);

        Incident resumed = incident.applyAll(
                ITIL.decide(incident, LifecycleCommand.Resume.BY_HAND, CommandContext.of(ANN, NOW.plusSeconds(60))));
        assertThat(resumed.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(resumed.holds())
                .containsExactly(
                        new HoldSpell(HoldReason.CALLER, hours(8), hours(6)),
                        new HoldSpell(HoldReason.VENDOR, hours(2), NOW.plusSeconds(60)));
        assertThat(resumed.holdReason()).isEmpty();
    }

    @Test
    void every_fault_of_a_ticket_is_told_at_once() {
        AdoptedTicket ticket = AdoptedTicket.of(new Status("WAITING", Phase.ON_HOLD), NOW.plusSeconds(1))
                .impact(new Impact("HUGE", 0))
                .urgency(new Urgency("NEVER", 2))
                .priority(new Priority("P0", 0))
                .occurredAt(NOW.plusSeconds(3))
                .detectedAt(NOW.plusSeconds(2))
                .acknowledgedAt(hours(1))
                .closedAt(hours(2))
                .restoredAt(NOW.plusSeconds(9))
                .addHolds(new HoldSpell(HoldReason.VENDOR, hours(3), null))
                .addHolds(new HoldSpell(HoldReason.CALLER, hours(4), NOW.plusSeconds(5)))
                .putHoldTotals(HoldReason.CHANGE, Duration.ofHours(-1))
                .attributes(Attributes.of("size", AttributeValue.of(3)))
                .build();

        List<Unmet> unmet = ITIL.checkBeginning(new RecordCommand.Adopt(ticket), CommandContext.of(ANN, NOW));

        assertThat(unmet.stream().map(each -> each.code() + " " + each.field()))
                .containsExactlyInAnyOrder(
                        "STATUS_UNKNOWN status",
                        "LEVEL_UNKNOWN impact",
                        "LEVEL_UNKNOWN urgency",
                        "LEVEL_UNKNOWN priority",
                        "ATTRIBUTE_UNKNOWN attribute:size",
                        "TIME_ORDER detectedAt",
                        "TIME_ORDER reportedAt",
                        "TIME_ORDER acknowledgedAt",
                        "TIME_ORDER closedAt",
                        "TIME_ORDER closedAt",
                        "TIME_IN_FUTURE reportedAt",
                        "TIME_IN_FUTURE restoredAt",
                        "TIME_ORDER holds[0]",
                        "TIME_ORDER holds[0]",
                        "TIME_ORDER holds[1]",
                        "TIME_IN_FUTURE holds[1]",
                        "TIME_ORDER holdTotals");
        assertThatExceptionOfType(IncidentRejectedException.class)
                .isThrownBy(() -> ITIL.adopt(ID, ticket, NOW))
                .satisfies(refusal -> assertThat(refusal.unmet()).isEqualTo(unmet))
                .withMessageStartingWith("ADOPT of new incident INC-1 is refused: ");
    }

    @Test
    void each_phase_asks_for_what_an_incident_in_it_has() {
        assertThat(missing(Status.NEW)).isEmpty();
        assertThat(missing(Status.IN_PROGRESS)).containsExactly("owner");
        assertThat(missing(Status.ON_HOLD)).isEmpty();
        assertThat(missing(Status.RESOLVED)).containsExactly("resolvedAt");
        assertThat(missing(Status.CLOSED)).containsExactly("resolvedAt", "closedAt");
        assertThat(missing(Status.CANCELLED)).containsExactly("closedAt");
    }

    private static List<String> missing(Status status) {
        return ITIL
                .checkBeginning(
                        new RecordCommand.Adopt(
                                AdoptedTicket.of(status, hours(1)).build()),
                        CommandContext.of(ANN, NOW))
                .stream()
                .map(unmet -> String.valueOf(unmet.field()))
                .toList();
    }

    @Test
    void a_host_asks_what_may_be_done_with_its_own_row_and_stores_nothing() {
        Incident row = Incident.adopted(
                ID,
                ITIL.hash(),
                AdoptedTicket.of(Status.IN_PROGRESS, hours(5))
                        .owner(Owner.group("network"))
                        .build(),
                NOW);

        assertThat(ITIL.check(row, new LifecycleCommand.Close(), CommandContext.of(ANN, NOW)))
                .singleElement()
                .hasToString("TRANSITION_UNKNOWN: CLOSE is not allowed while the incident is IN_PROGRESS");
        List<AvailableAction> available = ITIL.availableActions(row, CommandContext.of(ANN, NOW));
        assertThat(available).extracting(AvailableAction::action).contains(Action.RESOLVE, Action.HOLD);
        assertThat(available)
                .filteredOn(action -> action.action().equals(Action.RESOLVE))
                .singleElement()
                .satisfies(resolve -> {
                    assertThat(resolve.targets()).containsExactly(Status.RESOLVED);
                    assertThat(resolve.isReady()).isFalse();
                    assertThat(resolve.lacking())
                            .extracting(Unmet::field)
                            .containsExactly("category", "resolutionCode", "resolutionNote");
                });
        assertThat(available)
                .filteredOn(action -> action.action().equals(Action.NOTE))
                .allMatch(AvailableAction::isReady);
    }

    @Test
    void what_a_guard_still_asks_for_is_lacking_too() {
        Incident row = Incident.adopted(
                ID, ITIL.hash(), AdoptedTicket.of(Status.NEW, hours(5)).build(), NOW);
        Incident owned = Incident.adopted(
                ID,
                ITIL.hash(),
                AdoptedTicket.of(Status.NEW, hours(5))
                        .owner(Owner.group("network"))
                        .build(),
                NOW);
        Lifecycle guarded = Lifecycle.builder(Lifecycle.itil())
                .transition(
                        new Action("ACCEPT"),
                        step -> step.from(Status.NEW).to(Status.IN_PROGRESS).guards(Guards.OWNED))
                .build();

        assertThat(lacking(guarded, row)).extracting(Unmet::field).containsExactly("owner");
        assertThat(lacking(guarded, owned)).isEmpty();
    }

    private static List<Unmet> lacking(Lifecycle lifecycle, Incident incident) {
        return lifecycle.availableActions(incident, CommandContext.of(ANN, NOW)).stream()
                .filter(action -> action.action().equals(new Action("ACCEPT")))
                .findFirst()
                .orElseThrow()
                .lacking();
    }

    @Test
    void an_open_ticket_that_was_resolved_once_remembers_only_the_first_time() {
        Incident incident = ITIL.adopt(
                ID, AdoptedTicket.of(Status.NEW, hours(9)).resolvedAt(hours(3)).build(), NOW);

        assertThat(incident.at(Milestone.FIRST_RESOLVED)).contains(hours(3));
        assertThat(incident.at(Milestone.RESOLVED)).isEmpty();
    }

    private static Incident imported(ImportedStep... steps) {
        List<IncidentEvent> record = new ArrayList<>();
        for (ImportedStep step : steps) {
            RecordCommand command = new RecordCommand.ImportStep(step);
            CommandContext context = CommandContext.of(Actor.bot("import"), NOW);
            record.addAll(
                    record.isEmpty()
                            ? ITIL.begin(ID, TenantId.DEFAULT, command, context)
                            : ITIL.decide(Incident.replay(record), command, context));
        }
        assertThat(record).hasSameSizeAs(steps);
        return Incident.replay(record);
    }

    @Test
    void a_history_may_start_anywhere_jump_and_repeat_its_outcome_on_every_row() {
        Incident incident = imported(
                ImportedStep.of(hours(5_000), "Awaiting User Info", Status.ON_HOLD)
                        .reportedAt(hours(5_001))
                        .resolvedAt(hours(4_990))
                        .closedAt(hours(4_900))
                        .holdReason(HoldReason.CALLER)
                        .build(),
                ImportedStep.of(hours(4_999), "Active", Status.IN_PROGRESS)
                        .resolvedAt(hours(4_990))
                        .closedAt(hours(4_900))
                        .impact(new Impact("7", 6))
                        .build(),
                ImportedStep.of(hours(4_990), "Resolved", Status.RESOLVED)
                        .resolvedAt(hours(4_990))
                        .closedAt(hours(4_900))
                        .build(),
                ImportedStep.of(hours(4_900), "Closed", Status.CLOSED)
                        .resolvedAt(hours(4_990))
                        .closedAt(hours(4_900))
                        .reassignments(2)
                        .build());

        assertThat(incident.phase()).isEqualTo(Phase.CLOSED);
        assertThat(incident.isImporting()).isTrue();
        assertThat(incident.at(Milestone.REPORTED)).contains(hours(5_001));
        assertThat(incident.at(Milestone.RESOLVED)).contains(hours(4_990));
        assertThat(incident.at(Milestone.ENDED)).contains(hours(4_900));
        assertThat(incident.holds()).containsExactly(new HoldSpell(HoldReason.CALLER, hours(5_000), hours(4_999)));
        assertThat(incident.reassignments()).isEqualTo(2);
    }

    @Test
    void an_imported_reopening_takes_the_resolution_back_but_not_the_first() {
        Incident incident = imported(
                ImportedStep.of(hours(9), "Resolved", Status.RESOLVED).build(),
                ImportedStep.of(hours(7), "Active", Status.IN_PROGRESS)
                        .reopenings(1)
                        .build());

        assertThat(incident.at(Milestone.RESOLVED)).isEmpty();
        assertThat(incident.at(Milestone.FIRST_RESOLVED)).contains(hours(9));
        assertThat(incident.reopenings()).isEqualTo(1);
    }

    @Test
    void rows_out_of_order_are_taken_in_the_order_in_which_they_come() {
        Incident incident = imported(
                ImportedStep.of(hours(9), "Hold", Status.ON_HOLD)
                        .holdReason(HoldReason.VENDOR)
                        .build(),
                ImportedStep.of(hours(12), "Active", Status.IN_PROGRESS).build());

        assertThat(incident.lastEffectiveAt()).isEqualTo(hours(9));
        assertThat(incident.holds()).containsExactly(new HoldSpell(HoldReason.VENDOR, hours(9), hours(9)));
    }

    @Test
    void repeated_rows_of_the_end_keep_the_first_instant_of_it() {
        Incident incident = imported(
                ImportedStep.of(hours(9), "Closed", Status.CLOSED).build(),
                ImportedStep.of(hours(4), "Closed", Status.CLOSED).build());

        assertThat(incident.at(Milestone.ENDED)).contains(hours(9));
    }

    @Test
    void an_imported_incident_goes_on_under_the_lifecycle_and_keeps_a_level_that_no_rule_knows() {
        Incident incident = imported(ImportedStep.of(hours(9), "Open", Status.NEW)
                .impact(new Impact("4", 3))
                .urgency(Urgency.LOW)
                .build());
        CommandContext context = CommandContext.of(ANN, NOW);
        Incident judged =
                incident.applyAll(ITIL.decide(incident, new TriageCommand.Triage(null, Urgency.HIGH, null), context));

        assertThat(judged.isImporting()).isFalse();
        assertThat(judged.impact()).contains(new Impact("4", 3));
        assertThat(judged.priority()).isEmpty();
        assertThat(ITIL.check(
                        judged,
                        new RecordCommand.ImportStep(
                                ImportedStep.of(hours(1), "Open", Status.NEW).build()),
                        context))
                .extracting(Unmet::code)
                .containsExactly("TRANSITION_UNKNOWN");
    }

    @Test
    void a_step_from_the_future_is_refused() {
        RecordCommand step = new RecordCommand.ImportStep(
                ImportedStep.of(NOW.plusSeconds(1), "Open", Status.NEW).build());

        assertThat(ITIL.checkBeginning(step, CommandContext.of(ANN, NOW)))
                .extracting(Unmet::code)
                .containsExactly("TIME_IN_FUTURE");
        Incident incident =
                imported(ImportedStep.of(hours(1), "Open", Status.NEW).build());
        assertThat(ITIL.check(incident, step, CommandContext.of(ANN, NOW)))
                .extracting(Unmet::code)
                .containsExactly("TIME_IN_FUTURE");
    }

    @Test
    void a_migrated_incident_stands_in_the_status_that_takes_the_place_of_its_own() {
        Incident incident =
                ITIL.adopt(ID, AdoptedTicket.of(Status.NEW, hours(1)).build(), NOW);
        ProcessDefinition own = TestDefinitions.OWN;
        CommandContext context = CommandContext.of(ANN, NOW);

        Incident moved = incident.applyAll(
                own.decide(incident, new RecordCommand.Migrate(own.hash(), Map.of("NEW", "VERIFY")), context));
        assertThat(moved.status()).isEqualTo(TestDefinitions.VERIFY);
        assertThat(moved.definition()).isEqualTo(own.hash());
        assertThat(own.check(incident, new RecordCommand.Migrate(own.hash(), Map.of("NEW", "MONITORING")), context))
                .singleElement()
                .satisfies(unmet -> assertThat(unmet.message())
                        .isEqualTo("status NEW needs one of phase NEW to stand for it, but MONITORING is ACTIVE"));
        assertThat(own.check(incident, new RecordCommand.Migrate(own.hash(), Map.of("NEW", "NOWHERE")), context))
                .singleElement()
                .satisfies(unmet -> assertThat(unmet.message()).endsWith("there is no 'NOWHERE'"));
        assertThat(ITIL.check(moved, new LifecycleCommand.Start(Owner.group("mail")), context))
                .extracting(Unmet::code)
                .containsExactly("DEFINITION_UNKNOWN");
    }
}
