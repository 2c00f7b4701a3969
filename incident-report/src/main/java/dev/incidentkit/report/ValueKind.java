package dev.incidentkit.report;

/** What a value of a report is. */
public enum ValueKind {
    /** Words. */
    TEXT("text"),

    /** A number of incidents, clocks or steps. */
    COUNT("1"),

    /** A part of a whole, 0 to 1, to six decimals. */
    SHARE("share"),

    /** Time in milliseconds; a mean has decimals. */
    TIME("ms"),

    /** A mark, 1 to 5. */
    SCORE("score"),

    /** Money, in its unit. */
    MONEY("money");

    private final String unit;

    ValueKind(String unit) {
        this.unit = unit;
    }

    /** {@return the unit as it is written beside the number} */
    public String unit() {
        return unit;
    }
}
