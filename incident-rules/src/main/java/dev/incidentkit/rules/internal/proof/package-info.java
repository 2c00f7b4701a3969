/**
 * Proofs about tables of rules, on whole numbers alone: a column is a row of classes 0..n-1, a rule is a box whose sides
 * are sets of classes, an outcome is a number. {@link dev.incidentkit.rules.internal.proof.BoxWalk} splits boxes until
 * a question about them is answered; gaps, shadowed rules and differences are such questions. Exact: every box that is
 * reported holds throughout, and what is not reported was looked at, unless a {@link
 * dev.incidentkit.rules.internal.proof.NodeBudget} ran out, which is said.
 */
@NullMarked
package dev.incidentkit.rules.internal.proof;

import org.jspecify.annotations.NullMarked;
