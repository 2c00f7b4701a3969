package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.SlaSelection;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is selected is on the record, and only that applies. */
class SlaSelectionTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final SlaSelection BY_PRIORITY = new SlaSelection() {
        @Override
        public Optional<Decision<String>> select(Incident incident) {
            return incident.priority()
                    .map(priority ->
                            new Decision<>(priority.equals(Priority.P1) ? "gold" : "base", "by " + priority, "v1"));
        }

        @Override
        public Set<String> policies() {
            return Set.of("gold", "base");
        }

        @Override
        public String version() {
            return "v1";
        }
    };
    private static final ProcessDefinition DEFINITION = ProcessDefinition.builder(ProcessDefinition.itil())
            .slas(policy("gold"), policy("base"), policy("always"))
            .slaSelection(BY_PRIORITY)
            .build();

    private static SlaPolicy policy(String name) {
        return SlaPolicy.of(
                name,
                SlaTarget.of(
                                Measure.RESOLUTION,
                                Map.of("P1", Goal.within(Duration.ofHours(4)), "P5", Goal.within(Duration.ofHours(9))))
                        .build());
    }

    private static List<IncidentEvent> begun() {
        Report report = Report.of("outage", Reporter.person("cleo"), Channel.PHONE)
                .impact(Impact.LOW)
                .urgency(Urgency.LOW)
                .build();
        return new ArrayList<>(
                DEFINITION.begin(new IncidentId("INC-1"), TenantId.DEFAULT, report, context(Duration.ZERO)));
    }

    private static CommandContext context(Duration later) {
        return CommandContext.of(Actor.agent("ann"), AT.plus(later));
    }

    private static Map<String, ClockState> states(List<IncidentEvent> events, Duration later) {
        Map<String, ClockState> states = new TreeMap<>();
        DEFINITION
                .clock()
                .standings(events, AT.plus(later))
                .forEach(standing -> states.put(standing.clock().policy(), standing.state()));
        return states;
    }

    private static List<WorkEvent.Amended> selections(List<IncidentEvent> events) {
        return events.stream()
                .filter(WorkEvent.Amended.class::isInstance)
                .map(WorkEvent.Amended.class::cast)
                .toList();
    }

    @Test
    void the_first_selection_is_recorded_with_its_rule_when_the_incident_begins() {
        List<IncidentEvent> events = begun();
        assertThat(selections(events)).hasSize(1);
        WorkEvent.Amended selected = selections(events).get(0);
        assertThat(selected.attributes().get(Fact.SLA_ATTRIBUTE)).contains(new AttributeValue.Text("base"));
        assertThat(selected.meta().cause().rule()).isEqualTo("by P5");
        assertThat(selected.meta().cause().configuration()).isEqualTo("v1");
        assertThat(states(events, Duration.ZERO)).containsOnlyKeys("always", "base");
    }

    @Test
    void another_answer_is_recorded_and_the_same_answer_is_not() {
        List<IncidentEvent> events = begun();
        Incident incident = Incident.replay(events);
        assertThat(DEFINITION.decide(
                        incident, new WorkCommand.Note("seen", Visibility.INTERNAL), context(Duration.ofMinutes(1))))
                .hasSize(1);
        List<IncidentEvent> decided = DEFINITION.decide(
                incident, TriageCommand.Triage.of(Impact.HIGH, Urgency.HIGH), context(Duration.ofMinutes(2)));
        assertThat(selections(decided)).hasSize(1);
        events.addAll(decided);
        assertThat(states(events, Duration.ofMinutes(2)))
                .containsEntry("gold", ClockState.RUNNING)
                .containsEntry("base", ClockState.CANCELLED)
                .containsEntry("always", ClockState.RUNNING);
    }

    @Test
    void an_override_that_expires_selects_at_its_instant_however_late_that_is_noticed() {
        List<IncidentEvent> events = begun();
        events.addAll(DEFINITION.decide(
                Incident.replay(events),
                new TriageCommand.OverridePriority(Priority.P1, "the board asks", AT.plus(Duration.ofHours(1))),
                context(Duration.ofMinutes(1))));
        Incident overridden = Incident.replay(events);
        assertThat(overridden.attributes().get(Fact.SLA_ATTRIBUTE)).contains(new AttributeValue.Text("gold"));
        List<IncidentEvent> inTime =
                DEFINITION.decide(overridden, new RecordCommand.Wake(), context(Duration.ofHours(1)));
        List<IncidentEvent> late =
                DEFINITION.decide(overridden, new RecordCommand.Wake(), context(Duration.ofHours(3)));
        assertThat(selections(inTime)).hasSize(1);
        assertThat(selections(late)).hasSize(1);
        assertThat(selections(late).get(0).meta().effectiveAt())
                .isEqualTo(selections(inTime).get(0).meta().effectiveAt())
                .isEqualTo(AT.plus(Duration.ofHours(1)));
    }

    @Test
    void nothing_is_selected_for_what_has_ended() {
        List<IncidentEvent> events = begun();
        events.addAll(DEFINITION.decide(
                Incident.replay(events),
                new LifecycleCommand.Cancel(CancelReason.WITHDRAWN, null, null),
                context(Duration.ofMinutes(1))));
        assertThat(selections(events)).hasSize(1);
        assertThat(DEFINITION.decide(
                        Incident.replay(events),
                        new WorkCommand.Note("over", Visibility.INTERNAL),
                        context(Duration.ofMinutes(2))))
                .hasSize(1);
    }

    @Test
    void the_definition_declares_the_attribute_and_refuses_what_does_not_fit() {
        assertThat(DEFINITION.attributes()).containsKey(Fact.SLA_ATTRIBUTE);
        assertThat(DEFINITION.hash())
                .isNotEqualTo(ProcessDefinition.builder(DEFINITION)
                        .slaSelection(SlaSelection.none())
                        .build()
                        .hash());
        assertThatThrownBy(() -> ProcessDefinition.builder(ProcessDefinition.itil())
                        .attribute(AttributeDefinition.of(Fact.SLA_ATTRIBUTE, AttributeType.NUMBER))
                        .slas(policy("gold"))
                        .slaSelection(BY_PRIORITY)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'base'")
                .hasMessageContaining("must be a TEXT");
    }
}
