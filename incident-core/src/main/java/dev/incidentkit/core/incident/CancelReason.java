package dev.incidentkit.core.incident;

/**
 * Why an incident was cancelled.
 *
 * @param name 1 to 40 characters, not blank
 */
public record CancelReason(String name) {
    /** Nothing was interrupted or degraded. */
    public static final CancelReason NOT_AN_INCIDENT = new CancelReason("NOT_AN_INCIDENT");

    /** It was a request; the link names it. */
    public static final CancelReason SERVICE_REQUEST = new CancelReason("SERVICE_REQUEST");

    /** The reporter took it back. */
    public static final CancelReason WITHDRAWN = new CancelReason("WITHDRAWN");

    /** Another incident stands for it. */
    public static final CancelReason DUPLICATE = new CancelReason("DUPLICATE");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public CancelReason {
        Checks.name(name, 40, "cancel reason");
    }

    @Override
    public String toString() {
        return name;
    }
}
