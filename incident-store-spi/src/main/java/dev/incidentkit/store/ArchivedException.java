package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;

/** An incident was moved out of this store. */
public final class ArchivedException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final String target;

    /**
     * Creates the exception.
     *
     * @param incident the incident
     * @param target where it is now
     */
    public ArchivedException(IncidentId incident, String target) {
        super("Incident " + incident + " was archived to " + target);
        this.target = target;
    }

    /** {@return where the incident is now} */
    public String target() {
        return target;
    }
}
