/**
 * The ports through which a definition asks rules, and hosts answer: pure functions of an incident, each with a version
 * that enters the definition's hash.
 */
@NullMarked
package dev.incidentkit.core.policy;

import org.jspecify.annotations.NullMarked;
