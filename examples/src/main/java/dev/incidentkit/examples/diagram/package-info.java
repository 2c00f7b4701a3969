/** The program that draws a lifecycle. */
@NullMarked
package dev.incidentkit.examples.diagram;

import org.jspecify.annotations.NullMarked;
