package dev.incidentkit.rules;

/** What a table answers when several of its rules match: the hit policies of DMN 1.5, table 33. */
public enum HitPolicy {
    /** At most one rule may match any input; a second match is an error of the table. */
    UNIQUE("U", true),
    /** Several rules may match if their outputs are equal; other outputs are an error of the table. */
    ANY("A", true),
    /** The first matching rule in the order of the table. */
    FIRST("F", true),
    /** The matching rule whose outputs stand first in the order of the allowed values; then the first such rule. */
    PRIORITY("P", true),
    /** All matching rules in the order of the table. */
    RULE_ORDER("R", false),
    /** All matching rules in the order of the allowed values of their outputs; then in the order of the table. */
    OUTPUT_ORDER("O", false),
    /** All matching rules in no promised order (here: that of the table). */
    COLLECT("C", false),
    /** The sum of the one numeric output of all matching rules. */
    COLLECT_SUM("C+", false),
    /** The smallest output of all matching rules. */
    COLLECT_MIN("C<", false),
    /** The greatest output of all matching rules. */
    COLLECT_MAX("C>", false),
    /** How many rules match. */
    COLLECT_COUNT("C#", false);

    private final String symbol;
    private final boolean singleHit;

    HitPolicy(String symbol, boolean singleHit) {
        this.symbol = symbol;
        this.singleHit = singleHit;
    }

    /** {@return the letters that DMN shows in the corner of a table, for example {@code U} or {@code C+}} */
    public String symbol() {
        return symbol;
    }

    /** {@return whether the outputs of exactly one rule are the answer} */
    public boolean isSingleHit() {
        return singleHit;
    }

    /** {@return whether the order of the outputs' allowed values ranks the rules} */
    public boolean ranksOutputs() {
        return this == PRIORITY || this == OUTPUT_ORDER;
    }

    /** {@return whether one value is made of the outputs of all matching rules} */
    public boolean aggregates() {
        return this == COLLECT_SUM || this == COLLECT_MIN || this == COLLECT_MAX || this == COLLECT_COUNT;
    }
}
