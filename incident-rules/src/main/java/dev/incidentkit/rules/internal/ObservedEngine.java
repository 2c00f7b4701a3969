package dev.incidentkit.rules.internal;

import java.util.function.IntConsumer;

/** An engine that tells what it answers. */
public final class ObservedEngine extends Engine {
    private final Engine observed;
    private final IntConsumer told;

    /**
     * Observes an engine.
     *
     * @param observed the engine
     * @param told is told each row, and {@link Engine#NONE} or {@link Engine#CONFLICT}
     */
    public ObservedEngine(Engine observed, IntConsumer told) {
        this.observed = observed;
        this.told = told;
    }

    /** {@return the engine that answers} */
    public Engine observed() {
        return observed;
    }

    @Override
    public int hit(int[] classes) {
        return tell(observed.hit(classes));
    }

    @Override
    public int hit(int a, int b, int c, int d, long rest) {
        return tell(observed.hit(a, b, c, d, rest));
    }

    private int tell(int row) {
        told.accept(row);
        return row;
    }

    @Override
    public int[] all(int[] classes) {
        int[] rows = observed.all(classes);
        for (int row : rows) {
            told.accept(row);
        }
        if (rows.length == 0) {
            told.accept(NONE);
        }
        return rows;
    }

    @Override
    public long bytes() {
        return observed.bytes();
    }
}
