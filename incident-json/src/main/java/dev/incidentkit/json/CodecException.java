package dev.incidentkit.json;

import dev.incidentkit.core.IncidentException;

/** Bytes that are no event of a form that is known here, or an event that cannot be written. */
public final class CodecException extends IncidentException {
    private static final long serialVersionUID = 1L;

    CodecException(String message) {
        super(message);
    }

    CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
