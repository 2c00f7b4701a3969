package dev.incidentkit.rules;

import dev.incidentkit.core.IncidentException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A table that could not answer. It names the table, its version and the input. */
public abstract sealed class RuleEvaluationException extends IncidentException
        permits NoRuleMatchedException, HitPolicyViolatedException, InputRefusedException {
    private static final long serialVersionUID = 1L;

    private final String table;
    private final String hash;
    private final transient Map<String, String> input;

    /**
     * Creates the common part.
     *
     * @param table the table
     * @param problem what happened, to stand behind the table's name
     * @param input the input's values as texts, by column
     */
    RuleEvaluationException(RuleTable table, String problem, Map<String, String> input) {
        super("Table '" + table.schema().name() + "' " + problem);
        this.table = table.schema().name();
        this.hash = table.hash();
        this.input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
    }

    /** {@return the name of the table} */
    public String table() {
        return table;
    }

    /** {@return the content hash of the table} */
    public String hash() {
        return hash;
    }

    /**
     * The input in the notation of conditions.
     *
     * @return a value for each column that is known, in the order of the columns. Where values came as ordinals or
     *     through a reused {@link Key}, the class that the value falls into, for example {@code [PT4H..PT8H)}
     */
    public Map<String, String> input() {
        return input;
    }
}
