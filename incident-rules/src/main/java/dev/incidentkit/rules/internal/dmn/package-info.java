/** DMN models as documents: XML read by a hardened recipe, its elements as plain data with their places. */
@NullMarked
package dev.incidentkit.rules.internal.dmn;

import org.jspecify.annotations.NullMarked;
