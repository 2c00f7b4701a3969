package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;

/** Somebody else wrote first. Nothing was written; load, decide and append again. */
public final class VersionConflictException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final transient IncidentId incident;
    private final long expected;
    private final long actual;

    /**
     * Creates the exception.
     *
     * @param incident the incident
     * @param expected the version that was expected
     * @param actual the version that was found
     */
    public VersionConflictException(IncidentId incident, long expected, long actual) {
        super("Incident " + incident + " was expected at version " + expected + ", but is at version " + actual);
        this.incident = incident;
        this.expected = expected;
        this.actual = actual;
    }

    /** {@return the incident} */
    public IncidentId incident() {
        return incident;
    }

    /** {@return the version that was expected} */
    public long expected() {
        return expected;
    }

    /** {@return the version that was found} */
    public long actual() {
        return actual;
    }
}
