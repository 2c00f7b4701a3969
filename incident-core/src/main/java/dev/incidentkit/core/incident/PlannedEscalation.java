package dev.incidentkit.core.incident;

import java.time.Duration;

/**
 * A step of an escalation, as it was when the escalation began.
 *
 * @param kind to other skill or to more authority
 * @param target whom, or the group of which whoever is on call
 * @param onCall whether the target is a group of which somebody is on call
 * @param after how long after the step before, or after the beginning
 */
public record PlannedEscalation(EscalationKind kind, String target, boolean onCall, Duration after) {}
