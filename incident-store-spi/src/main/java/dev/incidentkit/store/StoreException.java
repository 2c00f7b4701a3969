package dev.incidentkit.store;

import dev.incidentkit.core.IncidentException;

/** A store that could not do what was asked. Nothing was written. */
public class StoreException extends IncidentException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what was expected and what came
     */
    public StoreException(String message) {
        super(message);
    }

    /**
     * Creates the exception with a cause.
     *
     * @param message what was expected and what came
     * @param cause what failed beneath
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
