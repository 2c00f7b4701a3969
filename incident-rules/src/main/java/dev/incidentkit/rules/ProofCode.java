package dev.incidentkit.rules;

/** What can be found out about a table that is sound in form. Identifiers are stable: 3xx follow those of {@link RuleCode}. */
public enum ProofCode {
    /** A rule never decides: rules that win over it match everything that it matches. */
    RULE_SHADOWED("RULES-301"),
    /** Two rules match the same input and say different things. */
    RULES_CONFLICT("RULES-302"),
    /** No rule matches some input. */
    GAP("RULES-303"),
    /** Two rules match the same input and say the same. */
    RULES_AGREE("RULES-304"),
    /** A rule has the conditions and the outputs of another. */
    RULE_REPEATED("RULES-305"),
    /** Only rules that never decide give an output value. */
    OUTPUT_UNREACHABLE("RULES-306"),
    /** No rule gives an allowed output value. */
    OUTPUT_UNUSED("RULES-307"),
    /** A column could be left out without any decision changing. */
    COLUMN_WITHOUT_EFFECT("RULES-308"),
    /** Neighbouring levels have rules of their own, yet are never told apart: rows of a matrix are identical. */
    LEVELS_ALIKE("RULES-309"),
    /** A more severe input gets a less severe outcome. */
    NOT_MONOTONE("RULES-310"),
    /** A row or a column of a matrix jumps over a level that lies between those it gives. */
    LEVEL_SKIPPED("RULES-311"),
    /** Several rules could be one. */
    RULES_MERGEABLE("RULES-312"),
    /** A rule demands more than another that wins over it, so it looks like an exception and is none. */
    RULE_MISLEADING("RULES-313"),
    /** A cell matches no value, so that its rule never matches. */
    CELL_NEVER("RULES-314"),
    /** A cell looks like a condition and matches every value. */
    CELL_ALWAYS("RULES-315"),
    /** A column takes any text, and no rule is there for the texts that none names. */
    DOMAIN_OPEN("RULES-316"),
    /** A question was given up. */
    UNDECIDED("RULES-399");

    private final String id;

    ProofCode(String id) {
        this.id = id;
    }

    /** {@return the stable identifier, for example {@code RULES-301}} */
    public String id() {
        return id;
    }
}
