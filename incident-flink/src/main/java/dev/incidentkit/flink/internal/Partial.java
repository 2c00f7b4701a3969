package dev.incidentkit.flink.internal;

/**
 * The figures of one part of the incidents as of an instant.
 *
 * @param shard which part
 * @param asOf the instant, in milliseconds since 1970
 * @param late how many events came late so far
 * @param repeated how many events came again so far
 * @param waiting how many events wait
 * @param fold what was measured
 */
public record Partial(int shard, long asOf, long late, long repeated, long waiting, byte[] fold) {}
