/** A package that is not exported. */
@NullMarked
package dev.incidentkit.architecture.samples.core.internal;

import org.jspecify.annotations.NullMarked;
