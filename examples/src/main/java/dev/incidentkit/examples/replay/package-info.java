/** Replays a ServiceNow-style audit log through the library and reports its figures. */
@NullMarked
package dev.incidentkit.examples.replay;

import org.jspecify.annotations.NullMarked;
