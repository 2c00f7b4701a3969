package dev.incidentkit.rules;

import dev.incidentkit.core.internal.CanonicalForm;
import dev.incidentkit.rules.internal.verify.TableDiffer;
import dev.incidentkit.rules.internal.verify.TableVerifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision table: rules over the columns of a schema. Immutable data, checked for form when it is built; what is
 * sound in form may still have gaps or overlaps.
 */
public final class RuleTable {
    /** The largest number of rules. */
    public static final int MAX_RULES = 100_000;

    /** The identifier under which defaults are reported; no rule may have it. */
    public static final String DEFAULT_RULE = "default";

    private final RuleSchema schema;
    private final List<Rule> rules;
    private final String hash;

    private RuleTable(RuleSchema schema, List<Rule> rules) {
        this.schema = schema;
        this.rules = List.copyOf(rules);
        this.hash = hash(schema, this.rules);
    }

    /**
     * Makes a table of rules. Values are brought to the form of their columns.
     *
     * @param schema the columns
     * @param rules the rules in their order, at most {@value #MAX_RULES}
     * @return the table
     * @throws RuleTableException with all that is wrong
     */
    public static RuleTable of(RuleSchema schema, List<Rule> rules) {
        return make(schema, rules, List.of());
    }

    /**
     * Begins a table with the rules of another, to change some.
     *
     * @param existing the table to begin with
     * @return a builder that has all its rules
     */
    public static Builder builder(RuleTable existing) {
        Builder builder = new Builder(existing.schema);
        builder.rules.addAll(existing.rules);
        return builder;
    }

    private static RuleTable make(RuleSchema schema, List<Rule> rules, List<RuleFinding> before) {
        TableChecks checks = new TableChecks(schema);
        List<Rule> checked = checks.check(rules);
        List<RuleFinding> faults = new ArrayList<>(before);
        faults.addAll(checks.faults());
        if (!faults.isEmpty()) {
            throw new RuleTableException("table '" + schema.name() + "'", faults);
        }
        return new RuleTable(schema, checked);
    }

    /**
     * Says what is wrong with one cell, for readers that report all faults of a file with their places.
     *
     * @param input the column
     * @param condition the cell
     * @return the faults as a code and a sentence; empty where the cell is sound
     */
    public static Map<RuleCode, String> faults(Input<?> input, CellCondition condition) {
        return new CellChecks(input).faults(condition);
    }

    private static String hash(RuleSchema schema, List<Rule> rules) {
        CanonicalForm form = new CanonicalForm("rule-table/1")
                .put("name", schema.name())
                .put("hit-policy", schema.hitPolicy().symbol())
                .put("inputs", schema.inputs().size())
                .put("outputs", schema.outputs().size());
        columns(form, schema);
        for (Rule rule : rules) {
            form.put("rule", rule.id());
            for (int i = 0; i < rule.conditions().size(); i++) {
                cell(form, rule.conditions().get(i), schema.inputs().get(i).type());
            }
            for (int i = 0; i < rule.outputs().size(); i++) {
                form.put(
                        "then",
                        Labels.output(rule.outputs().get(i), schema.outputs().get(i)));
            }
        }
        return form.hash();
    }

    private static void columns(CanonicalForm form, RuleSchema schema) {
        for (Input<?> input : schema.inputs()) {
            form.put("in", input.name()).put("type", input.type().form()).put("optional", input.optional());
        }
        for (Output<?> output : schema.outputs()) {
            form.put("out", output.name())
                    .put("type", output.type().form())
                    .list(
                            "allowed",
                            output.allowed().stream().map(output.type()::textOf).toList())
                    .put("default", Labels.output(output.defaultValue(), output))
                    .put("optional", output.optional());
        }
    }

