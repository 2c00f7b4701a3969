package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.HitPolicyViolatedException;
import dev.incidentkit.rules.Hits;
import dev.incidentkit.rules.InputRefusedException;
import dev.incidentkit.rules.Key;
import dev.incidentkit.rules.RuleOutcome;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.dmn.DmnEvaluationException;
import dev.incidentkit.rules.internal.bind.TypeTexts;
import dev.incidentkit.rules.internal.cell.CellDialect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the answers of a compiled table as DMN does: single answers are values or structures, several are lists, no match
 * is null. Immutable and safe for use by several threads.
 */
public final class DmnEvaluation {
    private final DmnTable table;
    private final RuleSchema schema;
    private final CompiledTable compiled;

    /**
     * Prepares a table.
     *
     * @param table the table
     */
    public DmnEvaluation(DmnTable table) {
        this.table = table;
        this.schema = table.table().schema();
        this.compiled = table.compiled();
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
        Key key = compiled.newKey();
        for (int column = 0; column < inputs.size(); column++) {
            put(key, column, inputs.get(column));
        }
        return schema.hitPolicy().isSingleHit() ? single(key, inputs) : several(compiled.decideAll(key));
    }

    private void put(Key key, int column, @Nullable Object value) {
        ColumnType<?> type = schema.inputs().get(column).type();
        Object held = value == null
                ? null
                : DmnValues.toColumn(value, type, table.zones().get(column));
        if (value != null && held == null) {
            throw refused(column, value, null);
        }
        try {
            key.put(held);
        } catch (InputRefusedException e) {
            throw refused(column, value, e);
        }
    }

    private DmnEvaluationException refused(int column, @Nullable Object value, @Nullable InputRefusedException cause) {
        ColumnType<?> type = schema.inputs().get(column).type();
        String expected =
                type.values().isEmpty() ? TypeTexts.expected(type, CellDialect.DMN) : "one of " + type.values();
        DmnEvaluationException refused = new DmnEvaluationException(
                schema.name(),
                "the input '" + schema.inputs().get(column).name() + "' is '" + value + "' ("
                        + (value == null ? "missing" : DmnValues.kind(value)) + "), but must be " + expected);
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    private @Nullable Object single(Key key, List<@Nullable Object> inputs) {
        try {
            int row = compiled.row(key);
            return row >= 0
                    ? value(compiled.outcome(row))
                    : compiled.fallback().map(this::value).orElse(null);
        } catch (HitPolicyViolatedException e) {
            DmnEvaluationException contradiction = new DmnEvaluationException(
                    schema.name(),
                    "the rules " + e.rules() + " match " + inputs + " together, which the hit policy "
                            + schema.hitPolicy() + " forbids");
            contradiction.initCause(e);
            throw contradiction;
        }
    }

    private @Nullable Object several(Hits hits) {
        if (schema.hitPolicy() == HitPolicy.COLLECT_COUNT) {
            return BigDecimal.valueOf((Long) hits.aggregate().orElse(0L));
        }
        if (schema.hitPolicy().aggregates()) {
            return hits.aggregate().orElse(null);
        }
        List<RuleOutcome> outcomes = hits.outcomes();
        if (outcomes.isEmpty()) {
            return null;
        }
        if (outcomes.get(0).isDefault()) {
            return value(outcomes.get(0)); // the default is an answer of its own, no list of one
        }
        List<@Nullable Object> values = new ArrayList<>(outcomes.size());
        outcomes.forEach(outcome -> values.add(value(outcome)));
        return values;
    }

    private @Nullable Object value(RuleOutcome outcome) {
        List<@Nullable Object> outputs = outcome.values();
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
