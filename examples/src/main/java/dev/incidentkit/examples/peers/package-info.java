/** What other systems lose, and what the library makes of the same facts. */
@NullMarked
package dev.incidentkit.examples.peers;

import org.jspecify.annotations.NullMarked;
