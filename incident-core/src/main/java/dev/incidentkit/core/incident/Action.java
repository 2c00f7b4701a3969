package dev.incidentkit.core.incident;

import java.util.Set;

/**
 * The name of something that may be done to an incident. Lifecycles may declare actions of their own beside the ones named here.
 *
 * @param name 1 to 40 characters, not blank
 */
public record Action(String name) {
    /** An incident is reported. */
    public static final Action REPORT = new Action("REPORT");

    /** Impact, urgency and severity are judged. */
    public static final Action TRIAGE = new Action("TRIAGE");

    /** The category is set. */
    public static final Action CATEGORIZE = new Action("CATEGORIZE");

    /** The derived priority is overridden, or an override withdrawn. */
    public static final Action OVERRIDE = new Action("OVERRIDE");

    /** The accountable owner is set or cleared. */
    public static final Action ASSIGN = new Action("ASSIGN");

    /** A person says that the incident was seen. */
    public static final Action ACKNOWLEDGE = new Action("ACKNOWLEDGE");

    /** More skill or more authority is asked for. */
    public static final Action ESCALATE = new Action("ESCALATE");

    /** Work begins. */
    public static final Action START = new Action("START");

    /** Work waits. */
    public static final Action HOLD = new Action("HOLD");

    /** Waiting ends. */
    public static final Action RESUME = new Action("RESUME");

    /** The service is back as it should be. */
    public static final Action RESOLVE = new Action("RESOLVE");

    /** The desk takes a resolution back. */
    public static final Action REOPEN = new Action("REOPEN");

    /** The caller refuses a resolution. */
    public static final Action REJECT = new Action("REJECT");

    /** The caller accepts a resolution. */
    public static final Action CONFIRM = new Action("CONFIRM");

    /** Nothing more is to be done. */
    public static final Action CLOSE = new Action("CLOSE");

    /** The incident ends without a resolution. */
    public static final Action CANCEL = new Action("CANCEL");

    /** A note is written. */
    public static final Action NOTE = new Action("NOTE");

    /** A message goes out or came in. */
    public static final Action COMMUNICATE = new Action("COMMUNICATE");

    /** A relation is made or ended. */
    public static final Action LINK = new Action("LINK");

    /** The spread is stopped. */
    public static final Action CONTAIN = new Action("CONTAIN");

    /** The service works again, perhaps by a workaround. */
    public static final Action RESTORE = new Action("RESTORE");

    /** Fields and attributes are changed. */
    public static final Action AMEND = new Action("AMEND");

    /** An item of the closure checklist is answered. */
    public static final Action CHECK = new Action("CHECK");

    /** A model is chosen, a plan opened. */
    public static final Action PLAN = new Action("PLAN");

    /** A task is begun, finished or skipped. */
    public static final Action TASK = new Action("TASK");

    /** Somebody joins or leaves the work. */
    public static final Action ENGAGE = new Action("ENGAGE");

    /** A workaround is put in place or removed. */
    public static final Action WORKAROUND = new Action("WORKAROUND");

    /** An emergency change is asked for. */
    public static final Action REQUEST_CHANGE = new Action("REQUEST_CHANGE");

    /** An emergency change is approved or refused. */
    public static final Action DECIDE_CHANGE = new Action("DECIDE_CHANGE");

    /** What the record is is corrected. */
    public static final Action RECLASSIFY = new Action("RECLASSIFY");

    /** A review is opened or signed off. */
    public static final Action REVIEW = new Action("REVIEW");

    /** The caller says how content they are. */
    public static final Action SURVEY = new Action("SURVEY");

    /** Work and its cost are recorded. */
    public static final Action EFFORT = new Action("EFFORT");

    /** A legal hold is placed or lifted. */
    public static final Action PRESERVE = new Action("PRESERVE");

    /** Personal data is removed. */
    public static final Action REDACT = new Action("REDACT");

    /** The incident is moved out of the working store. */
    public static final Action ARCHIVE = new Action("ARCHIVE");

    /** The incident is moved to another definition. */
    public static final Action MIGRATE = new Action("MIGRATE");

    /** Alerts are taken. It is part of no lifecycle: an observation is not refused for where an incident stands. */
    public static final Action SIGNAL = new Action("SIGNAL");

    /** A cascade to the children is over. Like what follows, it is part of no lifecycle. */
    public static final Action CASCADE = new Action("CASCADE");

    /** What an incident had that was cancelled as a duplicate goes over to the one that goes on. */
    public static final Action MERGE = new Action("MERGE");

    /** An incident that lives elsewhere is taken over. */
    public static final Action ADOPT = new Action("ADOPT");

    /** A step of a recorded history is taken over. */
    public static final Action IMPORT = new Action("IMPORT");

    /** What fell due is carried out. */
    public static final Action WAKE = new Action("WAKE");

    private static final Set<Action> BUILT_IN = Set.of(
            REPORT,
            TRIAGE,
            CATEGORIZE,
            OVERRIDE,
            ASSIGN,
            ACKNOWLEDGE,
            ESCALATE,
            START,
            HOLD,
            RESUME,
            RESOLVE,
            REOPEN,
            REJECT,
            CONFIRM,
            CLOSE,
            CANCEL,
            NOTE,
            COMMUNICATE,
            LINK,
            CONTAIN,
            RESTORE,
            AMEND,
            CHECK,
            PLAN,
            TASK,
            ENGAGE,
            WORKAROUND,
            REQUEST_CHANGE,
            DECIDE_CHANGE,
            RECLASSIFY,
            REVIEW,
            SURVEY,
            EFFORT,
            PRESERVE,
            REDACT,
            ARCHIVE,
            MIGRATE,
            SIGNAL,
            CASCADE,
            MERGE,
            ADOPT,
            IMPORT,
            WAKE);

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public Action {
        Checks.name(name, 40, "action");
    }

    /**
     * Whether the library itself knows what the action means, so that it has a command of its own.
     *
     * @return true for the constants of this class, false for what a host's lifecycle declares
     */
    public boolean isBuiltIn() {
        return BUILT_IN.contains(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
