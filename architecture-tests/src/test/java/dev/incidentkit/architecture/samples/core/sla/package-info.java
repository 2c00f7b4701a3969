/** A package to the right of calendar. */
@NullMarked
package dev.incidentkit.architecture.samples.core.sla;

import org.jspecify.annotations.NullMarked;
