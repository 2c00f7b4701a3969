package dev.incidentkit.testkit.conformance;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A host's own clock of a service level, as the pack asks for it. */
@FunctionalInterface
public interface HostClock {
    /**
     * How a clock stands.
     *
     * @param asked what happened, and when it is looked at
     * @return how it stands
     * @throws UnsupportedOperationException if the host has no such hours, or knows no such happening
     */
    Answer ask(SlaCase asked);

    /**
     * How a clock stands.
     *
     * @param elapsed working time that counted
     * @param dueAt when the target falls due; of a clock that waits, if it went on at once; null once it has stopped
     * @param breached whether the target was missed: the clock ran past the instant at which it fell due
     */
    record Answer(Duration elapsed, @Nullable Instant dueAt, boolean breached) {}
}
