package dev.incidentkit.core.process;

/** What children do where their parent takes a step. */
public enum CascadeEffect {
    /** They take the same step, for the same reason and with the same resolution. */
    SAME_STEP,

    /** They get a note of it. */
    NOTE
}
