package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.definition.ClosureRule;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.definition.ProcessDefinitionBuilder;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.policy.MatrixTriage;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.CategoryTable;
import dev.incidentkit.rules.incident.EscalationTable;
import dev.incidentkit.rules.incident.IncidentTable;
import dev.incidentkit.rules.incident.ModelTable;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.rules.incident.SlaTable;
import dev.incidentkit.rules.incident.TriageTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Plants faults, one at a time. What a definition refuses to be built with needs no test and is left out. Stateless.
 */
public final class Mutants {
    private final ProcessDefinition definition;
    private final Set<MutantKind> kinds;
    private final List<Mutant<ProcessDefinition>> mutants = new ArrayList<>();

    private Mutants(ProcessDefinition definition, Set<MutantKind> kinds) {
        this.definition = definition;
        this.kinds = kinds;
    }

    /**
     * Plants faults in a table.
     *
     * @param table the table
     * @return the mutants, equivalent ones among them
     */
    public static List<Mutant<RuleTable>> of(RuleTable table) {
        return TableMutants.of(table);
    }

    /**
     * Plants faults in a definition: in its matrix or tables, its lifecycle, its service levels, its times, its procedures,
     * and in policies that are the host's code: those fall silent, and decide for something else.
     *
     * @param definition the definition
     * @return the mutants, equivalent ones among them
     */
    public static List<Mutant<ProcessDefinition>> of(ProcessDefinition definition) {
        return of(definition, EnumSet.allOf(MutantKind.class));
    }

    /** Only the mutants of some kinds are made: each is a definition of its own, which is proven sound when it is built. */
    static List<Mutant<ProcessDefinition>> of(ProcessDefinition definition, Set<MutantKind> kinds) {
        Mutants mutants = new Mutants(definition, kinds);
        mutants.tables();
        mutants.selections();
        if (!Collections.disjoint(kinds, LifecycleMutants.KINDS)) {
            LifecycleMutants.of(definition.lifecycle(), mutants.idle())
                    .forEach(mutant -> mutants.add(mutant, (builder, lifecycle) -> builder.lifecycle(lifecycle)));
        }
        SlaMutants.of(definition).forEach(mutant -> mutants.add(mutant, (builder, policies) -> builder.slas(policies)));
        mutants.times();
        PolicyMutants.of(definition)
                .forEach(mutant -> mutants.add(mutant, (builder, change) -> change.accept(builder)));
        ProcedureMutants.of(definition.procedures())
                .forEach(mutant -> mutants.add(mutant, (builder, procedures) -> builder.procedures(procedures)));
        return mutants.mutants;
    }

    /**
     * Guards that are content whatever happens: where there are no plans, none is opened, and there is neither a task nor
     * an item of one. An incident that was moved here from an earlier definition may bring them.
     */
    private Set<Guard.Check> idle() {
        return definition.procedures().plans().isEmpty()
                        && definition.predecessors().isEmpty()
                ? Set.of(Guards.TASKS_SETTLED.check(), Guards.PLANS_CHECKED.check())
                : Set.of();
    }

    private void tables() {
        if (definition.triage() instanceof MatrixTriage triage) {
            matrix(triage.matrix());
        } else if (definition.triage() instanceof TriageTable triage) {
            each(triage.table(), (builder, table) -> builder.triage(new TriageTable(table)));
        }
        if (definition.routing() instanceof RoutingTable routing) {
            each(routing.table(), (builder, table) -> builder.routing(new RoutingTable(table)));
        }
        if (definition.slaSelection() instanceof SlaTable selection) {
            each(selection.table(), (builder, table) -> builder.slaSelection(new SlaTable(table)));
        }
        if (definition.escalation() instanceof EscalationTable escalation) {
            for (Mutant<RuleTable> mutant : TableMutants.of(escalation.table())) {
                add(mutant, (builder, mutated) -> builder.escalation(escalation.with(mutated)));
            }
        }
    }

    private void selections() {
        Procedures procedures = definition.procedures();
        if (procedures.classification() instanceof CategoryTable categories) {
            each(
                    categories.table(),
                    (builder, table) -> builder.procedures(Procedures.builder(procedures)
                            .classification(new CategoryTable(table))
                            .build()));
        }
        if (procedures.selection() instanceof ModelTable models) {
            each(
                    models.table(),
                    (builder, table) -> builder.procedures(Procedures.builder(procedures)
                            .selection(new ModelTable(table))
                            .build()));
        }
    }

