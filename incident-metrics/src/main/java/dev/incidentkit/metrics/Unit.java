package dev.incidentkit.metrics;

/** What the numbers of a metric are. */
public enum Unit {
    /** Time, in milliseconds. */
    MILLISECONDS("ms"),

    /** Things counted one by one. */
    COUNT("1"),

    /** A mark, 1 to 5. */
    SCORE("score"),

    /** Money, in ten-thousandths of its unit, rounded half up. */
    MONEY("1/10000");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** {@return a short name} */
    public String symbol() {
        return symbol;
    }
}
