package dev.incidentkit.core.incident;

import dev.incidentkit.core.IncidentException;

/** A sequence of events that cannot be the record of one incident. */
public final class HistoryException extends IncidentException {
    private static final long serialVersionUID = 1L;

    private final int version;

    /**
     * Creates the exception.
     *
     * @param version how many events were folded before the one that does not fit
     * @param message what does not fit
     */
    HistoryException(int version, String message) {
        super("Event " + (version + 1) + " cannot follow: " + message);
        this.version = version;
    }

    /** {@return how many events were folded before the one that does not fit} */
    public int version() {
        return version;
    }
}
