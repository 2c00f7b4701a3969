package dev.incidentkit.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of one rule, or of the defaults. Made once when a table is compiled, so that deciding allocates nothing.
 * Immutable.
 */
public final class RuleOutcome {
    private final RuleTable table;
    private final String rule;
    private final int row;
    private final List<@Nullable Object> values;

    private RuleOutcome(RuleTable table, String rule, int row, List<@Nullable Object> values) {
        this.table = table;
        this.rule = rule;
        this.row = row;
        this.values = values;
    }

    /** The outputs of a rule. */
    static RuleOutcome of(RuleTable table, int row) {
        Rule rule = table.rules().get(row);
        return new RuleOutcome(table, rule.id(), row, rule.outputs());
    }

    /** The outputs where no rule matches. */
    static RuleOutcome defaults(RuleTable table) {
        List<@Nullable Object> values = new ArrayList<>();
        table.schema().outputs().forEach(output -> values.add(output.defaultValue()));
        return new RuleOutcome(table, RuleTable.DEFAULT_RULE, -1, Collections.unmodifiableList(values));
    }

    /** {@return the identifier of the rule that decided, or {@link RuleTable#DEFAULT_RULE}} */
    public String rule() {
        return rule;
    }

    /** {@return the index of the rule in the table, or -1 for the defaults} */
    public int row() {
        return row;
    }

    /** {@return whether no rule matched and the defaults are the answer} */
    public boolean isDefault() {
        return row < 0;
    }

    /** {@return a value for each output column, null where an optional one is left out} */
    public List<@Nullable Object> values() {
        return values;
    }

    /**
     * The value of a column that always has one.
     *
     * @param output a column of the table
     * @param <T> the Java type of its values
     * @return the value
     * @throws IllegalArgumentException if the table has no such column or the rule left it out
     */
    public <T> T get(Output<T> output) {
        T value = value(output);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Rule " + rule + " of table '" + table.schema().name() + "' leaves '" + output.name() + "' out");
        }
        return value;
    }

    /**
     * The value of a column, if the rule has one.
     *
     * @param output a column of the table
     * @param <T> the Java type of its values
     * @return the value, or empty
     * @throws IllegalArgumentException if the table has no such column
     */
    public <T> Optional<T> find(Output<T> output) {
        return Optional.ofNullable(value(output));
    }

    // the table checked every value against its column; the same column object is found without comparing its parts
    @SuppressWarnings({"unchecked", "ReferenceEquality"})
    private <T> @Nullable T value(Output<T> output) {
        List<Output<?>> outputs = table.schema().outputs();
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i) == output) {
                return (T) values.get(i);
            }
        }
        int index = outputs.indexOf(output);
        if (index < 0) {
            throw new IllegalArgumentException("Table '" + table.schema().name() + "' "
                    + (table.schema().outputIndex(output.name()) < 0
                            ? "has the outputs " + outputs + ", but was asked for '" + output.name() + "'"
                            : "declares the output '" + output.name()
                                    + "' otherwise: ask with the column that its schema has"));
        }
        return (T) values.get(index);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleOutcome that
                && that.rule.equals(rule)
                && that.values.equals(values)
                && that.table.hash().equals(table.hash());
    }

    @Override
    public int hashCode() {
        return 31 * rule.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return rule + values;
    }
}
