package dev.incidentkit.core.incident;

/** What became of a child in a cascade. */
public enum CascadeOutcome {
    /** It took the step. */
    DONE,

    /** It stood there already. */
    NOTHING_TO_DO,

    /** It refused; what it lacks is told. */
    REFUSED,

    /** The rule does not reach it. */
    LEFT_OUT,

    /** It was no longer a child, or no longer there. */
    GONE
}
