package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.policy.SelectionPolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.ProceduresBuilder;
import dev.incidentkit.rules.incident.CategoryTable;
import dev.incidentkit.rules.incident.ModelTable;
import dev.incidentkit.testkit.mutation.ProcedureMutants.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Plants faults in the selection of categories and models: in rows of conditions, and in policies of the host's own. */
final class SelectionMutants {
    private SelectionMutants() {}

    static void add(Procedures procedures, Consumer<Fault> told) {
        policy("classification", procedures.classification(), ProceduresBuilder::classification, told);
        policy("selection of models", procedures.selection(), ProceduresBuilder::selection, told);
    }

    /** Tables are mutated like every other table. */
    private static <T> void policy(
            String place,
            SelectionPolicy<T> policy,
            BiConsumer<ProceduresBuilder, SelectionPolicy<T>> setter,
            Consumer<Fault> told) {
        if (policy instanceof ConditionTable<T> table) {
            for (ConditionTable.Row<T> row : table.rows()) {
                row(
                        table,
                        row,
                        (name, rows) -> told.accept(new Fault(
                                rows.size() < table.rows().size()
                                        ? MutantKind.DROPPED_PROCEDURE
                                        : MutantKind.CHANGED_PROCEDURE,
                                place + " row " + row.id(),
                                name,
                                builder -> setter.accept(builder, new ConditionTable<>(table.name(), rows)))));
            }
        } else if (!(policy instanceof CategoryTable) && !(policy instanceof ModelTable)) {
            told.accept(new Fault(
                    MutantKind.SILENCED_POLICY,
                    place,
                    "decides nothing",
                    builder -> setter.accept(builder, SelectionPolicy.byHand())));
        }
    }

    private static <T> void row(
            ConditionTable<T> table, ConditionTable.Row<T> row, BiConsumer<String, List<ConditionTable.Row<T>>> told) {
        told.accept("is gone", ProcedureMutants.without(table.rows(), row));
        told.accept(
                "always applies",
                ProcedureMutants.with(
                        table.rows(), row, new ConditionTable.Row<>(row.id(), Condition.ALWAYS, row.outcome())));
        for (ConditionTable.Row<T> other :
                table.rows().subList(table.rows().indexOf(row) + 1, table.rows().size())) {
            if (!other.outcome().equals(row.outcome())) {
                List<ConditionTable.Row<T>> swapped = new ArrayList<>(table.rows());
                swapped.set(table.rows().indexOf(row), new ConditionTable.Row<>(row.id(), row.when(), other.outcome()));
                swapped.set(
                        table.rows().indexOf(other), new ConditionTable.Row<>(other.id(), other.when(), row.outcome()));
                told.accept("and " + other.id() + " have each other's outcome", swapped);
                return;
            }
        }
    }
}
