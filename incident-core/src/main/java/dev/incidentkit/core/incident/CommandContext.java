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
    /** Cuts the instant to milliseconds and copies the answers. */
    public CommandContext {
        Objects.requireNonNull(actor, "actor");
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
