package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Who asks, when, and what the host's ports answered beforehand. Deciding asks nobody: all it needs is in the
 * incident, the command and this.
 *
 * @param actor who asks
 * @param at when the command is taken, cut to milliseconds
 * @param answers what ports answered, by port name; recorded in the events that they led to
 */
public record CommandContext(Actor actor, Instant at, Map<String, String> answers) {
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /**
     * Cuts the instant to milliseconds and copies the answers.
     *
     * @throws IllegalArgumentException if the instant lies before 1970 or after 9999
     */
    public CommandContext {
        Objects.requireNonNull(actor, "actor");
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("A command is taken between 1970 and 9999, but this at " + at);
        }
        at = Checks.millis(at);
        answers = Map.copyOf(answers);
    }

    /**
     * A context in which no port was asked.
     *
     * @param actor who asks
     * @param at when the command is taken
     * @return the context
     */
    public static CommandContext of(Actor actor, Instant at) {
        return new CommandContext(actor, at, Map.of());
    }
}
