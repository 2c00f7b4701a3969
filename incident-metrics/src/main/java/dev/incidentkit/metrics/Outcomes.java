package dev.incidentkit.metrics;

import java.util.Arrays;

/** Takes what one metric measured of one incident. Not safe for use by several threads. */
public final class Outcomes {
    private final Metric metric;
    private final String[] labels;
    private final boolean hasParts;
    final Remarks excluded = new Remarks();
    final Remarks notes = new Remarks();
    long[] values = new long[4];
    String[] parts = new String[4];
    int size;

    Outcomes(Metric metric) {
        this.metric = metric;
        this.hasParts = metric.parts() != null;
        this.labels = metric.tallies() == null
                ? new String[0]
                : metric.tallies().labels().toArray(String[]::new);
    }

    void reset() {
        size = 0;
        excluded.count = 0;
        notes.count = 0;
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
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].equals(label)) {
                put("", i);
                return;
            }
        }
        throw new IllegalArgumentException(
                metric.name() + " counts " + Arrays.toString(labels) + ", but was given '" + label + "'");
    }

    boolean hasRemarks() {
        return excluded.count + notes.count > 0;
    }

    private void put(String part, long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            parts = Arrays.copyOf(parts, size * 2);
        }
        values[size] = value;
        if (hasParts) {
            parts[size] = part;
        }
        size++;
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

    /** A few words each, most often none or one. */
    static final class Remarks {
        private String[] words = {"", ""};
        private int count;

        @SuppressWarnings("ReferenceEquality") // not to write what is there: the collector is told of each reference
        void add(String word) {
            if (count == words.length) {
                words = Arrays.copyOf(words, count * 2);
            }
            if (words[count] != word) {
                words[count] = word;
            }
            count++;
        }

        boolean isEmpty() {
            return count == 0;
        }

        void countInto(Counts<String> counts) {
            for (int i = 0; i < count; i++) {
                counts.add(words[i]);
            }
        }
    }
}
