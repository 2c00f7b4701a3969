package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;

/** An incident is under a legal hold, which blocks redaction, archive and retention. Nothing was written. */
public final class LegalHoldException extends StoreException {
    private static final long serialVersionUID = 1L;
    private final transient IncidentId incident;

    /**
     * Creates the exception.
     *
     * @param incident the incident that is held
     * @param refused what was asked for
     */
    public LegalHoldException(IncidentId incident, String refused) {
        super("Incident " + incident + " is under a legal hold, which blocks " + refused);
        this.incident = incident;
    }

    /** {@return the incident that is held} */
    public IncidentId incident() {
        return incident;
    }
}
