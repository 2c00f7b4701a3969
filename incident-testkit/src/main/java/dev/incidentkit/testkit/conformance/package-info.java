/**
 * Checks of a host's own code against what the library means: its calendars ({@link
 * dev.incidentkit.testkit.conformance.CalendarConformance}), its clocks ({@link
 * dev.incidentkit.testkit.conformance.SlaConformance}), its lifecycle ({@link
 * dev.incidentkit.testkit.conformance.LifecycleConformance}). The contract for stores is {@link
 * dev.incidentkit.testkit.store.IncidentStoreContract}.
 */
@NullMarked
package dev.incidentkit.testkit.conformance;

import org.jspecify.annotations.NullMarked;
