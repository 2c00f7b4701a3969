package dev.incidentkit.spring.boot;

import dev.incidentkit.core.IncidentException;
import org.jspecify.annotations.Nullable;

/** Something about the application's configuration that stops its start, with what to do about it. */
final class RefusedException extends IncidentException {
    private static final long serialVersionUID = 1L;

    private final String action;

    RefusedException(String message, String action, @Nullable Throwable cause) {
        super(message);
        this.action = action;
        if (cause != null) {
            initCause(cause);
        }
    }

    String action() {
        return action;
    }
}
