package dev.incidentkit.rules;

import dev.incidentkit.rules.internal.DecimalKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the rules of a table to the form of its columns and collects all that is wrong with them. */
final class TableChecks {
    private static final int MAX_ID = 100;

    private final RuleSchema schema;
    private final List<CellChecks> columns;
    private final List<RuleFinding> faults = new ArrayList<>();

    TableChecks(RuleSchema schema) {
        this.schema = schema;
        this.columns = schema.inputs().stream().map(CellChecks::new).toList();
    }

    List<RuleFinding> faults() {
        return faults;
    }

    private void count(List<Rule> rules) {
        if (rules.isEmpty() || rules.size() > RuleTable.MAX_RULES) {
            faults.add(new RuleFinding(
                    RuleCode.COUNT_INVALID,
                    schema.name(),
                    null,
                    null,
                    null,
                    "a table has 1 to " + RuleTable.MAX_RULES + " rules, but this has " + rules.size()));
        }
    }

    List<Rule> check(List<Rule> rules) {
        count(rules);
        Set<String> ids = new HashSet<>();
        List<Rule> checked = new ArrayList<>(rules.size());
        for (Rule rule : rules) {
            id(rule, ids);
            checked.add(new Rule(rule.id(), conditions(rule), outputs(rule), rule.note(), rule.position()));
        }
        if (faults.isEmpty()) {
            digits(checked);
            sums(checked);
        }
        return checked;
    }

    /** What all rules together say must fit, so that no sum of some of them can fail when it is asked for. */
    private void sums(List<Rule> rules) {
        if (schema.hitPolicy() != HitPolicy.COLLECT_SUM
                || !(schema.outputs().get(0).type() instanceof ColumnType.IntegerType)) {
            return;
        }
        long above = 0;
        long below = 0;
        for (Rule rule : rules) {
            long value = (Long) Objects.requireNonNull(rule.outputs().get(0));
            try {
                above = Math.addExact(above, Math.max(value, 0));
                below = Math.addExact(below, Math.min(value, 0));
            } catch (ArithmeticException e) {
                String column = schema.outputs().get(0).name();
                add(
                        RuleCode.HIT_POLICY_UNSUITED,
                        rule,
                        column,
                        "up to this rule the outputs that COLLECT_SUM adds exceed 64 bits; make it a decimal column");
                return;
            }
        }
    }

    private void digits(List<Rule> rules) {
        for (int i = 0; i < schema.inputs().size(); i++) {
            if (schema.inputs().get(i).type() instanceof ColumnType.DecimalType type) {
                int column = i;
                List<CellCondition> cells = rules.stream()
                        .map(rule -> rule.conditions().get(column))
                        .toList();
                int digits = DecimalKeys.digits(DecimalKeys.bounds(type, cells));
                if (digits > DecimalKeys.MAX_DIGITS) {
                    tooWide(schema.inputs().get(i).name(), digits);
                }
            }
        }
    }

    private void tooWide(String column, int digits) {
        faults.add(new RuleFinding(
                RuleCode.NUMBER_TOO_WIDE,
                schema.name(),
                null,
                column,
                null,
                "its numbers have at most " + DecimalKeys.MAX_DIGITS
                        + " digits before and after the point together, but these have " + digits));
    }

    private void add(RuleCode code, Rule rule, @Nullable String column, String message) {
        faults.add(new RuleFinding(code, schema.name(), rule.id(), column, rule.position(), message));
    }

    private void id(Rule rule, Set<String> ids) {
        String id = rule.id();
        if (id.isBlank() || id.length() > MAX_ID || id.equals(RuleTable.DEFAULT_RULE)) {
            add(
                    RuleCode.NAME_INVALID,
                    rule,
                    null,
                    "an identifier has 1 to " + MAX_ID + " characters and is not '" + RuleTable.DEFAULT_RULE
                            + "', but this is '" + id + "'");
        } else if (!ids.add(id)) {
            add(RuleCode.NAME_REPEATED, rule, null, "two rules have the identifier '" + id + "'");
        }
    }

    private List<CellCondition> conditions(Rule rule) {
        int expected = schema.inputs().size();
        if (rule.conditions().size() != expected) {
            add(
                    RuleCode.COUNT_INVALID,
                    rule,
                    null,
                    "a rule has " + expected + " conditions, one for each of " + schema.inputs() + ", but this has "
                            + rule.conditions().size());
            return rule.conditions();
        }
        List<CellCondition> normal = new ArrayList<>(expected);
        for (int i = 0; i < expected; i++) {
            CellCondition condition = rule.conditions().get(i);
            Map<RuleCode, String> wrong = columns.get(i).faults(condition);
            String column = schema.inputs().get(i).name();
            wrong.forEach((code, message) -> add(code, rule, column, message));
            normal.add(wrong.isEmpty() ? columns.get(i).normal(condition) : condition);
        }
        return normal;
    }

    private List<@Nullable Object> outputs(Rule rule) {
        int expected = schema.outputs().size();
        if (rule.outputs().size() != expected) {
            add(
                    RuleCode.COUNT_INVALID,
                    rule,
                    null,
                    "a rule has " + expected + " outputs, one for each of " + schema.outputs() + ", but this has "
                            + rule.outputs().size());
            return rule.outputs();
        }
        List<@Nullable Object> normal = new ArrayList<>(expected);
        for (int i = 0; i < expected; i++) {
            normal.add(output(rule, schema.outputs().get(i), rule.outputs().get(i)));
        }
        return normal;
    }

    private @Nullable Object output(Rule rule, Output<?> output, @Nullable Object value) {
        if (value == null) {
            if (!output.optional()) {
                add(RuleCode.NULL_UNSUITED, rule, output.name(), "the output '" + output.name() + "' is missing");
            }
            return null;
        }
        Object cast = output.type().cast(value);
        if (cast == null) {
            add(
                    RuleCode.TYPE_MISMATCH,
                    rule,
                    output.name(),
                    "'" + value + "' is a " + value.getClass().getSimpleName() + ", not of type "
                            + output.type().getClass().getSimpleName());
            return value;
        }
        SchemaChecks.outputFault(output, cast)
                .ifPresent(fault -> add(RuleCode.VALUE_UNKNOWN, rule, output.name(), fault));
        return cast;
    }
}
