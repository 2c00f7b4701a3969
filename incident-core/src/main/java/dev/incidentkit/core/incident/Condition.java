package dev.incidentkit.core.incident;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition over the facts of an incident, as data: it can be written to a file, compared and hashed, and
 * {@link ConditionProof} can prove what it implies. Its text is stable and is what enters hashes.
 */
public sealed interface Condition {
    /** Holds for every incident. */
    Condition ALWAYS = new AllOf(List.of());

    /** Holds for none. */
    Condition NEVER = new AnyOf(List.of());

    /**
     * Whether the condition holds.
     *
     * @param facts what is known of the incident
     * @return true if it holds
     */
    boolean holds(Facts facts);

    /**
     * Whether a condition asks for a fact at all.
     *
     * @param condition the condition
     * @param fact the fact
     * @return true if its answer may depend on that
     */
    static boolean asks(Condition condition, Fact fact) {
        if (condition instanceof Not not) {
            return asks(not.condition(), fact);
        } else if (condition instanceof AllOf all) {
            return all.conditions().stream().anyMatch(part -> asks(part, fact));
        } else if (condition instanceof AnyOf any) {
            return any.conditions().stream().anyMatch(part -> asks(part, fact));
        } else if (condition instanceof OneOf oneOf) {
            return oneOf.fact().equals(fact);
        } else if (condition instanceof AtLeast atLeast) {
            return atLeast.fact().equals(fact);
        }
        return condition instanceof Between between
                ? between.fact().equals(fact)
                : condition instanceof Has has && has.fact().equals(fact);
    }

    /**
     * Holds where the phase is one of some.
     *
     * @param phases the phases
     * @return the condition
     */
    static Condition phase(Phase... phases) {
        return oneOf(Fact.BuiltIn.PHASE, Arrays.stream(phases).map(Phase::name).toList());
    }

    /**
     * Holds where the incident still needs work.
     *
     * @return the condition
     */
    static Condition open() {
        return oneOf(
                Fact.BuiltIn.PHASE,
                EnumSet.allOf(Phase.class).stream()
                        .filter(Phase::isOpen)
                        .map(Phase::name)
                        .toList());
    }

    /**
     * Holds while the incident waits for one of some reasons.
     *
     * @param reasons the reasons
     * @return the condition
     */
    static Condition waitingFor(HoldReason... reasons) {
        return oneOf(
                Fact.BuiltIn.HOLD_REASON,
                Arrays.stream(reasons).map(HoldReason::name).toList());
    }

    /**
     * Holds where a value of a fact is one of some.
     *
     * @param fact the fact
     * @param values the names, levels by their labels, at least one
     * @return the condition
     */
    static Condition oneOf(Fact fact, Collection<String> values) {
        return new OneOf(fact, new TreeSet<>(values));
    }

    /**
     * Holds where a value of a fact is one of some.
     *
     * @param fact the fact
     * @param values the names, levels by their labels, at least one
     * @return the condition
     */
    static Condition oneOf(Fact fact, String... values) {
        return oneOf(fact, List.of(values));
    }

    /**
     * Holds where a fact has a value; for a flag, where it is true.
     *
     * @param fact the fact
     * @return the condition
     */
    static Condition has(Fact fact) {
        return new Has(fact);
    }

    /**
     * Holds where a level is at least as severe as another one.
     *
     * @param fact a fact whose value is a level
     * @param level the least severe level for which it holds
     * @return the condition
     */
    static Condition atLeast(Fact fact, Level level) {
        return new AtLeast(fact, level.name(), level.rank());
    }

    /**
     * Holds where a number lies within bounds.
     *
     * @param fact a fact whose value is a number
     * @param min the least number, or null
     * @param max the greatest number, or null
     * @return the condition
     */
    static Condition between(Fact fact, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        return new Between(fact, min, max);
    }

    /**
     * Holds where all others hold.
     *
     * @param conditions the others
     * @return the condition
     */
    static Condition allOf(Condition... conditions) {
        return new AllOf(List.of(conditions));
    }

