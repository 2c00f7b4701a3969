package dev.incidentkit.core.incident;

/** What ended waiting. */
public enum ResumeTrigger {
    /** Somebody, by hand. */
    MANUAL,

    /** The date until which it was to wait. */
    DATE,

    /** The caller answered; only while waiting for {@link HoldReason#CALLER}. */
    CALLER_REPLY,

    /** The supplier answered; only while waiting for {@link HoldReason#VENDOR}. */
    SUPPLIER_REPLY,

    /** The linked change or problem was completed; only while waiting for it. */
    LINKED_RECORD
}
