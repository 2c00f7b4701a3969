package dev.incidentkit.core.sla;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something wrong with a policy, with an example where facts show it.
 *
 * @param kind what is wrong
 * @param policy the name of the policy
 * @param target the name of the target
 * @param message what is wrong, as a sentence with the values
 * @param example facts that show it, by name; empty where none are needed
 */
public record SlaFinding(Kind kind, String policy, String target, String message, Map<String, String> example) {
    /** What may be wrong with a policy. */
    public enum Kind {
        /** The clock can never start. */
        START_NEVER_TRUE,
        /** Whatever starts the clock stops it. */
        STOP_COVERS_START,
        /** Whatever pauses the clock cancels it. */
        PAUSE_CANCELS,
        /** The clock pauses from the start, and nothing ends it. */
        PAUSE_NEVER_ENDS,
        /** A threshold lies before the target begins. */
        THRESHOLD_LONGER_THAN_TARGET,
        /** A more severe priority has more time. */
        LONGER_FOR_MORE_SEVERE,
        /** A goal is for a priority that the scale has not. */
        UNKNOWN_PRIORITY,
        /**
         * A condition can tell too many combinations apart to be proved, or it depends on the start which of two
         * priorities has more time.
         */
        NOT_PROVABLE;

        /** {@return whether a clock with it cannot do what it is for, so that a definition refuses it} */
        public boolean isFatal() {
            return ordinal() <= THRESHOLD_LONGER_THAN_TARGET.ordinal() || this == UNKNOWN_PRIORITY;
        }
    }

    /** Copies the example in the order of its names. */
    public SlaFinding {
        example = java.util.Collections.unmodifiableMap(new TreeMap<>(example));
    }

    @Override
    public String toString() {
        String shown = example.isEmpty() ? "" : ", for example " + example;
        return kind + " in target " + target + " of policy '" + policy + "': " + message + shown;
    }
}
