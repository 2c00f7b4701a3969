/**
 * Whether tests would notice if a definition were wrong: faults are planted one at a time, and scenarios or cases are run
 * against each. What no test notices is told, with the smallest course of events that would show it; what cannot be
 * noticed, since every input is decided as before, is proven and left out.
 */
@NullMarked
package dev.incidentkit.testkit.mutation;

import org.jspecify.annotations.NullMarked;
