package dev.incidentkit.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing found out about a table. Immutable data.
 *
 * @param code what was found
 * @param level how much it matters under the table's hit policy
 * @param rules the identifiers of the rules concerned; empty where it is not about single rules
 * @param column the name of the column concerned; null where it is not about one
 * @param message the finding as a sentence
 * @param example an input that shows it, a value for each input column, null where the value is missing; empty where
 *     there is none to show
 * @param suggestion what to do about it; empty where nothing must be done
 */
public record ProofFinding(
        ProofCode code,
        FindingLevel level,
        List<String> rules,
        @Nullable String column,
        String message,
        List<@Nullable Object> example,
        String suggestion) {
    /** Copies the lists. */
    public ProofFinding {
        rules = List.copyOf(rules);
        example = Collections.unmodifiableList(new ArrayList<>(example));
    }

    /** {@return the level, the code, the message and the suggestion in one line} */
    @Override
    public String toString() {
        return level + " " + code.id() + " " + message + (suggestion.isEmpty() ? "" : " -> " + suggestion);
    }
}
