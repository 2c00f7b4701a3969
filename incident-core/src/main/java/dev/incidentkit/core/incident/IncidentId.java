package dev.incidentkit.core.incident;

/**
 * The identity of an incident within its tenant, chosen by the host or by the desk.
 *
 * @param value 1 to 64 characters, not blank; none of them a control, format or line separating character
 */
public record IncidentId(String value) {
    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank or too long, or holds a character that cannot be seen
     */
    public IncidentId {
        Checks.identity(value, 64, "incident id");
    }

    @Override
    public String toString() {
        return value;
    }
}
