package dev.incidentkit.metrics;

/**
 * Something about a definition that its history makes doubtful.
 *
 * @param kind what kind of thing
 * @param subject what exactly, for example the name of a target
 * @param message what was found, with figures
 */
public record LintFinding(Kind kind, String subject, String message) {
    /** Kinds of findings. */
    public enum Kind {
        /** Too many incidents are of a category that says nothing, or of none. */
        OTHER_SHARE,

        /** A rule never decided anything. */
        RULE_NEVER_FIRED,

        /** A target was missed by every clock that ended. */
        TARGET_ALWAYS_MISSED,

        /** A calendar that knows holidays knows none that are to come. */
        NO_FUTURE_HOLIDAYS,

        /** The date passed by which a plan, or an incident, was to be reviewed. */
        REVIEW_OVERDUE
    }

    @Override
    public String toString() {
        return kind + " " + subject + ": " + message;
    }
}
