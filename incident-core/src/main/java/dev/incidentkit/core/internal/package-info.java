/** What several packages of this module share and nobody else may use. Not exported. */
@NullMarked
package dev.incidentkit.core.internal;

import org.jspecify.annotations.NullMarked;
