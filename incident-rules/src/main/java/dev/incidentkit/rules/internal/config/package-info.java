/** Reads the parts of a definition from trees of YAML, and writes them. */
@NullMarked
package dev.incidentkit.rules.internal.config;

import org.jspecify.annotations.NullMarked;
