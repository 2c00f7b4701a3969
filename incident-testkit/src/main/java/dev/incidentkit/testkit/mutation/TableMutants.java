package dev.incidentkit.testkit.mutation;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.RuleTableException;
import java.util.ArrayList;
import java.util.List;

/** Plants faults in a rule table. Each is compared with the table exactly, so that equivalent ones are known. */
final class TableMutants {
    private final RuleTable table;
    private final List<Mutant<RuleTable>> mutants = new ArrayList<>();

    private TableMutants(RuleTable table) {
        this.table = table;
    }

    static List<Mutant<RuleTable>> of(RuleTable table) {
        TableMutants mutants = new TableMutants(table);
        for (int row = 0; row < table.rules().size(); row++) {
            mutants.outcomes(row);
            mutants.dropped(row);
            mutants.cells(row);
        }
        return mutants.mutants;
    }

    /** A rule gets the outcome of the next rule that has another, and that one gets its outcome. */
    private void outcomes(int row) {
        Rule rule = table.rules().get(row);
        for (int other = row + 1; other < table.rules().size(); other++) {
            Rule next = table.rules().get(other);
            if (!next.outputs().equals(rule.outputs())) {
                List<Rule> rules = new ArrayList<>(table.rules());
                rules.set(row, new Rule(rule.id(), rule.conditions(), next.outputs(), rule.note(), rule.position()));
                rules.set(other, new Rule(next.id(), next.conditions(), rule.outputs(), next.note(), next.position()));
                add(MutantKind.SWAPPED_OUTCOMES, rule, "outcomes of " + rule.id() + " and " + next.id(), rules);
                return;
            }
        }
    }

    private void dropped(int row) {
        if (table.rules().size() > 1) {
            List<Rule> rules = new ArrayList<>(table.rules());
            Rule gone = rules.remove(row);
            add(MutantKind.DROPPED_RULE, gone, "rule " + gone.id() + " is gone", rules);
        }
    }

    private void cells(int row) {
        Rule rule = table.rules().get(row);
        for (int column = 0; column < rule.conditions().size(); column++) {
            CellCondition cell = rule.conditions().get(column);
            if (!(cell instanceof CellCondition.Any)) {
                changed(MutantKind.WIDENED_CELL, row, column, CellCondition.any());
            }
            for (CellCondition moved : moved(cell)) {
                changed(MutantKind.MOVED_BOUND, row, column, moved);
            }
        }
    }

    private void changed(MutantKind kind, int row, int column, CellCondition condition) {
        Rule rule = table.rules().get(row);
        List<CellCondition> conditions = new ArrayList<>(rule.conditions());
        conditions.set(column, condition);
        List<Rule> rules = new ArrayList<>(table.rules());
        rules.set(row, new Rule(rule.id(), conditions, rule.outputs(), rule.note(), rule.position()));
        var input = table.schema().inputs().get(column);
        add(
                kind,
                rule,
                input.name() + " " + rule.conditions().get(column).text(input.type()) + " is "
                        + condition.text(input.type()),
                rules);
    }

    private static List<CellCondition> movedOne(CellCondition.AnyOf anyOf) {
        List<CellCondition> moved = new ArrayList<>();
        for (int i = 0; i < anyOf.alternatives().size(); i++) {
            for (CellCondition one : moved(anyOf.alternatives().get(i))) {
                List<CellCondition> alternatives = new ArrayList<>(anyOf.alternatives());
                alternatives.set(i, one);
                moved.add(CellCondition.anyOf(alternatives));
            }
        }
        return moved;
    }

    /** The same condition with each of its bounds on the other side. */
    private static List<CellCondition> moved(CellCondition cell) {
        List<CellCondition> moved = new ArrayList<>();
        if (cell instanceof CellCondition.Compare compare) {
            moved.add(new CellCondition.Compare(other(compare.operator()), compare.bound()));
        } else if (cell instanceof CellCondition.Interval interval) {
            moved.add(new CellCondition.Interval(
                    interval.low(), other(interval.lowEnd()), interval.high(), interval.highEnd()));
            moved.add(new CellCondition.Interval(
                    interval.low(), interval.lowEnd(), interval.high(), other(interval.highEnd())));
        } else if (cell instanceof CellCondition.Not not) {
            moved(not.refused()).forEach(one -> moved.add(new CellCondition.Not(one)));
        } else if (cell instanceof CellCondition.AnyOf anyOf) {
            moved.addAll(movedOne(anyOf));
        }
        return moved;
    }

    private static CellCondition.Operator other(CellCondition.Operator operator) {
        return switch (operator) {
            case LESS -> CellCondition.Operator.AT_MOST;
            case AT_MOST -> CellCondition.Operator.LESS;
            case GREATER -> CellCondition.Operator.AT_LEAST;
            case AT_LEAST -> CellCondition.Operator.GREATER;
        };
    }

    private static CellCondition.End other(CellCondition.End end) {
        return end == CellCondition.End.OPEN ? CellCondition.End.CLOSED : CellCondition.End.OPEN;
    }

    private void add(MutantKind kind, Rule rule, String change, List<Rule> rules) {
        RuleTable mutated;
        try {
            mutated = RuleTable.of(table.schema(), rules);
        } catch (RuleTableException e) {
            return; // no test is needed for what is not built at all, for example an empty interval
        }
        String place = "table " + table.schema().name() + " " + rule.id();
        mutants.add(
                new Mutant<>(kind, place, change, mutated, table.diff(mutated).decidesAlike()));
    }
}
