package dev.incidentkit.core.incident;

/** When people are told of what happened to a clock. */
public enum Notice {
    /** At once. */
    NOW,

    /** When the clock's calendar next opens, by a {@link SlaEvent.NoticeGiven}. */
    AT_NEXT_OPENING,

    /** Not at all. */
    NONE
}
