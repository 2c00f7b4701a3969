package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.internal.proof.Difference;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What several matching rules decide together, under the hit policies that take more than one. */
final class Answers {
    /** Several outcomes; their order counts. */
    record Several(List<Integer> outcomes) {
        /** Copies the list. */
        Several {
            outcomes = List.copyOf(outcomes);
        }
    }

    private final HitPolicy policy;
    private final Outcomes names;

    Answers(HitPolicy policy, Outcomes names) {
        this.policy = policy;
        this.names = names;
    }

    /** The number of the answer of rules with these outcomes, at least one, in the order in which the rules win. */
    int of(List<Integer> outcomes) {
        return names.number(
                switch (policy) {
                    case COLLECT -> new Several(outcomes.stream().sorted().toList());
                    case COLLECT_COUNT -> (long) outcomes.size();
                    case COLLECT_SUM -> sum(values(outcomes));
                    case COLLECT_MIN ->
                        values(outcomes).stream().min(Answers::compare).orElseThrow();
                    case COLLECT_MAX ->
                        values(outcomes).stream().max(Answers::compare).orElseThrow();
                    default -> new Several(outcomes);
                });
    }

    private List<Object> values(List<Integer> outcomes) {
        List<Object> values = new ArrayList<>();
        for (int outcome : outcomes) {
            values.add(Objects.requireNonNull(((List<?>) names.outcome(outcome)).get(0)));
        }
        return values;
    }

    private static Object sum(List<Object> values) {
        if (values.get(0) instanceof Duration) {
            return values.stream().map(Duration.class::cast).reduce(Duration.ZERO, Duration::plus);
        }
        return values.stream()
                .map(value -> new BigDecimal(value.toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
    }

    @SuppressWarnings("unchecked") // the schema lets only values of one ordered type be compared
    private static int compare(Object left, Object right) {
        return left instanceof Level level
                ? Comparator.<Integer>reverseOrder().compare(level.rank(), ((Level) right).rank())
                : ((Comparable<Object>) left).compareTo(right);
    }

    /** An answer in words. */
    String text(int number) {
        if (number == Difference.NONE) {
            return "no rule";
        }
        if (number == Difference.CONFLICT) {
            return "refused, since several rules match";
        }
        return text(names.outcome(number));
    }

    private String text(@Nullable Object outcome) {
        if (outcome instanceof Several several) {
            return several.outcomes().stream().map(this::text).toList().toString();
        }
        return outcome instanceof List<?> outputs ? names.text(outputs) : String.valueOf(outcome);
    }
}
