package dev.incidentkit.rules;

import java.util.Map;

/** No rule matches an input, and the table has no defaults. */
public final class NoRuleMatchedException extends RuleEvaluationException {
    private static final long serialVersionUID = 1L;

    NoRuleMatchedException(RuleTable table, Map<String, String> input) {
        super(table, "has no rule for " + input, input);
    }
}
