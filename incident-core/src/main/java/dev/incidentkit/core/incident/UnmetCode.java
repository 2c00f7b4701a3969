package dev.incidentkit.core.incident;

/** The stable codes of {@link Unmet} requirements. Guards of hosts add codes of their own. */
public final class UnmetCode {
    /** The lifecycle has no such step from this status, or no such step at all. */
    public static final String TRANSITION_UNKNOWN = "TRANSITION_UNKNOWN";

    /** A required field is missing. */
    public static final String FIELD_REQUIRED = "FIELD_REQUIRED";

    /** A field must not be changed in this status. */
    public static final String FIELD_READ_ONLY = "FIELD_READ_ONLY";

    /** The actor has none of the roles that may take this step. */
    public static final String ROLE_REQUIRED = "ROLE_REQUIRED";

    /** An item of the closure checklist is not done. */
    public static final String CHECKLIST_OPEN = "CHECKLIST_OPEN";

    /** The closure checklist has no such item. */
    public static final String CHECKLIST_UNKNOWN = "CHECKLIST_UNKNOWN";

    /** A child incident is open, or it is not known whether one is. */
    public static final String CHILD_OPEN = "CHILD_OPEN";

    /** Somebody must be accountable. */
    public static final String OWNER_REQUIRED = "OWNER_REQUIRED";

    /** Instants contradict each other. */
    public static final String TIME_ORDER = "TIME_ORDER";

    /** An instant must not lie in the future. */
    public static final String TIME_IN_FUTURE = "TIME_IN_FUTURE";

    /** An instant must lie in the future. */
    public static final String TIME_NOT_IN_FUTURE = "TIME_NOT_IN_FUTURE";

    /** A level belongs to no scale of the definition. */
    public static final String LEVEL_UNKNOWN = "LEVEL_UNKNOWN";

    /** The definition declares no such attribute. */
    public static final String ATTRIBUTE_UNKNOWN = "ATTRIBUTE_UNKNOWN";

    /** The value does not fit the attribute. */
    public static final String ATTRIBUTE_INVALID = "ATTRIBUTE_INVALID";

    /** The definition has no such status. */
    public static final String STATUS_UNKNOWN = "STATUS_UNKNOWN";

    /** What is said to have ended waiting is not what the incident waits for. */
    public static final String TRIGGER_MISMATCH = "TRIGGER_MISMATCH";

    /** An incident cannot be related to itself. */
    public static final String RELATION_TO_SELF = "RELATION_TO_SELF";

    /** The relation would close a circle of parents. */
    public static final String RELATION_CIRCULAR = "RELATION_CIRCULAR";

    /** The incident that this one is said to repeat was itself cancelled. */
    public static final String DUPLICATE_CANCELLED = "DUPLICATE_CANCELLED";

    /** The reopen window is over. */
    public static final String REOPEN_WINDOW_OVER = "REOPEN_WINDOW_OVER";

    /** A legal hold blocks redaction and archiving. */
    public static final String LEGAL_HOLD = "LEGAL_HOLD";

    /** No review is open that could be signed off. */
    public static final String REVIEW_NOT_OPEN = "REVIEW_NOT_OPEN";

    /** The incident exists already. */
    public static final String INCIDENT_EXISTS = "INCIDENT_EXISTS";

    /** There is no such incident. */
    public static final String INCIDENT_UNKNOWN = "INCIDENT_UNKNOWN";

    /** The definition that the incident is pinned to, or is to move to, is not known here. */
    public static final String DEFINITION_UNKNOWN = "DEFINITION_UNKNOWN";

    /** A policy or port of the host threw when it was asked. */
    public static final String PORT_FAILED = "PORT_FAILED";

    /** A value of the command breaks a constraint, for example a length. */
    public static final String CONSTRAINT_VIOLATED = "CONSTRAINT_VIOLATED";

    /** An action with a command of its own was asked for as if it were the host's. */
    public static final String ACTION_RESERVED = "ACTION_RESERVED";

    private UnmetCode() {}
}
