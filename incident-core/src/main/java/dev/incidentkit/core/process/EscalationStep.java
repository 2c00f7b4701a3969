package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.PlannedEscalation;
import java.time.Duration;

/**
 * A step of an escalation.
 *
 * @param kind to other skill or to more authority
 * @param target whom: a person, a group, or the group of which whoever is on call; 1 to 100 characters
 * @param onCall whether whoever is on call for the group is called, and nobody where nobody is
 * @param after how long after the step before, or after the beginning; at least a millisecond, at most 366 days
 */
public record EscalationStep(EscalationKind kind, String target, boolean onCall, Duration after) {
    /**
     * Checks target and time.
     *
     * @throws IllegalArgumentException if the target is blank or too long, or the time out of bounds
     */
    public EscalationStep {
        Names.check(target, "target of an escalation");
        if (after.toMillis() < 1 || after.compareTo(Duration.ofDays(366)) > 0) {
            throw new IllegalArgumentException(
                    "A step to '" + target + "' comes after a millisecond to 366 days, but after " + after);
        }
    }

    /**
     * Calls a person or group.
     *
     * @param kind to other skill or to more authority
     * @param target whom
     * @param after how long after the step before
     * @return the step
     */
    public static EscalationStep to(EscalationKind kind, String target, Duration after) {
        return new EscalationStep(kind, target, false, after);
    }

    /**
     * Calls whoever is on call for a group.
     *
     * @param kind to other skill or to more authority
     * @param group the group
     * @param after how long after the step before
     * @return the step
     */
    public static EscalationStep onCall(EscalationKind kind, String group, Duration after) {
        return new EscalationStep(kind, group, true, after);
    }

    PlannedEscalation planned() {
        return new PlannedEscalation(kind, target, onCall, after);
    }
}
