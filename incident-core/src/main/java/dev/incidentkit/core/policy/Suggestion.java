package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.IncidentCommand;
import java.util.Objects;

/**
 * Something that might be done with an incident, as a program sees it. It is nothing but advice: whoever accepts it takes the
 * step, and meets what everybody meets who takes it.
 *
 * @param command what would be done
 * @param confidence how sure the program is, 0 to 1
 * @param source which program, model or rules it comes from, with its version; 1 to 100 characters, no personal data
 * @param because why, for people; 1 to 500 characters
 */
public record Suggestion(IncidentCommand command, double confidence, String source, String because) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if the confidence is not 0 to 1, or a text is blank or too long
     */
    public Suggestion {
        Objects.requireNonNull(command, "command");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence is 0 to 1, but came " + confidence);
        }
        check(source, 100, "source");
        check(because, 500, "reason");
    }

    private static void check(String text, int longest, String what) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("The " + what + " of a suggestion has 1 to " + longest
                    + " characters and is not blank, but came '" + text + "'");
        }
    }
}
