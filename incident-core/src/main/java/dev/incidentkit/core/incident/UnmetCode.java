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

    /** The definition has no such model or plan. */
    public static final String PLAN_UNKNOWN = "PLAN_UNKNOWN";

    /** Another plan of the kind is open, or work on the tasks of the model has begun. */
    public static final String PLAN_OPEN = "PLAN_OPEN";

    /** The diagnosis is not done: a mandatory task of the playbook is not settled. */
    public static final String DIAGNOSIS_OPEN = "DIAGNOSIS_OPEN";

    /** The incident has no such task. */
    public static final String TASK_UNKNOWN = "TASK_UNKNOWN";

    /** A task that must be settled before is not. */
    public static final String TASK_BLOCKED = "TASK_BLOCKED";

    /** The task is settled already. */
    public static final String TASK_SETTLED = "TASK_SETTLED";

    /** Only an incident manager may leave a mandatory task out. */
    public static final String TASK_MANDATORY = "TASK_MANDATORY";

    /** A mandatory task is not settled. */
    public static final String TASK_OPEN = "TASK_OPEN";

    /** Nobody of that name works on the incident in that role. */
    public static final String PARTICIPANT_UNKNOWN = "PARTICIPANT_UNKNOWN";

    /** There is no such workaround in place. */
    public static final String WORKAROUND_UNKNOWN = "WORKAROUND_UNKNOWN";

    /** A workaround is in place, and no problem or known error takes it over. */
    public static final String WORKAROUND_ACTIVE = "WORKAROUND_ACTIVE";

    /** The definition has no such policy for emergency changes. */
    public static final String CHANGE_POLICY_UNKNOWN = "CHANGE_POLICY_UNKNOWN";

    /** The emergency change was asked for already. */
    public static final String CHANGE_EXISTS = "CHANGE_EXISTS";

    /** No such emergency change was asked for. */
    public static final String CHANGE_UNKNOWN = "CHANGE_UNKNOWN";

    /** The emergency change is decided already. */
    public static final String CHANGE_DECIDED = "CHANGE_DECIDED";

    /** Whoever decides must have a role that the policy names, and not be who asked. */
    public static final String APPROVER_REQUIRED = "APPROVER_REQUIRED";

    /** To decide is to approve or to refuse. */
    public static final String DECISION_REQUIRED = "DECISION_REQUIRED";

    /** A potential incident must be judged first. */
    public static final String TYPE_UNDECIDED = "TYPE_UNDECIDED";

    /** What is still affected after containment must be part of what was affected before. */
    public static final String SCOPE_GROWS = "SCOPE_GROWS";

    /** The taxonomy has no such category. */
    public static final String CATEGORY_UNKNOWN = "CATEGORY_UNKNOWN";

    /** The category is no longer given to incidents. */
    public static final String CATEGORY_INACTIVE = "CATEGORY_INACTIVE";

    /** The taxonomy divides the category further, and the finer one is needed here. */
    public static final String CATEGORY_TOO_COARSE = "CATEGORY_TOO_COARSE";

    /** The definition has no such resolution code. */
    public static final String RESOLUTION_CODE_UNKNOWN = "RESOLUTION_CODE_UNKNOWN";

    /** A review must be opened first. */
    public static final String REVIEW_REQUIRED = "REVIEW_REQUIRED";

    /** The review lacks a section that the definition asks for. */
    public static final String REVIEW_INCOMPLETE = "REVIEW_INCOMPLETE";

    /** The review asked for no such thing, or it is ended already. */
    public static final String REVIEW_ACTION_UNKNOWN = "REVIEW_ACTION_UNKNOWN";

    /** Whoever signs a review off must have a role that the definition names. */
    public static final String SIGNER_REQUIRED = "SIGNER_REQUIRED";

    /** The incident has not been watched for long enough. */
    public static final String NOT_QUIET = "NOT_QUIET";

    /** It is not said that the spread was stopped. */
    public static final String CONTAINMENT_REQUIRED = "CONTAINMENT_REQUIRED";

    /** The definition says nothing about alerts. */
    public static final String ALERTS_UNKNOWN = "ALERTS_UNKNOWN";

    /** The alert lacks an attribute that its deduplication key is made of. */
    public static final String ALERT_KEY_INCOMPLETE = "ALERT_KEY_INCOMPLETE";

    /** No such cascade is waited for. */
    public static final String CASCADE_UNKNOWN = "CASCADE_UNKNOWN";

    /** What is merged must have been cancelled as a duplicate. */
    public static final String DUPLICATE_REQUIRED = "DUPLICATE_REQUIRED";

    /** The definition says nothing about major incidents. */
    public static final String MAJOR_UNKNOWN = "MAJOR_UNKNOWN";

    /** What was decided about a major incident does not follow from how it stands. */
    public static final String MAJOR_STATE = "MAJOR_STATE";

    /** The incident has ended and takes no more alerts. */
    public static final String INCIDENT_ENDED = "INCIDENT_ENDED";

    /** The access policy of the host denies it. */
    public static final String ACCESS_DENIED = "ACCESS_DENIED";

    /** A program may not put what was suggested in the place of what is known. */
    public static final String SUGGESTION_OVERWRITES = "SUGGESTION_OVERWRITES";

    private UnmetCode() {}
}
