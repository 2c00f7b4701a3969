package dev.incidentkit.examples.vectors;

/** A file or a case that cannot be read; the message names the file, the line and the member. */
final class VectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VectorException(String message) {
        super(message);
    }

    VectorException(String message, Throwable cause) {
        super(message, cause);
    }
}
