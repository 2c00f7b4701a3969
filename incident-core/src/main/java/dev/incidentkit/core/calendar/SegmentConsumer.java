package dev.incidentkit.core.calendar;

/** Takes open stretches as epoch milliseconds, so that none has to be allocated. */
@FunctionalInterface
public interface SegmentConsumer {
    /**
     * Takes a stretch.
     *
     * @param start its first millisecond since the epoch
     * @param end the first millisecond after it
     */
    void accept(long start, long end);
}
