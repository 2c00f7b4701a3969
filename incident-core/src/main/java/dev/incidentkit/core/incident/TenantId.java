package dev.incidentkit.core.incident;

/**
 * The customer, organisation or environment that an incident belongs to. Nothing crosses tenants.
 *
 * @param value 1 to 64 characters, not blank
 */
public record TenantId(String value) {
    /** The tenant of a host that has only one. */
    public static final TenantId DEFAULT = new TenantId("default");

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public TenantId {
        Checks.name(value, 64, "tenant id");
    }

    @Override
    public String toString() {
        return value;
    }
}
