package dev.incidentkit.core.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Commands of alerts. What a source observed is a fact, which no lifecycle refuses; what follows from it, such as a
 * reopening or a resolution, is a step that the lifecycle guards like any other.
 */
public sealed interface AlertCommand extends IncidentCommand permits AlertCommand.Signal {
    @Override
    default Theme theme() {
        return Theme.ALERT;
    }

    /**
     * Takes alerts of one key that say the same, one or several at once.
     *
     * @param key their deduplication key, at most 190 characters
     * @param state what they say
     * @param count how many they are, at least 1
     * @param firstAt the earliest of their instants, by the source's clock
     * @param lastAt the latest of their instants, not before the earliest
     * @param suppressedBy the rule or maintenance by which they are only counted, at most 100 characters; null where
     *     there is none
     * @param suppressedUntil when that ends, not before the command; null where it has no end
     */
    record Signal(
            @NotBlank @Size(max = 190) String key,
            @NotNull AlertState state,
            @Positive long count,
            @NotNull Instant firstAt,
            @NotNull Instant lastAt,
            @Nullable @Size(min = 1, max = 100) String suppressedBy,
            @Nullable Instant suppressedUntil)
            implements AlertCommand {
        /** Cuts the instants to milliseconds. */
        public Signal {
            firstAt = Checks.millisOrNull(firstAt);
            lastAt = Checks.millisOrNull(lastAt);
            suppressedUntil = Checks.millisOrNull(suppressedUntil);
        }

        @Override
        public Action action() {
            return Action.SIGNAL;
        }
    }
}
