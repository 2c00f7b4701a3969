package dev.incidentkit.flink.internal;

/**
 * What incidents of a task give to the figures as of an instant.
 *
 * @param shard the part of the figures that it belongs to
 * @param asOf the instant, in milliseconds since 1970
 * @param kind one of the constants
 * @param count how many
 * @param fold what was measured, as a metric fold writes it; empty where something is counted
 */
public record Contribution(int shard, long asOf, int kind, long count, byte[] fold) {
    /** Incidents that are open, or ended lately: they are measured as of the instant, and come again. */
    public static final int OPEN = 0;

    /** Incidents that are measured for good. */
    public static final int SETTLED = 1;

    /** Events came late. */
    public static final int LATE = 2;

    /** Events came again. */
    public static final int REPEATED = 3;

    /** Events wait for one that comes before them. */
    public static final int WAITING = 4;

    /**
     * Something that is counted.
     *
     * @param shard the part of the figures
     * @param asOf the instant
     * @param kind what is counted
     * @param count how many
     * @return the contribution
     */
    public static Contribution counted(int shard, long asOf, int kind, long count) {
        return new Contribution(shard, asOf, kind, count, new byte[0]);
    }
}
