package dev.incidentkit.rules.internal.config;

/** Something of a definition that no file can say. */
final class UnwritableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnwritableException(String message) {
        super(message);
    }
}
