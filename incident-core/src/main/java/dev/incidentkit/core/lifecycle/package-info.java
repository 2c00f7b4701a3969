/**
 * Lifecycles as data: statuses on fixed phases, transitions with what they
 * require, guards, roles; the question "may I?" with every unmet requirement as its answer; and verification, which
 * finds faults of a lifecycle before it is used.
 *
 * <p>Everything here is immutable and safe for use by several threads, builders excepted.
 */
@NullMarked
package dev.incidentkit.core.lifecycle;

import org.jspecify.annotations.NullMarked;
