package dev.incidentkit.architecture.samples.core.sla;

import dev.incidentkit.architecture.samples.core.internal.Hidden;

/** Stands to the right, and may use what is internal. */
public final class Clock {
    private final Hidden hidden = new Hidden();

    @Override
    public String toString() {
        return "clock over " + hidden;
    }
}
