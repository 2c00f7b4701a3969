package dev.incidentkit.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer of a table whose hit policy allows several hits. Immutable. */
public final class Hits {
    private final List<RuleOutcome> outcomes;
    private final @Nullable Object aggregate;

    private Hits(List<RuleOutcome> outcomes, @Nullable Object aggregate) {
        this.outcomes = outcomes;
        this.aggregate = aggregate;
    }

    static Hits of(RuleSchema schema, List<RuleOutcome> outcomes) {
        return new Hits(List.copyOf(outcomes), schema.hitPolicy().aggregates() ? aggregate(schema, outcomes) : null);
    }

    private static @Nullable Object aggregate(RuleSchema schema, List<RuleOutcome> outcomes) {
        if (schema.hitPolicy() == HitPolicy.COLLECT_COUNT) {
            return outcomes.stream().filter(outcome -> !outcome.isDefault()).count();
        }
        ColumnType<?> type = schema.outputs().get(0).type();
        Object result = null;
        for (RuleOutcome outcome : outcomes) {
            Object value = Objects.requireNonNull(outcome.values().get(0));
            result = result == null ? value : join(schema.hitPolicy(), type, result, value);
        }
        return result;
    }

    private static Object join(HitPolicy policy, ColumnType<?> type, Object left, Object right) {
        if (policy != HitPolicy.COLLECT_SUM) {
            boolean greater = CellChecks.compare(type, left, right) > 0;
            return greater == (policy == HitPolicy.COLLECT_MIN) ? right : left;
        }
        if (left instanceof Long whole) {
            return Math.addExact(whole, (Long) right);
        }
        return left instanceof Duration span
                ? span.plus((Duration) right)
                : ((BigDecimal) left).add((BigDecimal) right);
    }

    /** {@return the outcomes in the order of the hit policy; that of the defaults where no rule matches and they exist} */
    public List<RuleOutcome> outcomes() {
        return outcomes;
    }

    /** {@return the identifiers of the rules that match} */
    public List<String> rules() {
        return outcomes.stream().map(RuleOutcome::rule).toList();
    }

    /**
     * The one value of a hit policy that aggregates: a {@code Long} for COUNT, else a value of the output's type. Of
     * equal values MIN and MAX keep any.
     *
     * @return the value; empty where no rule matches (COUNT then gives 0) or the hit policy does not aggregate
     */
    public Optional<Object> aggregate() {
        return Optional.ofNullable(aggregate);
    }

    /**
     * The values of one output column.
     *
     * @param output a column of the table
     * @param <T> the Java type of its values
     * @return its values, those left out omitted
     */
    public <T> List<T> values(Output<T> output) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.find(output).stream())
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hits that
                && that.outcomes.equals(outcomes)
                && Objects.equals(that.aggregate, aggregate);
    }

    @Override
    public int hashCode() {
        return outcomes.hashCode();
    }

    @Override
    public String toString() {
        return aggregate == null ? outcomes.toString() : aggregate + " of " + outcomes;
    }
}
