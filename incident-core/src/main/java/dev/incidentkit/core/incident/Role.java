package dev.incidentkit.core.incident;

import org.jspecify.annotations.Nullable;

/**
 * What an actor may act as. Transitions of a lifecycle name the roles that may take them.
 *
 * @param name 1 to 40 characters, not blank
 */
public record Role(String name) {
    /** The person who reported the incident, or acts for them. */
    public static final Role CALLER = new Role("CALLER");

    /** First-level agents, who log, route and close. */
    public static final Role SERVICE_DESK = new Role("SERVICE_DESK");

    /** Specialists who diagnose and repair. */
    public static final Role RESOLVER = new Role("RESOLVER");

    /** Whoever owns the process and may override it. */
    public static final Role INCIDENT_MANAGER = new Role("INCIDENT_MANAGER");

    /** Whoever tells everybody how a major incident stands. */
    public static final Role COMMUNICATIONS_LEAD = new Role("COMMUNICATIONS_LEAD");

    /** An external party that works on the incident. */
    public static final Role SUPPLIER = new Role("SUPPLIER");

    /** Whoever reviews how an incident was handled. */
    public static final Role REVIEWER = new Role("REVIEWER");

    /** The library itself, when something falls due. */
    public static final Role SYSTEM = new Role("SYSTEM");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public Role {
        Checks.name(name, 40, "role");
    }

    /** As a record compares by itself, but asked for at each step: the method of a record takes five times as long. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Role role && role.name.equals(name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
