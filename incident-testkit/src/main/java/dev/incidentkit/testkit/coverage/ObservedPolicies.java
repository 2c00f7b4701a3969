package dev.incidentkit.testkit.coverage;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.definition.ProcessDefinitionBuilder;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.MatrixTriage;
import dev.incidentkit.core.policy.SelectionPolicy;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.rules.incident.CategoryTable;
import dev.incidentkit.rules.incident.EscalationTable;
import dev.incidentkit.rules.incident.ModelTable;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.rules.incident.SlaTable;
import dev.incidentkit.rules.incident.TriageTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Puts policies that tell what they decide in the place of those of a definition. */
final class ObservedPolicies {
    private final CoverageRecorder recorder;
    private final String group;

    private ObservedPolicies(CoverageRecorder recorder, String group) {
        this.recorder = recorder;
        this.group = group;
    }

    /** A copy of equal content: each policy keeps its version. */
    static ProcessDefinition of(ProcessDefinition definition, CoverageRecorder recorder, String group) {
        ObservedPolicies policies = new ObservedPolicies(recorder, group);
        ProcessDefinitionBuilder copy = ProcessDefinition.builder(definition);
        copy.triage(policies.triage(definition.triage()));
        if (definition.routing() instanceof RoutingTable routing) {
            copy.routing(new RoutingTable(routing.table().observedBy(recorder.tables())));
        }
        if (definition.slaSelection() instanceof SlaTable selection) {
            copy.slaSelection(new SlaTable(selection.table().observedBy(recorder.tables())));
        }
        if (definition.escalation() instanceof EscalationTable escalation) {
            copy.escalation(escalation.observedBy(recorder.tables()));
        }
        if (!definition.procedures().equals(Procedures.NONE)) {
            Procedures procedures = definition.procedures();
            copy.procedures(Procedures.builder(procedures)
                    .classification(policies.classification(procedures.classification()))
                    .selection(policies.models(procedures.selection()))
                    .build());
        }
        ProcessDefinition observed = copy.build();
        if (!observed.hash().equals(definition.hash())) {
            throw new IllegalStateException("An observed copy has the content of its definition, but that of '"
                    + definition.name() + "' has the hash " + observed.hash() + " instead of " + definition.hash());
        }
        return observed;
    }

    private TriagePolicy triage(TriagePolicy policy) {
        if (policy instanceof TriageTable table) {
            return new TriageTable(table.table().observedBy(recorder.tables()));
        }
        return policy instanceof MatrixTriage
                ? new ObservedTriage(policy, cell -> hit(CoverageKind.CELL, cell))
                : policy;
    }

    private SelectionPolicy<Category> classification(SelectionPolicy<Category> policy) {
        return policy instanceof CategoryTable categories
                ? new CategoryTable(categories.table().observedBy(recorder.tables()))
                : selection("classification", policy);
    }

    private SelectionPolicy<String> models(SelectionPolicy<String> policy) {
        return policy instanceof ModelTable models
                ? new ModelTable(models.table().observedBy(recorder.tables()))
                : selection("selection of models", policy);
    }

    private <T> SelectionPolicy<T> selection(String title, SelectionPolicy<T> policy) {
        return policy instanceof ConditionTable<T> table && !table.rows().isEmpty()
                ? new ObservedSelection<>(policy, rule -> hit(CoverageKind.RULE, title + " " + rule))
                : policy;
    }

    private void hit(CoverageKind kind, String name) {
        recorder.hit(new CoverageItem(kind, group, name));
    }

    /** A way to derive priorities that tells which rule did. */
    private record ObservedTriage(TriagePolicy observed, Consumer<String> told) implements TriagePolicy {
        @Override
        public Optional<Decision<Priority>> priority(Incident incident) {
            Optional<Decision<Priority>> decision = observed.priority(incident);
            decision.ifPresent(made -> told.accept(made.rule()));
            return decision;
        }

        @Override
        public String version() {
            return observed.version();
        }

        @Override
        public List<String> misfits(Scale<Impact> impacts, Scale<Urgency> urgencies, Scale<Priority> priorities) {
            return observed.misfits(impacts, urgencies, priorities);
        }
    }

    /** A selection that tells which row decided. */
    private record ObservedSelection<T>(SelectionPolicy<T> observed, Consumer<String> told)
            implements SelectionPolicy<T> {
        @Override
        public Optional<Decision<T>> select(Incident incident) {
            Optional<Decision<T>> decision = observed.select(incident);
            decision.ifPresent(made -> told.accept(made.rule()));
            return decision;
        }

        @Override
        public String version() {
            return observed.version();
        }

        @Override
        public List<String> misfits(Predicate<T> isKnown, ConditionProof proof) {
            return observed.misfits(isKnown, proof);
        }
    }
}
