/**
 * The contract of stores. A test class that implements {@link dev.incidentkit.testkit.store.IncidentStoreContract} and
 * gives a {@link dev.incidentkit.testkit.store.StoreFixture} runs all of it. Every store runs the same number of tests:
 * where it does not declare a capability, the test asks that using it is refused.
 */
@NullMarked
package dev.incidentkit.testkit.store;

import org.jspecify.annotations.NullMarked;
