/**
 * Assertions in AssertJ's manner on incidents, clocks, refusals, messages and what tables explain. Begin with {@link
 * dev.incidentkit.testkit.assertion.IncidentAssertions}. A failure says what was expected, what came, why, and at which
 * event of the record.
 */
@NullMarked
package dev.incidentkit.testkit.assertion;

import org.jspecify.annotations.NullMarked;
