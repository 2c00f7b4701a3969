package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.SlaEvent;

/** What a clock signals, as tables of escalation look at it. */
public enum EscalationSignal {
    /** A threshold before the target was reached. */
    AT_RISK,

    /** The target was missed. */
    BREACHED,

    /** A threshold past the target was reached. */
    OVERRAN,

    /** A breach that was told of is none. */
    WITHDRAWN;

    private static final String BREACH = "100%";

    /**
     * What an event signals. A notice that was put off signals what it was put off for.
     *
     * @param event the event
     * @return what it signals; for a target that ended as missed {@link #BREACHED}
     */
    static EscalationSignal of(SlaEvent event) {
        if (event instanceof SlaEvent.AtRisk) {
            return AT_RISK;
        } else if (event instanceof SlaEvent.Overran) {
            return OVERRAN;
        } else if (event instanceof SlaEvent.BreachWithdrawn) {
            return WITHDRAWN;
        }
        return event instanceof SlaEvent.NoticeGiven notice ? at(notice.threshold()) : BREACHED;
    }

    private static EscalationSignal at(String threshold) {
        if (threshold.equals(BREACH)) {
            return BREACHED;
        }
        boolean past = threshold.startsWith("past ") || (threshold.endsWith("%") && threshold.length() > 3);
        return past ? OVERRAN : AT_RISK;
    }

    /**
     * The threshold that an event is about.
     *
     * @param event the event
     * @return its name, {@code 100%} for the breach itself
     */
    static String threshold(SlaEvent event) {
        if (event instanceof SlaEvent.AtRisk atRisk) {
            return atRisk.threshold();
        } else if (event instanceof SlaEvent.Overran overran) {
            return overran.threshold();
        }
        return event instanceof SlaEvent.NoticeGiven notice ? notice.threshold() : BREACH;
    }
}
