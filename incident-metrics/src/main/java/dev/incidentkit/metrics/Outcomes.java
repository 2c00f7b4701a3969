package dev.incidentkit.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes what one metric measured of one incident. Not safe for use by several threads. */
public final class Outcomes {
    private final Metric metric;
    private final List<String> labels;
    final List<String> excluded = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    long[] values = new long[4];
    String[] parts = new String[4];
    int size;

    Outcomes(Metric metric) {
        this.metric = metric;
        this.labels = metric.tallies() == null ? List.of() : metric.tallies().labels();
    }

    void reset() {
        size = 0;
        if (!excluded.isEmpty()) {
            excluded.clear();
        }
        if (!notes.isEmpty()) {
            notes.clear();
        }
    }

    /**
     * A number was measured.
     *
     * @param value the number, in the metric's unit, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void value(long value) {
        value("", value);
    }

    /**
     * A number was measured of one part of the incident. Each part is named once.
     *
     * @param part which part, for example the name of a status
     * @param value the number, in the metric's unit, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void value(String part, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(metric.name() + " measures 0 or more, but measured " + value);
        }
        put(part, value);
    }

    /**
     * The incident, or one of its clocks, belongs to one of the kinds that are counted.
     *
     * @param label one of the metric's labels
     * @throws IllegalArgumentException if the metric does not have it
     */
    public void tally(String label) {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException(metric.name() + " counts " + labels + ", but was given '" + label + "'");
        }
        put("", index);
    }

    private void put(String part, long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            parts = Arrays.copyOf(parts, size * 2);
        }
        values[size] = value;
        parts[size++] = part;
    }

    /**
     * The incident is left out.
     *
     * @param reason why, in a few words
     */
    public void exclude(String reason) {
        excluded.add(reason);
    }

    /**
     * Something about how it was measured that is to be told with the figure, for example which of several beginnings was
     * known. Notes are counted.
     *
     * @param note the note
     */
    public void note(String note) {
        notes.add(note);
    }
}
