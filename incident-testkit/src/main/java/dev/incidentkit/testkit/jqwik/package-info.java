/**
 * Arbitraries of jqwik for incidents, commands, histories, calendars and tables, and laws that hold for any definition as
 * ready properties. jqwik is an optional dependency of the kit: who uses this package declares it.
 */
@NullMarked
package dev.incidentkit.testkit.jqwik;

import org.jspecify.annotations.NullMarked;
