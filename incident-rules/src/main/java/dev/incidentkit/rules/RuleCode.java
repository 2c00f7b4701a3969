package dev.incidentkit.rules;

/** The kinds of faults of a table. Identifiers are stable: 1xx structure, 2xx cells. */
public enum RuleCode {
    /** Two columns, or two rules, have the same name. */
    NAME_REPEATED("RULES-101"),
    /** A name is blank, too long or reserved. */
    NAME_INVALID("RULES-102"),
    /** There are too few or too many columns, rules, conditions or outputs. */
    COUNT_INVALID("RULES-103"),
    /** Some outputs have a default and others have none. */
    DEFAULT_INCOMPLETE("RULES-104"),
    /** The outputs do not suit the hit policy. */
    HIT_POLICY_UNSUITED("RULES-105"),
    /** A cell is about a column that the schema does not have. */
    COLUMN_UNKNOWN("RULES-106"),
    /** A rule has two cells of one column. */
    CELL_REPEATED("RULES-107"),
    /** The rules are too many and overlap too much to be compiled. */
    TOO_LARGE("RULES-108"),
    /** A value is none of its column's. */
    VALUE_UNKNOWN("RULES-201"),
    /** A value is of another type than its column. */
    TYPE_MISMATCH("RULES-202"),
    /** An interval holds no value. */
    INTERVAL_EMPTY("RULES-203"),
    /** A condition is of a kind that its column cannot have. */
    CONDITION_UNSUITED("RULES-204"),
    /** A cell is about null, but its column always has a value; or an output is missing. */
    NULL_UNSUITED("RULES-205"),
    /** The numbers of a decimal column have too many digits to be compared exactly. */
    NUMBER_TOO_WIDE("RULES-206");

    private final String id;

    RuleCode(String id) {
        this.id = id;
    }

    /** {@return the stable identifier, for example {@code RULES-201}} */
    public String id() {
        return id;
    }
}
