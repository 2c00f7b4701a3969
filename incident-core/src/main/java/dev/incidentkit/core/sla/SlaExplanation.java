package dev.incidentkit.core.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a clock stands as it does.
 *
 * @param standing how it stands; null where it does not apply to the incident
 * @param summary one sentence: why it has not started, what ended it, or how it goes on
 * @param intervals all of its time from the start until then, without gaps
 */
public record SlaExplanation(@Nullable SlaStanding standing, String summary, List<SlaInterval> intervals) {
    /** Copies the list. */
    public SlaExplanation {
        intervals = List.copyOf(intervals);
    }
}