    private <T> void each(IncidentTable<T> table, BiConsumer<ProcessDefinitionBuilder, IncidentTable<T>> setter) {
        for (Mutant<RuleTable> mutant : TableMutants.of(table.table())) {
            add(mutant, (builder, mutated) -> setter.accept(builder, table.with(mutated)));
        }
    }

    private void matrix(PriorityMatrix matrix) {
        List<Urgency> urgencies = matrix.urgencies().levels();
        for (Impact impact : matrix.impacts().levels()) {
            for (int column = 0; column < urgencies.size(); column++) {
                Urgency urgency = urgencies.get(column);
                Priority cell = matrix.at(impact, urgency);
                int last = matrix.priorities().size() - 1;
                if (last > 0) {
                    Priority next = matrix.priorities().at(cell.rank() < last ? cell.rank() + 1 : cell.rank() - 1);
                    matrix(
                            MutantKind.CHANGED_CELL,
                            impact + " x " + urgency,
                            cell + " is " + next,
                            PriorityMatrix.builder(matrix).cell(impact.name(), urgency.name(), next.name()));
                }
                if (column + 1 < urgencies.size()) {
                    swapped(matrix, impact, urgency, urgencies.get(column + 1));
                }
            }
        }
    }

    private void swapped(PriorityMatrix matrix, Impact impact, Urgency one, Urgency other) {
        Priority here = matrix.at(impact, one);
        Priority there = matrix.at(impact, other);
        if (!here.equals(there)) {
            matrix(
                    MutantKind.SWAPPED_CELLS,
                    impact + " x " + one,
                    here + " and " + there + " of " + other + " are swapped",
                    PriorityMatrix.builder(matrix)
                            .cell(impact.name(), one.name(), there.name())
                            .cell(impact.name(), other.name(), here.name()));
        }
    }

    private void matrix(MutantKind kind, String cell, String change, PriorityMatrix.Builder mutated) {
        add(
                new Mutant<>(kind, "matrix " + cell, change, mutated.build(), false),
                (builder, matrix) -> builder.triage(TriagePolicy.matrix(matrix)));
    }

    private void times() {
        ClosureRule closure = definition.closure();
        if (closure instanceof ClosureRule.After after) {
            time(
                    "closure",
                    "after half a day more",
                    builder -> builder.closure(ClosureRule.after(after.delay().plus(Duration.ofHours(12)))));
        } else if (closure instanceof ClosureRule.AfterWorkingDays days) {
            time(
                    "closure",
                    "a working day later",
                    builder -> builder.closure(ClosureRule.afterWorkingDays(days.days() + 1, days.calendar())));
        }
        if (!(closure instanceof ClosureRule.Never)) {
            time("closure", "never", builder -> builder.closure(ClosureRule.never()));
        }
        definition.reopenWindow().ifPresent(window -> {
            time("reopen window", "twice as long", builder -> builder.reopenWindow(window.multipliedBy(2)));
            time("reopen window", "none", builder -> builder.reopenWindow(null));
        });
    }

    private void time(String place, String change, Consumer<ProcessDefinitionBuilder> setter) {
        add(
                new Mutant<>(MutantKind.CHANGED_POLICY, place, change, change, false),
                (builder, unused) -> setter.accept(builder));
    }

    private <P> void add(Mutant<P> part, BiConsumer<ProcessDefinitionBuilder, P> setter) {
        if (!kinds.contains(part.kind())) {
            return;
        }
        try {
            ProcessDefinitionBuilder builder = ProcessDefinition.builder(definition);
            setter.accept(builder, part.subject());
            ProcessDefinition mutated = builder.build();
            // another word for the same convention has the same hash, and is no fault
            if (!mutated.equals(definition)) {
                mutants.add(new Mutant<>(part.kind(), part.place(), part.change(), mutated, part.equivalent()));
            }
        } catch (ConfigurationException e) {
            return; // no test is needed for what is not built at all
        }
    }
}
