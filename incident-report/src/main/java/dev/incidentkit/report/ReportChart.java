package dev.incidentkit.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart of a report shows. The table of its section holds the same numbers.
 *
 * @param title its title
 * @param description what it says, in a sentence or two, for those who cannot see it
 * @param horizontal whether bars lie, so that long labels have room
 * @param labels what stands along its axis
 * @param series what is drawn
 */
public record ReportChart(
        String title, String description, boolean horizontal, List<String> labels, List<Series> series) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a series has not one value for each label
     */
    public ReportChart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (Series each : series) {
            if (each.values().size() != labels.size()) {
                throw new IllegalArgumentException("Series " + each.name() + " has "
                        + each.values().size() + " values for " + labels.size() + " labels");
            }
        }
    }

    /** How a series is drawn. */
    public enum Mark {
        /** As bars. */
        BAR,

        /** As bars upon those of the series before. */
        STACKED,

        /** As a line. */
        LINE
    }

    /** What is measured along the other axis. */
    public enum Axis {
        /** A number of things. */
        COUNT,

        /** A part of a whole, 0 to 1. */
        SHARE,

        /** Hours. */
        HOURS
    }

    /** What a colour tells. Every series has a name too, so nothing is told by colour alone. */
    public enum Tone {
        /** The first of several. */
        FIRST,

        /** The second of several. */
        SECOND,

        /** The third of several. */
        THIRD,

        /** The fourth of several. */
        FOURTH,

        /** The fifth of several. */
        FIFTH,

        /** As it should be. */
        GOOD,

        /** Not as it should be. */
        BAD,

        /** Not yet as it should be. */
        WARNING,

        /** Neither. */
        NEUTRAL,

        /** Not judged. */
        FAINT;

        private static final List<Tone> IN_TURN = List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH);

        /**
         * The tones of several series.
         *
         * @param index which series, from 0
         * @return the tone; the sixth has that of the first again
         */
        public static Tone of(int index) {
            return IN_TURN.get(index % IN_TURN.size());
        }
    }

    /**
     * A series.
     *
     * @param name its name
     * @param mark how it is drawn
     * @param axis what is measured
     * @param tone what its colour tells
     * @param values a value for each label; null where there is none
     */
    public record Series(String name, Mark mark, Axis axis, Tone tone, List<@Nullable BigDecimal> values) {
        /** Copies the list. */
        public Series {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }
}
