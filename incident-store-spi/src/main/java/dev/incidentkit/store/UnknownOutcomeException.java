package dev.incidentkit.store;

import dev.incidentkit.core.IncidentException;

/**
 * The connection to the store broke while something was being written, and stayed broken while the store asked what
 * became of it. It was written whole or not at all: the same command again under the same key tells.
 */
public final class UnknownOutcomeException extends IncidentException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what was being written
     * @param cause what failed beneath
     */
    public UnknownOutcomeException(String message, Throwable cause) {
        super(message, cause);
    }
}
