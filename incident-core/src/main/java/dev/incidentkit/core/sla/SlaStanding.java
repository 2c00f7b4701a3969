package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.ClockId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one cycle of a clock stands at an instant.
 *
 * @param clock which cycle of which clock; of a pending one, the cycle that is to come
 * @param kind between whom the service level is agreed
 * @param state how it stands
 * @param breached whether the target was missed, whether or not the clock has stopped
 * @param goal what is asked; null while it is pending
 * @param startedAt from when it counts
 * @param endedAt when it stopped or was cancelled
 * @param dueAt when the target falls due, inclusive; of a paused clock, if it went on at once
 * @param breachedAt when the target was missed
 * @param elapsed what counted so far
 * @param remaining what is left until it falls due: working time, and for a running clock wall time; negative once it is
 *     past. Of a missed target the working time is the overrun, negative, which does not grow while the clock pauses
 * @param overrun working time since {@code dueAt} where the target was missed; of a target that was exceeded when it was
 *     re-targeted, since then
 * @param cost what the overrun costs so far, where the policy has a penalty and the target was missed
 * @param pauses how long it paused, by reason
 * @param byGroup what counted, by accountable group; under the empty name what counted without one
 * @param byPerson what counted, by accountable person; under the empty name what counted without one
 */
public record SlaStanding(
        ClockId clock,
        SlaKind kind,
        ClockState state,
        boolean breached,
        @Nullable Goal goal,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant dueAt,
        @Nullable Instant breachedAt,
        Spent elapsed,
        Spent remaining,
        Duration overrun,
        @Nullable BigDecimal cost,
        Map<String, Spent> pauses,
        Map<String, Spent> byGroup,
        Map<String, Spent> byPerson) {
    /** Copies the maps in the order of their names. */
    public SlaStanding {
        pauses = Collections.unmodifiableMap(new TreeMap<>(pauses));
        byGroup = Collections.unmodifiableMap(new TreeMap<>(byGroup));
        byPerson = Collections.unmodifiableMap(new TreeMap<>(byPerson));
    }
}
