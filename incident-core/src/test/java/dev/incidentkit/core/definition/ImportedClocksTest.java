package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.sla.AttachedBreach;
import dev.incidentkit.core.sla.ClockRules;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.Satisfier;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clocks of an incident whose history was taken over step by step: 15 min to answer, 4 h to resolve. */
class ImportedClocksTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ANN = Actor.agent("ann");
    private static final ProcessDefinition SILENT = definition(AttachedBreach.SILENT);

    private static ProcessDefinition definition(AttachedBreach attachedBreach) {
        ClockRules rules = ClockRules.of().attachedBreach(attachedBreach).build();
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .name("imports " + attachedBreach)
                .slas(SlaPolicy.of(
                        "sla",
                        SlaTarget.of(Measure.RESPONSE, Map.of("P1", Goal.within(Duration.ofMinutes(15))))
                                .satisfier(Satisfier.firstHumanAnswer())
                                .rules(rules)
                                .build(),
                        SlaTarget.of(Measure.RESOLUTION, Map.of("P1", Goal.within(Duration.ofHours(4))))
                                .addThresholds(Threshold.percent(50))
                                .rules(rules)
                                .build()))
                .build();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }

    private static RecordCommand.ImportStep step(Instant at, Status status) {
        return new RecordCommand.ImportStep(ImportedStep.of(at, status.name(), status)
                .reportedAt(NINE)
                .priority(Priority.P1)
                .owner(Owner.group("network"))
                .build());
    }

    private static Incident begun(ProcessDefinition definition, Instant recordedAt) {
        return Incident.replay(definition.begin(
                new IncidentId("INC-1"),
                TenantId.DEFAULT,
                step(NINE, Status.NEW),
                CommandContext.of(Actor.external("loader"), recordedAt)));
    }

    private static Incident take(ProcessDefinition definition, Incident incident, IncidentCommand command, Instant at) {
        return incident.applyAll(definition.decide(incident, command, CommandContext.of(ANN, at)));
    }

    private static Incident wake(Incident incident, Instant at) {
        return take(SILENT, incident, new RecordCommand.Wake(), at);
    }

    private static List<SlaEvent> signals(Incident incident) {
        return incident.history().stream()
                .filter(SlaEvent.class::isInstance)
                .map(SlaEvent.class::cast)
                .toList();
    }

    private static IncidentCommand note() {
        return new WorkCommand.Note("seen", Visibility.INTERNAL);
    }

    @Test
    void an_open_incident_that_was_imported_in_time_is_woken_and_breaches_like_any_other() {
        Incident incident = begun(SILENT, at("09:01:00"));

        assertThat(SILENT.nextBreach(incident)).contains(at("09:15:00.001"));
        assertThat(SILENT.nextDue(incident, at("09:01:00"))).contains(at("09:15:00.001"));
        assertThat(signals(wake(incident, NINE.plus(Duration.ofDays(10)))))
                .extracting(SlaEvent::getClass, event -> event.meta().effectiveAt(), SlaEvent::isTold)
                .containsExactly(
                        tuple(SlaEvent.Breached.class, at("09:15:00.001"), true),
                        tuple(SlaEvent.AtRisk.class, at("11:00:00"), true),
                        tuple(SlaEvent.Breached.class, at("13:00:00.001"), true));
    }

    @Test
    void what_fell_due_before_the_import_ended_keeps_its_instant_and_is_recorded_in_silence() {
        Incident incident = begun(SILENT, at("12:00:00"));

        assertThat(signals(wake(incident, at("14:00:00"))))
                .extracting(SlaEvent::getClass, event -> event.meta().effectiveAt(), SlaEvent::isTold)
                .containsExactly(
                        tuple(SlaEvent.Breached.class, at("09:15:00.001"), false),
                        tuple(SlaEvent.AtRisk.class, at("11:00:00"), false),
                        tuple(SlaEvent.Breached.class, at("13:00:00.001"), true));
    }

    @Test
    void the_first_command_decides_first_what_fell_due() {
        Incident incident =
                take(SILENT, begun(SILENT, at("10:30:00")), new AssignmentCommand.Acknowledge(), at("11:30:00"));

        assertThat(incident.history())
                .extracting(IncidentEvent::getClass, event -> event.meta().effectiveAt())
                .containsExactly(
                        tuple(RecordEvent.Imported.class, NINE),
                        tuple(SlaEvent.Breached.class, at("09:15:00.001")),
                        tuple(SlaEvent.AtRisk.class, at("11:00:00")),
                        tuple(AssignmentEvent.Acknowledged.class, at("11:30:00")),
                        tuple(SlaEvent.Missed.class, at("11:30:00")));
        assertThat(signals(incident)).extracting(SlaEvent::isTold).containsExactly(false, true, false);
    }

    @Test
    void a_note_on_an_incident_that_was_closed_long_ago_tells_nobody_of_its_misses() {
        Instant now = NINE.plus(Duration.ofDays(300));
        Incident closed = begun(SILENT, now);
        for (RecordCommand.ImportStep step : List.of(
                step(NINE.plus(Duration.ofDays(3)), Status.RESOLVED),
                step(NINE.plus(Duration.ofDays(9)), Status.CLOSED))) {
            closed = take(SILENT, closed, step, now);
        }

        List<SlaEvent> signals = signals(take(SILENT, closed, note(), now.plus(Duration.ofDays(1))));

        assertThat(signals).hasAtLeastOneElementOfType(SlaEvent.Missed.class);
        assertThat(signals).noneMatch(SlaEvent::isTold);
        assertThat(signals)
                .filteredOn(SlaEvent.Breached.class::isInstance)
                .extracting(event -> ((SlaEvent.Breached) event).dueAt())
                .containsExactly(at("09:15:00"), at("13:00:00"));
    }

    @Test
    void whoever_wants_to_be_told_of_what_was_missed_before_is_told() {
        ProcessDefinition notify = definition(AttachedBreach.NOTIFY);
        Incident incident = take(notify, begun(notify, at("10:30:00")), new RecordCommand.Wake(), at("10:31:00"));

        assertThat(signals(incident)).extracting(SlaEvent::isTold).containsExactly(true);
    }

    @Test
    void ticks_in_time_late_or_missing_lead_to_the_same_record() {
        for (Instant recordedAt : List.of(at("09:01:00"), at("10:30:00"), at("14:00:00"))) {
            Incident ticked = begun(SILENT, recordedAt);
            Instant end = at("16:00:00");
            Optional<Instant> next = SILENT.nextDue(ticked, recordedAt);
            while (next.isPresent() && next.get().isBefore(end)) {
                ticked = wake(wake(ticked, next.get()), next.get());
                next = SILENT.nextDue(ticked, next.get());
            }
            Incident touched = take(SILENT, ticked, note(), end);

            assertThat(ticked.version()).isGreaterThan(1);
            assertThat(told(touched)).isEqualTo(told(take(SILENT, begun(SILENT, recordedAt), note(), end)));
            assertThat(told(touched)).isEqualTo(told(take(SILENT, wake(begun(SILENT, recordedAt), end), note(), end)));
        }
    }

    /** What a record says, but for when it was recorded. */
    private static List<String> told(Incident incident) {
        return incident.history().stream()
                .map(event -> event.toString().replaceAll("recordedAt=[^,\\]]*", ""))
                .toList();
    }

    @Test
    void a_step_that_follows_at_once_finds_that_the_import_goes_on() {
        Instant recordedAt = at("14:00:00");
        Incident incident = begun(SILENT, recordedAt);

        assertThat(SILENT.nextDue(incident, recordedAt)).contains(recordedAt.plusSeconds(60));
        Incident second = take(SILENT, incident, step(at("10:00:00"), Status.IN_PROGRESS), recordedAt.plusSeconds(59));
        assertThat(second.isImporting()).isTrue();
        assertThat(signals(second)).isEmpty();
        assertThat(SILENT.nextDue(second, recordedAt)).contains(recordedAt.plusSeconds(119));
        assertThat(SILENT.carryOut(
                                incident,
                                step(at("10:00:00"), Status.IN_PROGRESS),
                                CommandContext.of(ANN, recordedAt.plusSeconds(59)))
                        .outlook()
                        .nextDue())
                .isEqualTo(recordedAt.plusSeconds(119));
    }

    @Test
    void a_wake_up_ends_an_import_at_once_and_a_further_step_is_refused() {
        Incident ended = wake(begun(SILENT, at("14:00:00")), at("14:00:00"));

        assertThat(ended.isImporting()).isFalse();
        assertThatExceptionOfType(IncidentRejectedException.class)
                .isThrownBy(() -> take(SILENT, ended, step(at("10:00:00"), Status.IN_PROGRESS), at("14:00:01")));
    }
}
