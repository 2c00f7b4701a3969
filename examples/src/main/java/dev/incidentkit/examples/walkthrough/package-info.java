/** Walks one outage from its report to its closure. */
@NullMarked
package dev.incidentkit.examples.walkthrough;

import org.jspecify.annotations.NullMarked;
