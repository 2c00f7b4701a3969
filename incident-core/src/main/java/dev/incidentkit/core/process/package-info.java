/**
 * What a process asks beyond the lifecycle: models and plans, communication, staffing, taxonomy, fields, emergency changes,
 * reviews, alerts, cascades and major incidents, with a small decider for each.
 */
@NullMarked
package dev.incidentkit.core.process;

import org.jspecify.annotations.NullMarked;
