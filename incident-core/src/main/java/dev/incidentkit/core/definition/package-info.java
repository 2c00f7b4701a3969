/**
 * A whole process as one unit: {@link dev.incidentkit.core.definition.ProcessDefinition} joins lifecycle, scales, rules
 * and attributes, is identified by a hash of its content, and decides what a command does to an incident.
 */
@NullMarked
package dev.incidentkit.core.definition;

import org.jspecify.annotations.NullMarked;
