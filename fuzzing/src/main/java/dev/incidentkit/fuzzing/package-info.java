/** The readers of the library, as a fuzzer calls them. */
@NullMarked
package dev.incidentkit.fuzzing;

import org.jspecify.annotations.NullMarked;
