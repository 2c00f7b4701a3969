package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.definition.ClosureRule;
import dev.incidentkit.core.definition.DefinitionChange;
import dev.incidentkit.core.definition.FollowUpRule;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.definition.ProcessDefinitionBuilder;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.SlaSelection;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.sla.SlaPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a definition, as far as they were read. Not safe for use by several threads. */
final class Parts {
    final Scope scope;

    @Nullable
    String name;

    @Nullable
    Lifecycle lifecycle;

    @Nullable
    TriagePolicy triage;

    @Nullable
    Duration reopenWindow;

    RoutingPolicy routing = RoutingPolicy.byHand();
    ClosureRule closure = ClosureRule.never();
    List<SlaPolicy> slas = List.of();
    SlaSelection slaSelection = SlaSelection.none();
    EscalationPolicy escalation = EscalationPolicy.none();
    Procedures procedures = Procedures.NONE;
    DefinitionChange change = DefinitionChange.stay();
    List<FollowUpRule> followUps = List.of();
    List<ProcessDefinition> predecessors = List.of();

    Parts(Scope scope) {
        this.scope = scope;
    }

    /** Takes over all parts of a definition. */
    Parts extend(ProcessDefinition base) {
        scope.extend(base);
        name = base.name();
        lifecycle = base.lifecycle();
        triage = base.triage();
        reopenWindow = base.reopenWindow().orElse(null);
        routing = base.routing();
        closure = base.closure();
        slas = base.slas();
        slaSelection = base.slaSelection();
        escalation = base.escalation();
        procedures = base.procedures();
        change = base.change();
        followUps = base.followUps();
        predecessors = base.predecessors();
        return this;
    }

    /** Joins the parts; name, lifecycle and triage are there. */
    ProcessDefinition build(String called, Lifecycle steps, TriagePolicy judgement) {
        ProcessDefinitionBuilder builder = ProcessDefinition.builder(called, steps, judgement)
                .impacts(scope.impacts)
                .urgencies(scope.urgencies)
                .severities(scope.severities)
                .priorities(scope.priorities)
                .routing(routing)
                .closure(closure)
                .slas(slas)
                .slaSelection(slaSelection)
                .escalation(escalation)
                .procedures(procedures)
                .change(change)
                .reopenWindow(reopenWindow);
        scope.attributes.values().forEach(builder::attribute);
        followUps.forEach(builder::followUp);
        predecessors.forEach(builder::predecessor);
        return builder.build();
    }
}
