package dev.incidentkit.examples.replay;

/** A log or a mapping that cannot be read at all; the message names the file, the line and the column. */
final class LogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogException(String message) {
        super(message);
    }

    LogException(String message, Throwable cause) {
        super(message, cause);
    }
}
