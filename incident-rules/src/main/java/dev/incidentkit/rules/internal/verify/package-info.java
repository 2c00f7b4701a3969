/**
 * Asks the questions of {@link dev.incidentkit.rules.internal.proof} about tables, and puts the answers into words for
 * the people who own them. Each check is a class of its own; {@link dev.incidentkit.rules.internal.verify.TableVerifier}
 * runs those that the hit policy calls for.
 */
@NullMarked
package dev.incidentkit.rules.internal.verify;

import org.jspecify.annotations.NullMarked;
