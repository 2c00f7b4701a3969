package dev.incidentkit.core.incident;

/** Whether somebody pays for work. */
public enum Billing {
    /** The customer pays. */
    BILLABLE,

    /** Nobody is charged. */
    NOT_BILLABLE
}
