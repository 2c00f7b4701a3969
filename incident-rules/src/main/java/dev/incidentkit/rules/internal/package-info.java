/**
 * The ordinal form of a table, which the compiler and the proofs share. Not exported.
 *
 * <p>Each input column becomes an {@link dev.incidentkit.rules.internal.Axis}: a row of <em>classes</em>, numbered from
 * 0, so that all values of one class are told apart by no cell of the table. An axis can name an example of each class.
 * Each cell becomes a {@link dev.incidentkit.rules.internal.ClassSet} of its column. So a rule is a product of class
 * sets, and a table a list of such products: an {@link dev.incidentkit.rules.internal.OrdinalTable}.
 */
@NullMarked
package dev.incidentkit.rules.internal;

import org.jspecify.annotations.NullMarked;
