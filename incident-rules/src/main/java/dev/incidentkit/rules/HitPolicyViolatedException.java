package dev.incidentkit.rules;

import java.util.List;
import java.util.Map;

/** Several rules match an input where the hit policy allows one, or one outcome. */
public final class HitPolicyViolatedException extends RuleEvaluationException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> rules;

    HitPolicyViolatedException(RuleTable table, List<String> rules, Map<String, String> input) {
        super(
                table,
                "is " + table.schema().hitPolicy() + ", but the rules " + rules + " match"
                        + (table.schema().hitPolicy() == HitPolicy.ANY ? " with different outputs: " : ": ") + input,
                input);
        this.rules = List.copyOf(rules);
    }

    /** {@return the identifiers of all rules that match, at least two} */
    public List<String> rules() {
        return rules;
    }
}
