package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.dmn.DmnEvaluationException;
import dev.incidentkit.rules.internal.Axis;
import dev.incidentkit.rules.internal.OrdinalTable;
import dev.incidentkit.rules.internal.bind.TypeTexts;
import dev.incidentkit.rules.internal.cell.CellDialect;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a table as DMN does: single answers are values or structures, several are lists, no match is null. Immutable
 * and safe for use by several threads.
 */
public final class DmnEvaluation {
    private final DmnTable table;
    private final RuleSchema schema;
    private final OrdinalTable ordinals;

    /**
     * Prepares a table.
     *
     * @param table the table
     */
    public DmnEvaluation(DmnTable table) {
        this.table = table;
        this.schema = table.table().schema();
        this.ordinals = OrdinalTable.of(table.table());
    }

    /** {@return the table} */
    public DmnTable table() {
        return table;
    }

    /**
     * Evaluates the table.
     *
     * @param inputs a value for each path of the table, null where it is missing
     * @return a value, a structure by output name, a list of either, or null where no rule matches
     * @throws DmnEvaluationException if a column does not have its value, or rules contradict the hit policy
     */
    public @Nullable Object evaluate(List<@Nullable Object> inputs) {
        int[] classes = new int[inputs.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = clazz(i, inputs.get(i));
        }
        List<Rule> hits = new ArrayList<>();
        for (int row = 0; row < ordinals.rows(); row++) {
            if (ordinals.matches(row, classes)) {
                hits.add(table.table().rules().get(row));
            }
        }
        return schema.hitPolicy().isSingleHit() ? single(hits, inputs) : several(hits);
    }

    private int clazz(int column, @Nullable Object value) {
        ColumnType<?> type = schema.inputs().get(column).type();
        Object held = value == null
                ? null
                : DmnValues.toColumn(value, type, table.zonedTimes().contains(column));
        int clazz = value != null && held == null
                ? Axis.REFUSED
                : ordinals.axes().get(column).classOf(held);
        if (clazz == Axis.REFUSED) {
            String expected =
                    type.values().isEmpty() ? TypeTexts.expected(type, CellDialect.DMN) : "one of " + type.values();
            throw new DmnEvaluationException(
                    schema.name(),
                    "the input '" + schema.inputs().get(column).name() + "' is '" + value + "' ("
                            + (value == null ? "missing" : DmnValues.kind(value)) + "), but must be " + expected);
        }
        return clazz;
    }

    private @Nullable Object single(List<Rule> hits, List<@Nullable Object> inputs) {
        if (hits.isEmpty()) {
            return fallback();
        }
        Rule first = hits.get(0);
        HitPolicy policy = schema.hitPolicy();
        boolean contradiction = (policy == HitPolicy.UNIQUE && hits.size() > 1)
                || (policy == HitPolicy.ANY
                        && hits.stream().anyMatch(hit -> !hit.outputs().equals(first.outputs())));
        if (contradiction) {
            throw new DmnEvaluationException(
                    schema.name(),
                    "the rules " + hits.stream().map(Rule::id).toList() + " match " + inputs
                            + " together, which the hit policy " + policy + " forbids");
        }
        return value(policy == HitPolicy.PRIORITY ? ranked(hits).get(0) : first);
    }

    private @Nullable Object fallback() {
        if (!schema.hasDefaults()) {
            return null;
        }
        List<@Nullable Object> defaults = new ArrayList<>();
        schema.outputs().forEach(output -> defaults.add(output.defaultValue()));
        return value(defaults);
    }

    private List<Rule> ranked(List<Rule> hits) {
        List<Rule> ranked = new ArrayList<>(hits);
        Comparator<Rule> order = Comparator.comparingInt(hit -> 0);
        for (int i = 0; i < schema.outputs().size(); i++) {
            Output<?> output = schema.outputs().get(i);
            int column = i;
            order = order.thenComparingInt(
                    hit -> output.allowed().indexOf(hit.outputs().get(column)));
        }
        ranked.sort(order);
        return ranked;
    }

    private @Nullable Object several(List<Rule> hits) {
        HitPolicy policy = schema.hitPolicy();
        if (policy == HitPolicy.COLLECT_COUNT) {
            return BigDecimal.valueOf(hits.size());
        }
        if (hits.isEmpty()) {
            return fallback();
        }
        if (policy.aggregates()) {
            return aggregate(policy, hits).orElse(null);
        }
        List<@Nullable Object> values = new ArrayList<>(hits.size());
        for (Rule hit : policy == HitPolicy.OUTPUT_ORDER ? ranked(hits) : hits) {
            values.add(value(hit));
        }
        return values;
    }

    private Optional<Object> aggregate(HitPolicy policy, List<Rule> hits) {
        List<Object> values = new ArrayList<>();
        for (Rule hit : hits) {
            Object value = hit.outputs().get(0);
            if (value != null) {
                values.add(value);
            }
        }
        return switch (policy) {
            case COLLECT_SUM -> values.stream().reduce(DmnEvaluation::sum);
            case COLLECT_MIN -> values.stream().min(this::compare);
            default -> values.stream().max(this::compare);
        };
    }

    private static Object sum(Object left, Object right) {
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.plus(b);
        }
        return left instanceof Long a && right instanceof Long b
                ? (Object) Math.addExact(a, b)
                : ((BigDecimal) left).add((BigDecimal) right);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the schema demands values of one ordered type
    private int compare(Object left, Object right) {
        return ((Comparable) left).compareTo(right);
    }

    private @Nullable Object value(Rule hit) {
        return value(hit.outputs());
    }

    private @Nullable Object value(List<@Nullable Object> outputs) {
        if (outputs.size() == 1) {
            return outputs.get(0);
        }
        Map<String, @Nullable Object> structure = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            structure.put(schema.outputs().get(i).name(), outputs.get(i));
        }
        return structure;
    }
}
