package dev.incidentkit.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the columns of a schema. */
final class SchemaChecks {
    private static final int MAX_NAME = 60;

    private final String table;
    private final List<RuleFinding> faults = new ArrayList<>();

    private SchemaChecks(String table) {
        this.table = table;
    }

    static List<RuleFinding> faults(String table, List<Input<?>> inputs, List<Output<?>> outputs, HitPolicy hitPolicy) {
        SchemaChecks checks = new SchemaChecks(table);
        checks.name(null, table);
        checks.count(inputs.size(), outputs.size());
        Set<String> seen = new HashSet<>();
        inputs.forEach(input -> checks.column(input.name(), seen));
        outputs.forEach(output -> checks.column(output.name(), seen));
        outputs.forEach(checks::output);
        if (!outputs.isEmpty()) {
            checks.defaults(outputs);
            checks.policy(hitPolicy, outputs);
        }
        return checks.faults;
    }

    private void add(RuleCode code, @Nullable String column, String message) {
        faults.add(new RuleFinding(code, table, null, column, null, message));
    }

    private void name(@Nullable String column, String name) {
        if (name.isBlank() || name.length() > MAX_NAME) {
            add(
                    RuleCode.NAME_INVALID,
                    column,
                    "a name has 1 to " + MAX_NAME + " characters, but this is '" + name + "'");
        }
    }

    private void count(int inputs, int outputs) {
        if (inputs == 0 || outputs == 0 || inputs + outputs > RuleSchema.MAX_COLUMNS) {
            add(
                    RuleCode.COUNT_INVALID,
                    null,
                    "a table has at least one input and one output and at most " + RuleSchema.MAX_COLUMNS
                            + " columns, but this has " + inputs + " inputs and " + outputs + " outputs");
        }
    }

    private void column(String name, Set<String> seen) {
        name(name, name);
        if (!seen.add(name)) {
            add(RuleCode.NAME_REPEATED, name, "two columns have the name '" + name + "'");
        }
    }

    private <T> void output(Output<T> output) {
        for (T value : output.allowed()) {
            value(output, value).ifPresent(fault -> add(RuleCode.VALUE_UNKNOWN, output.name(), fault));
        }
        T value = output.defaultValue();
        if (value != null) {
            outputFault(output, value).ifPresent(fault -> add(RuleCode.VALUE_UNKNOWN, output.name(), fault));
        }
    }

    private static <T> Optional<String> value(Output<T> output, Object value) {
        T cast = output.type().cast(value);
        return cast == null
                ? Optional.of("'" + value + "' is of another type: "
                        + value.getClass().getSimpleName())
                : output.type().fault(cast);
    }

    /** What is wrong with the value of an output, its type apart. */
    static <T> Optional<String> outputFault(Output<T> output, Object value) {
        Optional<String> fault = value(output, value);
        if (fault.isPresent()
                || output.allowed().isEmpty()
                || output.allowed().contains(output.type().cast(value))) {
            return fault;
        }
        return Optional.of("'" + value + "' is none of the allowed values: " + output.allowed());
    }

    private void defaults(List<Output<?>> outputs) {
        List<String> without = outputs.stream()
                .filter(output -> output.defaultValue() == null && !output.optional())
                .map(Output::name)
                .toList();
        boolean any = outputs.stream().anyMatch(output -> output.defaultValue() != null);
        if (any && (!without.isEmpty() || outputs.get(0).defaultValue() == null)) {
            add(
                    RuleCode.DEFAULT_INCOMPLETE,
                    null,
                    "all outputs have a default or none, the first one before all, but " + without + " of " + outputs
                            + " have none");
        }
    }

    private void policy(HitPolicy policy, List<Output<?>> outputs) {
        if (policy.ranksOutputs()) {
            for (Output<?> output : outputs) {
                if (output.allowed().isEmpty() || output.optional()) {
                    add(
                            RuleCode.HIT_POLICY_UNSUITED,
                            output.name(),
                            policy + " ranks by allowed values, so they must be listed and always stand; '"
                                    + output.name() + "' allows " + output.allowed());
                }
            }
        }
        if (policy.aggregates() && policy != HitPolicy.COLLECT_COUNT) {
            aggregate(policy, outputs);
        }
    }

    private void aggregate(HitPolicy policy, List<Output<?>> outputs) {
        ColumnType<?> type = outputs.get(0).type();
        boolean numeric = type instanceof ColumnType.IntegerType
                || type instanceof ColumnType.DecimalType
                || type instanceof ColumnType.DurationType;
        boolean fits = policy == HitPolicy.COLLECT_SUM ? numeric : type.ordered();
        if (outputs.size() != 1 || !fits || outputs.get(0).optional()) {
            add(
                    RuleCode.HIT_POLICY_UNSUITED,
                    outputs.get(0).name(),
                    policy + " takes one " + (policy == HitPolicy.COLLECT_SUM ? "number or duration" : "ordered value")
                            + " that always stands, but the outputs are " + outputs);
        }
    }
}
