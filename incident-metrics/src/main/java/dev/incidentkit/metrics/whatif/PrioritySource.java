package dev.incidentkit.metrics.whatif;

/** Where the priority of a step of an imported history comes from. */
public enum PrioritySource {
    /** The definition derives it anew; where it has no rule for the step, the recorded one stays. */
    DERIVED,

    /** The recorded one stays. */
    RECORDED
}
