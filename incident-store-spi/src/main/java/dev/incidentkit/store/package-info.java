/**
 * What a store of incident records must do, one small interface for each capability, joined by
 * {@link dev.incidentkit.store.IncidentStore}. A store keeps sealed bytes and never looks into them.
 * {@link dev.incidentkit.store.InMemoryIncidentStore} has every capability and is the reference that the contract suite
 * is written against.
 *
 * <p>Stores are safe for use by several threads and several nodes. Everything that they take and give is immutable;
 * byte arrays are not copied and must not be changed.
 */
@NullMarked
package dev.incidentkit.store;

import org.jspecify.annotations.NullMarked;
