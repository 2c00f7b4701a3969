/** Programs that use the library, behind one command line. */
@NullMarked
package dev.incidentkit.examples;

import org.jspecify.annotations.NullMarked;
