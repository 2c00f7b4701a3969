package dev.incidentkit.core.incident;

/** What a review tells apart. */
public enum ReviewSection {
    /** What brought the incident about. */
    CAUSE,

    /** What made it likelier, longer or worse. */
    CONTRIBUTING_FACTOR,

    /** The circumstances in which it could happen: training, tools, rules. They are no cause. */
    ENVIRONMENT,

    /** Who and what suffered. */
    IMPACT,

    /** What helped. */
    WENT_WELL,

    /** What did not. */
    WENT_WRONG
}
