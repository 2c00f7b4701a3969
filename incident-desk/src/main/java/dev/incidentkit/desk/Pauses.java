package dev.incidentkit.desk;

import java.time.Duration;

/** How long what failed is left alone: each time twice as long, until that is long enough. */
final class Pauses {
    private Pauses() {}

    /**
     * A pause that was doubled. There is no number of times for which it would overflow.
     *
     * @param first the pause that was not doubled yet
     * @param times how often it is doubled
     * @param longest the longest pause
     */
    static Duration doubled(Duration first, int times, Duration longest) {
        Duration pause = first;
        for (int i = 0; i < times && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
