package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;

/** A key is held by another incident. Nothing was written. */
public final class ReservedKeyException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient IncidentId holder;

    /**
     * Creates the exception.
     *
     * @param key the key
     * @param holder the incident that holds it
     */
    public ReservedKeyException(String key, IncidentId holder) {
        super("Key '" + key + "' is held by incident " + holder);
        this.key = key;
        this.holder = holder;
    }

    /** {@return the key} */
    public String key() {
        return key;
    }

    /** {@return the incident that holds the key} */
    public IncidentId holder() {
        return holder;
    }
}
