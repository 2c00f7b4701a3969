package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.EscalationKind;
import java.util.Objects;

/**
 * Whom to call, and why.
 *
 * @param kind to other skill or to more authority
 * @param target whom, 1 to 100 characters
 * @param reason why, 1 to 500 characters
 */
public record EscalationOrder(EscalationKind kind, String target, String reason) {
    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if one is blank or too long
     */
    public EscalationOrder {
        Objects.requireNonNull(kind, "kind");
        if (target.isBlank() || target.length() > 100 || reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("An escalation names a target of at most 100 and a reason of at most 500"
                    + " characters, but has '" + target + "' and '" + reason + "'");
        }
    }
}
