package dev.incidentkit.core.incident;

/** How the service came back. */
public enum ResolutionMethod {
    /** The cause of the failure is gone. */
    PERMANENT,

    /** The service works, the cause remains. */
    WORKAROUND,

    /** The user applied the fix. */
    USER_APPLIED
}
