/**
 * Decision tables: a {@link dev.incidentkit.rules.RuleSchema} declares typed columns in Java, a
 * {@link dev.incidentkit.rules.RuleTable} holds the rules, however they were written. All model types are immutable
 * data and safe for use by several threads; builders are not.
 */
@NullMarked
package dev.incidentkit.rules;

import org.jspecify.annotations.NullMarked;
