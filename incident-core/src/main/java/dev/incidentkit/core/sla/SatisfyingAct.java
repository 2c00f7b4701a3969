package dev.incidentkit.core.sla;

/** What somebody may do to satisfy a clock. */
public enum SatisfyingAct {
    /** To say that the incident was seen. */
    ACKNOWLEDGEMENT,

    /** To begin work. */
    START,

    /** To send a message out. */
    MESSAGE,

    /** To write a note. */
    NOTE
}
