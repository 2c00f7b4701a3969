package dev.incidentkit.examples.rules;

/** What was asked for cannot be done; the message says why to the person who asked. */
final class RulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RulesException(String message) {
        super(message);
    }
}
