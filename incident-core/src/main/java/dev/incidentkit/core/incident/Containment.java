package dev.incidentkit.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stop to the spread.
 *
 * @param at when
 * @param before what was affected until then; null where it was not said what still is
 * @param after what still is; null where it was not said
 */
public record Containment(
        Instant at,
        @Nullable AffectedScope before,
        @Nullable AffectedScope after) {}
