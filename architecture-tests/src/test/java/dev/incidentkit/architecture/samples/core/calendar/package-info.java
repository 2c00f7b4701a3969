/** A package that must not look to its right. */
@NullMarked
package dev.incidentkit.architecture.samples.core.calendar;

import org.jspecify.annotations.NullMarked;
