package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Status;
import java.util.Set;

/**
 * When a clock runs, as far as a lifecycle can tell: by status.
 *
 * @param clock the name of the clock
 * @param runs the statuses in which it runs
 * @param pauses the statuses in which it pauses
 * @param stops the statuses in which it stops for good
 */
public record ClockRule(String clock, Set<Status> runs, Set<Status> pauses, Set<Status> stops) {
    /** Copies the sets. */
    public ClockRule {
        runs = Set.copyOf(runs);
        pauses = Set.copyOf(pauses);
        stops = Set.copyOf(stops);
    }
}