    /**
     * Holds where at least one other holds.
     *
     * @param conditions the others
     * @return the condition
     */
    static Condition anyOf(Condition... conditions) {
        return new AnyOf(List.of(conditions));
    }

    /**
     * Holds where another does not.
     *
     * @param condition the other
     * @return the condition
     */
    static Condition not(Condition condition) {
        return new Not(condition);
    }

    /**
     * A value of a fact is one of some.
     *
     * @param fact the fact
     * @param values the names in their order, at least one
     */
    record OneOf(Fact fact, SortedSet<String> values) implements Condition {
        /**
         * Copies the names.
         *
         * @throws IllegalArgumentException if there is none, or one is blank
         */
        public OneOf {
            if (values.isEmpty()) {
                throw new IllegalArgumentException(
                        "A condition on " + fact + " names at least one value, but has none");
            }
            values.forEach(value -> Checks.notBlank(value, "value of a condition on " + fact));
            values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
        }

        @Override
        public boolean holds(Facts facts) {
            for (String value : values) {
                if (facts.is(fact, value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return Words.of(fact) + " in [" + values.stream().map(Words::of).collect(Collectors.joining(", ")) + "]";
        }
    }

    /**
     * A fact has a value.
     *
     * @param fact the fact
     */
    record Has(Fact fact) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return facts.has(fact);
        }

        @Override
        public String toString() {
            return "has " + Words.of(fact);
        }
    }

    /**
     * A level is at least as severe as another one.
     *
     * @param fact a fact whose value is a level
     * @param level the label of the least severe level for which it holds
     * @param rank its rank, 0 for the most severe
     */
    record AtLeast(Fact fact, String level, int rank) implements Condition {
        /** Checks the level. */
        public AtLeast {
            Levels.check(level, rank);
        }

        @Override
        public boolean holds(Facts facts) {
            int found = facts.rank(fact);
            return found >= 0 && found <= rank;
        }

        @Override
        public String toString() {
            return Words.of(fact) + " >= " + Words.of(level) + "#" + rank;
        }
    }

    /**
     * A number lies within bounds.
     *
     * @param fact a fact whose value is a number
     * @param min the least number, or null
     * @param max the greatest number, or null
     */
    record Between(
            Fact fact, @Nullable BigDecimal min, @Nullable BigDecimal max) implements Condition {
        /**
         * Checks the order of the bounds.
         *
         * @throws IllegalArgumentException if they are reversed
         */
        public Between {
            if (min != null && max != null && min.compareTo(max) > 0) {
                throw new IllegalArgumentException("Bounds of " + fact + " are reversed: " + min + " to " + max);
            }
        }

        @Override
        public boolean holds(Facts facts) {
            BigDecimal found = facts.number(fact);
            return found != null
                    && (min == null || found.compareTo(min) >= 0)
                    && (max == null || found.compareTo(max) <= 0);
        }

        @Override
        public String toString() {
            return Words.of(fact) + " from " + plain(min) + " to " + plain(max);
        }

        private static String plain(@Nullable BigDecimal bound) {
            return bound == null ? "*" : bound.stripTrailingZeros().toPlainString();
        }
    }

    /**
     * All others hold.
     *
     * @param conditions the others
     */
    record AllOf(List<Condition> conditions) implements Condition {
        /** Copies the list. */
        public AllOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Facts facts) {
            for (Condition condition : conditions) {
                if (!condition.holds(facts)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return conditions.isEmpty() ? "always" : joined(conditions, " and ");
        }
    }

    /**
     * At least one other holds.
     *
     * @param conditions the others
     */
    record AnyOf(List<Condition> conditions) implements Condition {
        /** Copies the list. */
        public AnyOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Facts facts) {
            for (Condition condition : conditions) {
                if (condition.holds(facts)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return conditions.isEmpty() ? "never" : joined(conditions, " or ");
        }
    }

    /**
     * Another does not hold.
     *
     * @param condition the other
     */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return !condition.holds(facts);
        }

        @Override
        public String toString() {
            return "not (" + condition + ")";
        }
    }

    private static String joined(List<Condition> conditions, String word) {
        return conditions.stream().map(Condition::toString).collect(Collectors.joining(word, "(", ")"));
    }
}
