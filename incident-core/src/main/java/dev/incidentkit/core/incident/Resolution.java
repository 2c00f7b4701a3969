package dev.incidentkit.core.incident;

import org.jspecify.annotations.Nullable;

/**
 * What a resolution says. The root cause is never required: a problem may outlive the incident.
 *
 * @param code the host's resolution code, at most 60 characters; required by the default lifecycle
 * @param note what was done; required by the default lifecycle
 * @param method how the service came back
 */
public record Resolution(@Nullable String code, @Nullable PersonalText note, ResolutionMethod method) {
    /**
     * Checks the code.
     *
     * @throws IllegalArgumentException if the code is blank or too long
     */
    public Resolution {
        if (code != null) {
            Checks.name(code, 60, "resolution code");
        }
    }
}
