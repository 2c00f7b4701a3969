/** The program for the people who own decision tables: verify, compare, explain, convert, run a compatibility test. */
@NullMarked
package dev.incidentkit.examples.rules;

import org.jspecify.annotations.NullMarked;
