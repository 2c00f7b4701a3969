package dev.incidentkit.desk;

/** What became of an alert. */
public enum AlertEffect {
    /** An incident was opened for it. */
    OPENED,

    /** It was counted on the incident that is open for its key, and nothing followed. */
    COUNTED,

    /** Its incident was resolved and is open again. */
    REOPENED,

    /** Its incident was resolved because nothing fires any more, or cancelled where it was only a potential one. */
    RECOVERED,

    /** The condition changed once more, too often to be acted on. */
    FLAPPING,

    /** It was counted; a rule or a maintenance keeps anything from following. */
    SUPPRESSED,

    /** It says that something is over that nothing is open for. */
    NOTHING_OPEN,

    /** It was taken before under the same command key. */
    REPEATED,

    /** It was refused or could not be written, and should be sent again. */
    FAILED
}
