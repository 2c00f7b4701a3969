package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.Objects;

/**
 * What every event carries: when it takes effect, when it was recorded, who did it and why. Instants are cut to
 * milliseconds, the resolution of the record.
 *
 * @param effectiveAt since when the event holds; never after {@code recordedAt}
 * @param recordedAt when the record took it, by the record's clock
 * @param actor who did it
 * @param cause why
 */
public record EventMeta(Instant effectiveAt, Instant recordedAt, Actor actor, Cause cause) {
    /**
     * Cuts the instants to milliseconds and checks their order.
     *
     * @throws IllegalArgumentException if the event would take effect after it was recorded
     */
    @SuppressWarnings("ReferenceEquality") // the same instance needs no check; an equal one passes it
    public EventMeta {
        boolean isAtOnce = effectiveAt == recordedAt;
        effectiveAt = Checks.millis(effectiveAt);
        recordedAt = isAtOnce ? effectiveAt : Checks.millis(recordedAt);
        if (!isAtOnce && effectiveAt.isAfter(recordedAt)) {
            throw new IllegalArgumentException(
                    "An event takes effect at " + effectiveAt + ", after it was recorded at " + recordedAt);
        }
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(cause, "cause");
    }

    /**
     * An event of a command that takes effect when it is taken.
     *
     * @param at when
     * @param actor who
     * @return the meta data
     */
    public static EventMeta at(Instant at, Actor actor) {
        return new EventMeta(at, at, actor, Cause.COMMAND);
    }
}
