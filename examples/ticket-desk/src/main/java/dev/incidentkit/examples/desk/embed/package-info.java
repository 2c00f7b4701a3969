/**
 * The library, embedded: a pool, a store, definitions and a desk. {@link dev.incidentkit.examples.desk.embed.Embedding} is all
 * that a host needs to write to have one; nothing here knows of pages.
 */
@NullMarked
package dev.incidentkit.examples.desk.embed;

import org.jspecify.annotations.NullMarked;
