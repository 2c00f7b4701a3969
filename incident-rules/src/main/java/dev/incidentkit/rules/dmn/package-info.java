/**
 * Decision models in DMN: versions 1.1 to 1.5 are read, 1.3 is written, test files of the public compatibility kit are
 * run. A model is typed by its own definitions; what a decision table cannot hold is refused by name and line. All types
 * here are immutable and safe for use by several threads.
 */
@NullMarked
package dev.incidentkit.rules.dmn;

import org.jspecify.annotations.NullMarked;
