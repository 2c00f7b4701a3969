package dev.incidentkit.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two versions of a table differ: in what they declare, in their rules, and in what they decide. The last is exact and does not depend on
 * the others: rules may be rewritten without any decision changing. Immutable data.
 *
 * @param table the name of the newer table
 * @param before the hash of the older table
 * @param after the hash of the newer table
 * @param declarations what is declared differently, in words: the hit policy, the demand of completeness, columns that
 *     only one version has, allowed values and defaults
 * @param rules what happened to rules, in the order of the newer table, removed ones last
 * @param outcomes inputs whose outcome changes, merged; empty if both decide alike
 * @param exact whether these are all; false if the limit was reached before all inputs were compared
 */
public record TableDiff(
        String table,
        String before,
        String after,
        List<String> declarations,
        List<RuleChange> rules,
        List<OutcomeChange> outcomes,
        boolean exact) {
    /** Copies the lists. */
    public TableDiff {
        declarations = List.copyOf(declarations);
        rules = List.copyOf(rules);
        outcomes = List.copyOf(outcomes);
    }

    /** What happened to a rule. */
    public enum Kind {
        /** Only the newer table has it. */
        ADDED,
        /** Only the older table has it. */
        REMOVED,
        /** Both have it, with other conditions or outputs. */
        CHANGED,
        /** Both have it unchanged, but it stands elsewhere among the rules that both have. */
        MOVED
    }

    /**
     * What happened to a rule.
     *
     * @param kind what happened
     * @param rule its identifier
     * @param message what it says, or what of it changed
     */
    public record RuleChange(Kind kind, String rule, String message) {
        @Override
        public String toString() {
            return kind + " " + rule + ": " + message;
        }
    }

    /**
     * Inputs whose outcome changes.
     *
     * @param region the inputs in words
     * @param example one of them, a value for each input column of either table, those of the newer first; null where
     *     the value is missing
     * @param before the outcome of the older table in words, and the rules that give it for the example
     * @param after the outcome of the newer table in words, and the rules that give it for the example
     * @param message all of this as a sentence
     */
    public record OutcomeChange(
            String region, List<@Nullable Object> example, Answer before, Answer after, String message) {
        /** Copies the example. */
        public OutcomeChange {
            example = Collections.unmodifiableList(new ArrayList<>(example));
        }
    }

    /**
     * What a table decides.
     *
     * @param outcome the outcome in words
     * @param rules the identifiers of the rules that decide, or of all that match where the hit policy refuses them;
     *     empty where none matches
     */
    public record Answer(String outcome, List<String> rules) {
        /** Copies the list. */
        public Answer {
            rules = List.copyOf(rules);
        }

        @Override
        public String toString() {
            return outcome + (rules.isEmpty() ? "" : " (" + String.join(", ", rules) + ")");
        }
    }

    /** {@return whether both tables decide every input alike, and that is certain} */
    public boolean decidesAlike() {
        return outcomes.isEmpty() && exact;
    }

    /** {@return a page for people: the rules, then the inputs whose outcome changes} */
    @Override
    public String toString() {
        StringBuilder page = new StringBuilder("table ").append(table).append(": ");
        page.append(rules.isEmpty() ? "no rule differs" : "rules that differ: " + rules.size());
        declarations.forEach(change -> page.append("\n    DECLARED ").append(change));
        rules.forEach(change -> page.append("\n    ").append(change));
        page.append("\n").append(summary());
        outcomes.forEach(change -> page.append("\n    ").append(change.message()));
        return page.toString();
    }

    private String summary() {
        if (!exact) {
            return "the limit was reached before all inputs were compared; changes found so far: " + outcomes.size();
        }
        return outcomes.isEmpty() ? "every input is decided as before" : "inputs decided otherwise: " + outcomes.size();
    }
}
