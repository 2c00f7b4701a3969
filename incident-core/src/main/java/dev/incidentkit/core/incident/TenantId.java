package dev.incidentkit.core.incident;

/**
 * The customer, organisation or environment that an incident belongs to. Nothing crosses tenants.
 *
 * @param value 1 to 64 characters, not blank; none of them a control, format or line separating character
 */
public record TenantId(String value) {
    /** The tenant of a host that has only one. */
    public static final TenantId DEFAULT = new TenantId("default");

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank or too long, or holds a character that cannot be seen
     */
    public TenantId {
        Checks.identity(value, 64, "tenant id");
    }

    @Override
    public String toString() {
        return value;
    }
}
