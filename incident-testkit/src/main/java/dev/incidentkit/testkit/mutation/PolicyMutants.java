package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.definition.FollowUpRule;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.definition.ProcessDefinitionBuilder;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.MatrixTriage;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.SlaSelection;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.rules.incident.EscalationTable;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.rules.incident.SlaTable;
import dev.incidentkit.rules.incident.TriageTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Plants faults in policies that are the host's own code, of which nothing can be changed but what they answer: they fall
 * silent, or decide for something else. What the library knows the inside of is mutated elsewhere.
 */
final class PolicyMutants {
    private static final String OTHERS = "somebody else";

    private final ProcessDefinition definition;
    private final List<Mutant<Consumer<ProcessDefinitionBuilder>>> mutants = new ArrayList<>();

    private PolicyMutants(ProcessDefinition definition) {
        this.definition = definition;
    }

    static List<Mutant<Consumer<ProcessDefinitionBuilder>>> of(ProcessDefinition definition) {
        PolicyMutants mutants = new PolicyMutants(definition);
        mutants.triage(definition.triage());
        mutants.routing(definition.routing());
        mutants.selection(definition.slaSelection());
        mutants.escalation(definition.escalation());
        mutants.followUps();
        return mutants.mutants;
    }

    private void add(MutantKind kind, String place, String change, Consumer<ProcessDefinitionBuilder> setter) {
        mutants.add(new Mutant<>(kind, place, change, setter, false));
    }

    private void silent(String policy, Consumer<ProcessDefinitionBuilder> setter) {
        add(MutantKind.SILENCED_POLICY, policy, "decides nothing", setter);
    }

    private void other(String policy, String change, Consumer<ProcessDefinitionBuilder> setter) {
        add(MutantKind.CHANGED_OUTCOME, policy, change, setter);
    }

    private static <T> Optional<Decision<T>> with(Optional<Decision<T>> decision, UnaryOperator<T> change) {
        return decision.map(made -> new Decision<>(change.apply(made.value()), made.rule(), made.configuration()));
    }

    private void triage(TriagePolicy policy) {
        if (policy instanceof MatrixTriage || policy instanceof TriageTable) {
            return;
        }
        silent("triage", builder -> builder.triage(new Triage(policy, decision -> Optional.empty(), "silent ")));
        if (definition.priorities().size() > 1) {
            other(
                    "triage",
                    "decides for the next priority",
                    builder -> builder.triage(new Triage(policy, decision -> with(decision, this::next), "next ")));
        }
    }

    private Priority next(Priority priority) {
        int last = definition.priorities().size() - 1;
        return definition.priorities().at(priority.rank() < last ? priority.rank() + 1 : priority.rank() - 1);
    }

    private record Triage(TriagePolicy host, UnaryOperator<Optional<Decision<Priority>>> change, String named)
            implements TriagePolicy {
        @Override
        public Optional<Decision<Priority>> priority(Incident incident) {
            return change.apply(host.priority(incident));
        }

        @Override
        public String version() {
            return named + host.version();
        }

        @Override
        public List<String> misfits(Scale<Impact> impacts, Scale<Urgency> urgencies, Scale<Priority> priorities) {
            return host.misfits(impacts, urgencies, priorities);
        }
    }

    private void routing(RoutingPolicy policy) {
        if (policy instanceof RoutingTable || policy.equals(RoutingPolicy.byHand())) {
            return;
        }
        silent("routing", builder -> builder.routing(RoutingPolicy.byHand()));
        other("routing", "decides for " + OTHERS, builder -> builder.routing(new Routing(policy)));
    }

    private record Routing(RoutingPolicy host) implements RoutingPolicy {
        @Override
        public Optional<Decision<Owner>> route(Incident incident) {
            return with(host.route(incident), owner -> Owner.group(OTHERS));
        }

        @Override
        public String version() {
            return "others " + host.version();
        }
    }

    private void selection(SlaSelection policy) {
        if (policy instanceof SlaTable || policy.policies().isEmpty()) {
            return;
        }
        silent("selection of service levels", builder -> builder.slaSelection(new Selection(policy, "")));
        for (String name : new TreeSet<>(policy.policies())) {
            other(
                    "selection of service levels",
                    "always decides for " + name,
                    builder -> builder.slaSelection(new Selection(policy, name)));
        }
    }

    /** Decides for one name wherever the host decides for any; for none where it is empty. */
    private record Selection(SlaSelection host, String name) implements SlaSelection {
        @Override
        public Optional<Decision<String>> select(Incident incident) {
            return name.isEmpty() ? Optional.empty() : with(host.select(incident), chosen -> name);
        }

        @Override
        public Set<String> policies() {
            return host.policies();
        }

        @Override
        public String version() {
            return "mutated " + name + " " + host.version();
        }
    }

    private void escalation(EscalationPolicy policy) {
        if (policy instanceof EscalationTable || policy.equals(EscalationPolicy.none())) {
            return;
        }
        silent("escalation", builder -> builder.escalation(EscalationPolicy.none()));
        other("escalation", "calls " + OTHERS, builder -> builder.escalation(new Escalation(policy)));
    }

    private record Escalation(EscalationPolicy host) implements EscalationPolicy {
        @Override
        public List<Decision<EscalationOrder>> escalate(Incident incident, SlaEvent signal) {
            List<Decision<EscalationOrder>> others = new ArrayList<>();
            for (Decision<EscalationOrder> decision : host.escalate(incident, signal)) {
                EscalationOrder order = decision.value();
                others.add(new Decision<>(
                        new EscalationOrder(order.kind(), OTHERS, order.reason()),
                        decision.rule(),
                        decision.configuration()));
            }
            return others;
        }

        @Override
        public String version() {
            return "others " + host.version();
        }
    }

    private void followUps() {
        for (FollowUpRule rule : definition.followUps()) {
            add(
                    MutantKind.DROPPED_PROCEDURE,
                    "waiting for " + rule.reason(),
                    "is not followed up",
                    builder -> builder.withoutFollowUp(rule.reason()));
        }
    }
}
