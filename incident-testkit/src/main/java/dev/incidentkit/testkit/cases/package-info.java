/**
 * Cases that are made instead of written: points in each row of a table, beside each of its bounds and in each of its gaps;
 * combinations in which every pair of values occurs; and everything that may be done under a definition.
 */
@NullMarked
package dev.incidentkit.testkit.cases;

import org.jspecify.annotations.NullMarked;
