package dev.incidentkit.core.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Why something about an incident is as it is: an answer, and what it rests on. As data for programs, and by {@link #text()}
 * for people. Immutable. {@link Explainer} makes it.
 *
 * @param subject what is explained
 * @param answer in one sentence what is so, without a full stop
 * @param reasons why, the weightiest first; empty where nothing is behind it
 */
public record Explanation(Subject subject, String answer, List<Reason> reasons) {
    private static final String INDENT = "  ";

    /** Copies the list. */
    public Explanation {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(answer, "answer");
        reasons = List.copyOf(reasons);
    }

    /** What can be explained. */
    public enum Subject {
        /** Why this priority. */
        PRIORITY,
        /** Why this team or person. */
        TEAM,
        /** Why this deadline. */
        DEADLINE,
        /** Why a step is refused. */
        REFUSAL,
        /** Why nothing happens. */
        SILENCE
    }

    /**
     * A reason, which may rest on others.
     *
     * @param text the reason as a person reads it
     * @param facts what it names, by stable names, in order: rules, hashes, values, instants
     * @param because what it rests on
     */
    public record Reason(String text, Map<String, String> facts, List<Reason> because) {
        /** Copies the parts. */
        public Reason {
            Objects.requireNonNull(text, "text");
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
            because = List.copyOf(because);
        }

        /**
         * A reason that rests on no other.
         *
         * @param text the reason
         * @param facts what it names
         * @return the reason
         */
        public static Reason of(String text, Map<String, String> facts) {
            return new Reason(text, facts, List.of());
        }

        private void write(StringBuilder out, String indent) {
            out.append(indent).append("because ").append(text).append('\n');
            facts.forEach((name, value) -> out.append(indent)
                    .append(INDENT)
                    .append(name)
                    .append(": ")
                    .append(value)
                    .append('\n'));
            because.forEach(reason -> reason.write(out, indent + INDENT));
        }
    }

    /** {@return the explanation in words, a line for each reason and fact} */
    public String text() {
        StringBuilder out = new StringBuilder(answer).append('\n');
        reasons.forEach(reason -> reason.write(out, INDENT));
        return out.toString();
    }
}
