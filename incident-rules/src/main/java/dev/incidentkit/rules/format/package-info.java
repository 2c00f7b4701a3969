/**
 * How tables are read and written: Markdown and CSV for the people who own the process, DMN for modelers. A reader binds
 * a file to schemas that are declared in Java, so a file cannot invent columns; it reports everything that is wrong in
 * one pass, each finding with its place and the way to mend it. A writer writes what its reader reads back as the same
 * table with the same hash. All types here are immutable and safe for use by several threads.
 */
@NullMarked
package dev.incidentkit.rules.format;

import org.jspecify.annotations.NullMarked;
