package dev.incidentkit.core;

/**
 * The root of every exception that this library throws on its own account. Unchecked: a host that cannot act on a
 * failure need not declare it.
 */
public class IncidentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message that names the condition and the offending value.
     *
     * @param message what was expected and what came
     */
    public IncidentException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what was expected and what came
     * @param cause what failed beneath
     */
    public IncidentException(String message, Throwable cause) {
        super(message, cause);
    }
}
