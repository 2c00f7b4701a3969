package dev.incidentkit.store;

/**
 * How many messages there are.
 *
 * @param waiting not yet delivered, claimed ones included
 * @param parked given up after failures
 */
public record OutboxCounts(long waiting, long parked) {}
