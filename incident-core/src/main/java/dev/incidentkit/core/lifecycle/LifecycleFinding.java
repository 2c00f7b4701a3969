package dev.incidentkit.core.lifecycle;

import java.util.List;

/**
 * A fault of a lifecycle.
 *
 * @param code what kind of fault
 * @param subject the status, action, field or clock that it is about
 * @param message the fault as a sentence
 * @param path a shortest way to the fault, as actions and statuses in turn; empty where there is no way to it
 */
public record LifecycleFinding(Code code, String subject, String message, List<String> path) {
    /** Copies the path. */
    public LifecycleFinding {
        path = List.copyOf(path);
    }

    /** The kinds of faults. Their names are stable. */
    public enum Code {
        /** No way leads to a status. */
        STATUS_UNREACHABLE,
        /** From a status no way leads to an end. */
        NO_WAY_TO_END,
        /** A declared action can never be taken. */
        ACTION_DEAD,
        /** A clock runs in a status that no person can leave. */
        CLOCK_RUNS_IN_DEAD_END,
        /** An open status cannot be cancelled. */
        CANCEL_UNHANDLED,
        /** An open status does not answer a cascade, so that children stay open when their parent ends. */
        CASCADE_UNHANDLED,
        /** In a status no note can be written, no legal hold placed, or no personal data removed. */
        RECORD_UNHANDLED,
        /** A required field can be set on no way to the step that requires it. */
        FIELD_UNSETTABLE,
        /** A clock can never start. */
        CLOCK_NEVER_STARTS,
        /** A clock says when it pauses, but can never pause. */
        CLOCK_NEVER_PAUSES,
        /** A clock can start and never stop. */
        CLOCK_NEVER_STOPS
    }

    @Override
    public String toString() {
        return code + " " + subject + ": " + message + (path.isEmpty() ? "" : " (" + String.join(" ", path) + ")");
    }
}
