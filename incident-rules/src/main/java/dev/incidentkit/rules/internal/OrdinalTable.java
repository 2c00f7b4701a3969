package dev.incidentkit.rules.internal;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table over the classes of its axes: each rule is a product of class sets, one for each input column. Equal cells of
 * a column share one set. Immutable.
 */
public final class OrdinalTable {
    private final RuleTable table;
    private final List<Axis> axes;
    private final ClassSet[][] cells;

    private OrdinalTable(RuleTable table, List<Axis> axes) {
        this.table = table;
        this.axes = axes;
        this.cells = new ClassSet[table.rules().size()][axes.size()];
        for (int column = 0; column < axes.size(); column++) {
            Axis axis = axes.get(column);
            Map<CellCondition, ClassSet> known = new HashMap<>();
            for (int row = 0; row < cells.length; row++) {
                CellCondition condition = table.rules().get(row).conditions().get(column);
                cells[row][column] = known.computeIfAbsent(condition, axis::classes);
            }
        }
    }

    /**
     * The ordinal form of a table.
     *
     * @param table the table
     * @return its form
     */
    public static OrdinalTable of(RuleTable table) {
        return together(List.of(table)).get(0);
    }

    /**
     * The ordinal forms of several tables over common axes, so that their rules can be compared.
     *
     * @param tables tables with equal input columns, at least one
     * @return a form for each table, in their order
     * @throws IllegalArgumentException if the input columns differ
     */
    public static List<OrdinalTable> together(List<RuleTable> tables) {
        List<Input<?>> inputs = tables.get(0).schema().inputs();
        for (RuleTable table : tables) {
            if (!table.schema().inputs().equals(inputs)) {
                throw new IllegalArgumentException("Tables over common axes have equal input columns, but "
                        + table.schema().inputs() + " are not " + inputs);
            }
        }
        List<Axis> axes = new ArrayList<>();
        for (int column = 0; column < inputs.size(); column++) {
            axes.add(Axis.of(inputs.get(column), conditions(tables, column)));
        }
        List<Axis> common = List.copyOf(axes);
        return tables.stream().map(table -> new OrdinalTable(table, common)).toList();
    }

    private static Set<CellCondition> conditions(List<RuleTable> tables, int column) {
        Set<CellCondition> conditions = new LinkedHashSet<>();
        for (RuleTable table : tables) {
            for (Rule rule : table.rules()) {
                conditions.add(rule.conditions().get(column));
            }
        }
        return conditions;
    }

    /** {@return the table} */
    public RuleTable table() {
        return table;
    }

    /** {@return an axis for each input column} */
    public List<Axis> axes() {
        return axes;
    }

    /** {@return how many rules there are} */
    public int rows() {
        return cells.length;
    }

    /** {@return how many input columns there are} */
    public int columns() {
        return axes.size();
    }

    /**
     * The classes that a rule's cell matches.
     *
     * @param row the rule's index from 0
     * @param column the column's index from 0
     * @return the classes; empty where the cell can never match
     */
    public ClassSet cell(int row, int column) {
        return cells[row][column];
    }

    /**
     * Whether a cell matches every class of its column.
     *
     * @param row the rule's index from 0
     * @param column the column's index from 0
     * @return true if it matches all
     */
    public boolean isAny(int row, int column) {
        return cells[row][column].size() == axes.get(column).size();
    }

    /**
     * Whether a rule matches.
     *
     * @param row the rule's index from 0
     * @param classes a class for each column
     * @return true if every cell matches
     */
    public boolean matches(int row, int[] classes) {
        ClassSet[] rule = cells[row];
        for (int column = 0; column < rule.length; column++) {
            if (!rule[column].contains(classes[column])) {
                return false;
            }
        }
        return true;
    }

    /**
     * A concrete input of some classes.
     *
     * @param classes a class for each column
     * @return a value for each column, null where it is missing
     */
    public List<@Nullable Object> example(int[] classes) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int column = 0; column < classes.length; column++) {
            values.add(axes.get(column).example(classes[column]));
        }
        return Collections.unmodifiableList(values);
    }
}
