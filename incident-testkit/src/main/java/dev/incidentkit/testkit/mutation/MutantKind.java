package dev.incidentkit.testkit.mutation;

/** What kind of fault is planted. */
public enum MutantKind {
    /** A cell of a matrix has the next level. */
    CHANGED_CELL,

    /** Two neighbouring cells of a matrix have changed places. */
    SWAPPED_CELLS,

    /** Two neighbouring rules of a table have each other's outcome. */
    SWAPPED_OUTCOMES,

    /** A rule of a table is gone. */
    DROPPED_RULE,

    /** A cell of a rule no longer looks at its column. */
    WIDENED_CELL,

    /** A bound of a rule belongs to the other side. */
    MOVED_BOUND,

    /** A guard is content where it was not, and not where it was. */
    NEGATED_GUARD,

    /** A guard is gone. */
    DROPPED_GUARD,

    /** A field is no longer required. */
    DROPPED_REQUIREMENT,

    /** A step may be taken by anybody. */
    DROPPED_ROLES,

    /** A step cannot be taken from a status. */
    DROPPED_TRANSITION,

    /** A clock no longer pauses. */
    DROPPED_PAUSE,

    /** A convention, a length of time or a threshold has another value. */
    CHANGED_POLICY,

    /** A policy of the host's own code decides nothing. */
    SILENCED_POLICY,

    /** A policy of the host's own code decides for something else. */
    CHANGED_OUTCOME,

    /** Something that procedures ask for is gone: a plan, a task, a message, a field, a row of a selection. */
    DROPPED_PROCEDURE,

    /** Something that procedures ask for is asked for otherwise: always, later, of others, or not as a must. */
    CHANGED_PROCEDURE
}
