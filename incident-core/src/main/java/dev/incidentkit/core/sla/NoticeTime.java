package dev.incidentkit.core.sla;

/** When people are told of what happens to a clock while its calendar is closed. */
public enum NoticeTime {
    /** At once. */
    IMMEDIATE,

    /** When the calendar next opens; not at all where a target that was at risk is met by then. */
    AT_NEXT_OPENING
}
