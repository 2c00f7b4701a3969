package dev.incidentkit.core.incident;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why an event came to be, beside who did it.
 *
 * @param trigger what set it off: {@code command}, or the name of what fell due, 1 to 100 characters
 * @param rule the identifier of the rule that decided, if a rule did
 * @param configuration the content hash of the rule's configuration, present where a rule decided
 * @param answers what the host's ports answered when they were asked, by port name; replay asks nobody
 */
public record Cause(
        String trigger, @Nullable String rule, @Nullable String configuration, Map<String, String> answers) {
    /** The trigger of reminders to whoever an incident waits for. */
    public static final String FOLLOW_UP = "follow-up";

    /** A command was accepted; no rule decided anything. */
    public static final Cause COMMAND = new Cause("command", null, null, Map.of());

    /**
     * Checks the trigger and copies the answers.
     *
     * @throws IllegalArgumentException if the trigger is blank or too long, or a rule is named without configuration
     */
    public Cause {
        Checks.name(trigger, 100, "trigger of a cause");
        if (rule != null && configuration == null) {
            throw new IllegalArgumentException("Rule '" + rule + "' decided, but its configuration is not named");
        }
        answers = Map.copyOf(answers);
    }

    /**
     * Something fell due.
     *
     * @param what the name of what fell due, for example {@code resume-date}
     * @return the cause
     */
    public static Cause due(String what) {
        return new Cause(what, null, null, Map.of());
    }

    /**
     * A rule decided.
     *
     * @param rule the rule's identifier
     * @param configuration the content hash of its configuration
     * @return the cause
     */
    public static Cause rule(String rule, String configuration) {
        return new Cause(
                "command",
                Objects.requireNonNull(rule, "rule"),
                Objects.requireNonNull(configuration, "configuration"),
                Map.of());
    }

    /**
     * The same cause, with answers of ports beside those it has.
     *
     * @param more answers by port name
     * @return this if there are none, else a copy
     */
    public Cause with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> all = new TreeMap<>(answers);
        all.putAll(more);
        return new Cause(trigger, rule, configuration, all);
    }
}
