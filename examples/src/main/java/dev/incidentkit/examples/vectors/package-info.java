/** Compares the calendars with files of cases whose answers other programs gave. */
@NullMarked
package dev.incidentkit.examples.vectors;

import org.jspecify.annotations.NullMarked;
