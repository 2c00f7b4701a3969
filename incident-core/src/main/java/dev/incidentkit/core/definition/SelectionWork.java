package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.SlaSelection;
import dev.incidentkit.core.sla.ClockConditions;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.SlaTargetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Records under which agreement an incident falls, and lets only that one apply. */
final class SelectionWork {
    private final boolean selects;
    private final Ports ports;

    SelectionWork(ProcessDefinition definition, Ports ports) {
        this.selects = !definition.slaSelection().policies().isEmpty();
        this.ports = ports;
    }

    boolean selects() {
        return selects;
    }

    /** The attribute that holds the name of the selected policy, as definitions declare it that do not themselves. */
    static AttributeDefinition attribute(String name) {
        return AttributeDefinition.of(name, AttributeType.TEXT, AttributeTrait.INDEXED);
    }

    /** The policies as clocks follow them: one that is selected applies while the attribute names it. */
    static List<SlaPolicy> applied(List<SlaPolicy> policies, SlaSelection selection) {
        Set<String> names = selection.policies();
        return names.isEmpty()
                ? policies
                : policies.stream()
                        .map(policy -> names.contains(policy.name()) ? whileSelected(policy) : policy)
                        .toList();
    }

    private static SlaPolicy whileSelected(SlaPolicy policy) {
        Condition selected = Condition.oneOf(Fact.SLA, policy.name());
        List<SlaTarget> targets = policy.targets().stream()
                .map(target -> whileSelected(target, selected))
                .toList();
        return new SlaPolicy(policy.name(), policy.kind(), targets, policy.penalty());
    }

    private static SlaTarget whileSelected(SlaTarget target, Condition selected) {
        ClockConditions conditions = target.conditions();
        return new SlaTargetBuilder()
                .from(target)
                .conditions(conditions.attachedWhile(Condition.allOf(selected, conditions.attach())))
                .build();
    }

    /**
     * What was decided, followed by the selection where it changes by that.
     *
     * @param before the incident as it stood
     * @param decided what was decided about it
     * @param action what was asked for
     */
    List<IncidentEvent> followed(Incident before, List<IncidentEvent> decided, Action action) {
        if (!selects() || decided.isEmpty() || decided.get(0) instanceof RecordEvent.Imported) {
            return decided;
        }
        Incident after = before;
        for (IncidentEvent event : decided) {
            after = after.apply(event);
        }
        return selected(after, decided, action);
    }

    /** What began an incident, followed by the first selection. */
    List<IncidentEvent> begun(List<IncidentEvent> begun, Action action) {
        return selects() ? selected(Incident.replay(begun), begun, action) : begun;
    }

    private List<IncidentEvent> selected(Incident incident, List<IncidentEvent> decided, Action action) {
        Decision<String> found = ports.agreement(incident, action).orElse(null);
        if (found == null || incident.phase().isEnd() || incident.facts().is(Fact.SLA, found.value())) {
            return decided;
        }
        List<IncidentEvent> all = new ArrayList<>(decided);
        EventMeta last = decided.get(decided.size() - 1).meta();
        Cause cause = new Cause(
                last.cause().trigger(),
                found.rule(),
                found.configuration(),
                last.cause().answers());
        all.add(new WorkEvent.Amended(
                new EventMeta(last.effectiveAt(), last.recordedAt(), last.actor(), cause),
                null,
                null,
                null,
                null,
                Attributes.of(Fact.SLA_ATTRIBUTE, new AttributeValue.Text(found.value())),
                Set.of(),
                null));
        return all;
    }
}
