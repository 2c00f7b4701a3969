package dev.incidentkit.rules.internal.proof;

/**
 * Inputs on which two tables differ.
 *
 * @param region the inputs
 * @param before the outcome of the first table on all of them, or {@link Difference#NONE}
 * @param after the outcome of the second
 */
public record Change(Region region, int before, int after) {}
