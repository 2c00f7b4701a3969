package dev.incidentkit.core.incident;

/** What may be due at an instant, beside what service levels time. Ties are decided in this order. */
public enum DeadlineKind {
    /** A task of a plan is to be settled. */
    TASK,

    /** The required people are to be there. */
    STAFFING,

    /** An audience is to be told. */
    MESSAGE,

    /** An emergency change is to be decided. */
    CHANGE_APPROVAL,

    /** The review is to be signed off. */
    REVIEW,

    /** What the review asked for is to be done. */
    REVIEW_ACTION,

    /** Whether an incident is a major one is to be decided. */
    MAJOR_DECISION,

    /** The next step of an escalation is to be taken. */
    ESCALATION,

    /** A condition that changed too often has been quiet for long enough. */
    ALERT_QUIET,

    /** The suppression of alerts ends. */
    ALERT_SUPPRESSED;

    /**
     * Whether it still matters in a phase. What does not matter while an incident is resolved matters again once it is
     * reopened.
     *
     * @param phase the phase
     * @return true for messages and reviews, for alerts until the incident ends, and for all others while it needs work
     */
    public boolean isLiveIn(Phase phase) {
        if (isOfAlerts()) {
            return !phase.isEnd();
        }
        return this == MESSAGE || this == REVIEW || this == REVIEW_ACTION || phase.isOpen();
    }

    private boolean isOfAlerts() {
        return this == ALERT_QUIET || this == ALERT_SUPPRESSED;
    }

    /** {@return whether it times what follows by itself; such a deadline is over once it passed, and nobody is late} */
    public boolean isTimer() {
        return this == ESCALATION || isOfAlerts();
    }
}
