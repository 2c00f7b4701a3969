package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;

/** A claim ran out and somebody else has the work now. Nothing was written. */
public final class LeaseLostException extends StoreException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param incident the incident whose wake-up was claimed
     * @param token the claim that was lost
     */
    public LeaseLostException(IncidentId incident, String token) {
        super("The claim " + token + " of the wake-up of incident " + incident + " was lost");
    }
}
