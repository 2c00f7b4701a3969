package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Condition;

/**
 * When a clock applies, starts, pauses, stops, begins anew and is cancelled. After each event they are looked at in the
 * order cancel, stop, reset, start, pause. Build one with {@link #of()}.
 *
 * @param attach when the target applies to the incident
 * @param start when the clock starts; once it has started, this is not asked again
 * @param pause when it pauses
 * @param stop when it stops, met or missed
 * @param reset when, coming to hold, it ends the cycle and starts the next from nothing
 * @param cancel when it is cancelled
 */
public record ClockConditions(
        Condition attach, Condition start, Condition pause, Condition stop, Condition reset, Condition cancel) {
    /**
     * What most clocks have: it applies always, starts while the incident is open, never pauses, stops when it is
     * resolved or closed, and is cancelled with it.
     *
     * @return the conditions
     */
    public static ClockConditions of() {
        return new ClockConditions(
                Condition.ALWAYS,
                Condition.open(),
                Condition.NEVER,
                Conditions.DONE,
                Condition.NEVER,
                Conditions.CANCELLED);
    }

    /**
     * These, with another condition to attach.
     *
     * @param condition the condition
     * @return a copy
     */
    public ClockConditions attachedWhile(Condition condition) {
        return new ClockConditions(condition, start, pause, stop, reset, cancel);
    }

    /**
     * These, with another condition to start.
     *
     * @param condition the condition
     * @return a copy
     */
    public ClockConditions startedBy(Condition condition) {
        return new ClockConditions(attach, condition, pause, stop, reset, cancel);
    }

    /**
     * These, with another condition to pause.
     *
     * @param condition the condition
     * @return a copy
     */
    public ClockConditions pausedWhile(Condition condition) {
        return new ClockConditions(attach, start, condition, stop, reset, cancel);
    }

    /**
     * These, with another condition to stop.
     *
     * @param condition the condition
     * @return a copy
     */
    public ClockConditions stoppedBy(Condition condition) {
        return new ClockConditions(attach, start, pause, condition, reset, cancel);
    }

    /**
     * These, with another condition to begin anew.
     *
     * @param condition the condition
     * @return a copy
     */
    public ClockConditions resetBy(Condition condition) {
        return new ClockConditions(attach, start, pause, stop, condition, cancel);
    }

    /**
     * These, with another condition to cancel.
     *
     * @param condition the condition
     * @return a copy
     */
    public ClockConditions cancelledBy(Condition condition) {
        return new ClockConditions(attach, start, pause, stop, reset, condition);
    }
}
