package dev.incidentkit.core.policy;

/**
 * What a rule decided, and which.
 *
 * @param value the outcome
 * @param rule the identifier of the rule, not blank
 * @param configuration the content hash or version of the configuration that holds the rule, not blank
 * @param <T> the kind of outcome
 */
public record Decision<T>(T value, String rule, String configuration) {
    /**
     * Checks that the rule and its configuration are named.
     *
     * @throws IllegalArgumentException if one is blank
     */
    public Decision {
        if (rule.isBlank() || configuration.isBlank()) {
            throw new IllegalArgumentException(
                    "A decision names its rule and configuration, but has '" + rule + "' of '" + configuration + "'");
        }
    }
}