    /** Alternatives mean the same in any order, so their order does not enter the hash. */
    private static void cell(CanonicalForm form, CellCondition condition, ColumnType<?> type) {
        if (condition instanceof CellCondition.Not not) {
            form.put("cell", "not");
            cell(form, not.refused(), type);
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            form.set(
                    "cell",
                    anyOf.alternatives().stream().map(one -> one.text(type)).toList());
        } else {
            form.put("cell", condition.text(type));
        }
    }

    /** {@return the columns} */
    public RuleSchema schema() {
        return schema;
    }

    /** {@return the rules in their order} */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * A rule by its identifier.
     *
     * @param id the identifier
     * @return the rule, or empty
     */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * The rules that match an input, found by reading the table as it is written: rule by rule, cell by cell, on the
     * values themselves. Plain and slow; the reference that compiled tables agree with.
     *
     * @param values a value for each input column, null where it is missing
     * @return the indexes of the rules, in their order
     * @throws IllegalArgumentException if there are more or fewer values than input columns
     */
    public List<Integer> matching(List<? extends @Nullable Object> values) {
        if (values.size() != schema.inputs().size()) {
            throw new IllegalArgumentException("Table '" + schema.name() + "' has the input columns " + schema.inputs()
                    + ", but these values came: " + values);
        }
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < rules.size(); row++) {
            if (matches(rules.get(row), values)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private boolean matches(Rule rule, List<? extends @Nullable Object> values) {
        for (int column = 0; column < values.size(); column++) {
            ColumnType<?> type = schema.inputs().get(column).type();
            if (!rule.conditions().get(column).matches(type, values.get(column))) {
                return false;
            }
        }
        return true;
    }

    /** {@return this table in the form in which it decides fast; see {@link CompiledTable#of(RuleTable)}} */
    public CompiledTable compile() {
        return CompiledTable.of(this);
    }

    /**
     * The content hash, which is the table's version: equal hashes decide equally and name equal rules. Notes, places
     * in a source and the demand of completeness do not enter it, so a table has one hash in Java and in every format.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String hash() {
        return hash;
    }

    /**
     * Finds out what is wrong with this table, and what could be simpler: gaps, contradictions, rules that never
     * decide, columns without effect, cells of a matrix that stand out. Exact, not sampled.
     *
     * @return the findings, in the default limits
     */
    public Verification verify() {
        return verify(ProofLimits.DEFAULT);
    }

    /**
     * Finds out what is wrong with this table, as {@link #verify()}.
     *
     * @param limits how far to go
     * @return the findings; what could not be decided within the limits is among them
     */
    public Verification verify(ProofLimits limits) {
        return TableVerifier.verify(this, limits);
    }

    /**
     * Compares this table with a newer version of it: what is declared differently, rules added, changed, moved and
     * removed, and all inputs whose outcome changes, in the default limits. Rules in conflict count as an outcome.
     *
     * @param newer the newer version
     * @return how they differ
     * @throws IllegalArgumentException if a column has another type in the other table, the output columns differ, or
     *     the tables answer in different ways (one rule, several, a sum)
     */
    public TableDiff diff(RuleTable newer) {
        return diff(newer, ProofLimits.DEFAULT);
    }

    /**
     * Compares this table with a newer version of it, as {@link #diff(RuleTable)}.
     *
     * @param newer the newer version
     * @param limits how far to go
     * @return how they differ, and whether that is all
     * @throws IllegalArgumentException if the tables cannot be compared
     */
    public TableDiff diff(RuleTable newer, ProofLimits limits) {
        return TableDiffer.diff(this, newer, limits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleTable that && that.schema.equals(schema) && that.rules.equals(rules);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return schema + ", " + rules.size() + " rules, " + hash;
    }

    /** Collects the rules of a table. Not safe for use by several threads. */
    public static final class Builder {
        private final RuleSchema schema;
        private final List<Rule> rules = new ArrayList<>();
        private final List<RuleFinding> faults = new ArrayList<>();
        private final List<RuleBuilder> begun = new ArrayList<>();

        Builder(RuleSchema schema) {
            this.schema = schema;
        }

        /**
         * Begins a rule.
         *
         * @param id the stable identifier, 1 to 100 characters
         * @return the rule, to be ended with {@link RuleBuilder#then}
         */
        public RuleBuilder rule(String id) {
            RuleBuilder rule = new RuleBuilder(this, id);
            begun.add(rule);
            return rule;
        }

        /**
         * Adds a finished rule.
         *
         * @param rule the rule
         * @return this
         */
        public Builder add(Rule rule) {
            rules.add(rule);
            return this;
        }

        /**
         * Removes a rule.
         *
         * @param id the identifier
         * @return this
         * @throws IllegalArgumentException if there is no such rule
         */
        public Builder remove(String id) {
            if (!rules.removeIf(rule -> rule.id().equals(id))) {
                throw new IllegalArgumentException("Table '" + schema.name() + "' has no rule '" + id + "' to remove");
            }
            return this;
        }

        /**
         * Makes the table.
         *
         * @return the table
         * @throws RuleTableException with all that is wrong; a rule that was begun and not ended is among it
         */
        public RuleTable build() {
            List<RuleFinding> found = new ArrayList<>(faults);
            String message = "the rule has no outputs; end it with then()";
            begun.stream()
                    .filter(rule -> !rule.ended)
                    .forEach(rule -> found.add(rule.finding(RuleCode.COUNT_INVALID, null, message)));
            return make(schema, rules, found);
        }
    }

    /** Collects one rule. Not safe for use by several threads. */
    public static final class RuleBuilder {
        private final Builder table;
        private final String id;
        private final Map<Integer, CellCondition> conditions = new HashMap<>();
        private String note = "";
        private boolean ended;

        RuleBuilder(Builder table, String id) {
            this.table = table;
            this.id = id;
        }

        /**
         * Sets cells. Columns without a cell are not looked at.
         *
         * @param cells one for each column that matters
         * @return this
         */
        public RuleBuilder when(Cell... cells) {
            for (Cell cell : cells) {
                int index = table.schema.inputs().indexOf(cell.input());
                String column = cell.input().name();
                if (index < 0) {
                    String message = "'" + column + "' is none of " + table.schema.inputs();
                    table.faults.add(finding(RuleCode.COLUMN_UNKNOWN, column, message));
                } else if (conditions.putIfAbsent(index, cell.condition()) != null) {
                    String message = "'" + column + "' has two cells; join them with or()";
                    table.faults.add(finding(RuleCode.CELL_REPEATED, column, message));
                }
            }
            return this;
        }

        private RuleFinding finding(RuleCode code, @Nullable String column, String message) {
            return new RuleFinding(code, table.schema.name(), id, column, null, message);
        }

        /**
         * Sets a remark for readers.
         *
         * @param text the remark
         * @return this
         */
        public RuleBuilder note(String text) {
            this.note = text;
            return this;
        }

        /**
         * Sets the outputs and ends the rule.
         *
         * @param outputs one value for each output column, in their order
         * @return the table's builder
         */
        public Builder then(@Nullable Object... outputs) {
            List<CellCondition> cells =
                    new ArrayList<>(Collections.nCopies(table.schema.inputs().size(), CellCondition.any()));
            conditions.forEach(cells::set);
            ended = true;
            return table.add(new Rule(id, cells, Arrays.asList(outputs), note, null));
        }

        /**
         * Sets the outputs of a rule that looks at no column and ends it. A rule that has cells is a fault.
         *
         * @param outputs one value for each output column, in their order
         * @return the table's builder
         */
        public Builder otherwise(@Nullable Object... outputs) {
            if (!conditions.isEmpty()) {
                String message = "otherwise() ends a rule that looks at no column, but this has cells; use then()";
                table.faults.add(finding(RuleCode.COUNT_INVALID, null, message));
            }
            return then(outputs);
        }
    }
}
