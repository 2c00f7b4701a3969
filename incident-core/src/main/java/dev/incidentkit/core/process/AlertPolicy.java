package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.AlertTally;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How alerts become incidents. One incident is open for a key; alerts of that key are counted on it. Build one with
 * {@link #of}. Immutable and safe for use by several threads.
 *
 * @param key how the deduplication key of an alert is made
 * @param window for how long after the latest alert of a resolved incident another one of its key reopens it; later a new
 *     incident is opened that follows it. At least zero, at most 365 days
 * @param flapping when a condition changes too often to be acted on; null for never
 * @param suppressions which alerts are only counted; the first that holds counts
 * @param recovery what follows where no alert fires any more
 * @param code the code of resolutions that follow; at most 60 characters
 * @param category the category of incidents that are resolved so and have none; null to leave such open
 * @param service the name of the alert's value that names the affected service of a new incident; null for none
 * @param attributes the names of alerts' attributes that a new incident gets as attributes of the same name, as texts
 */
@RecordBuilder
@Value.Builder
public record AlertPolicy(
        KeyTemplate key,
        Duration window,
        @Nullable FlapRule flapping,
        List<SuppressionRule> suppressions,
        AlertRecovery recovery,
        String code,
        @Nullable Category category,
        @Nullable String service,
        Set<String> attributes) {
    private static final Duration LONGEST = Duration.ofDays(365);

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the window is out of bounds, the code blank or too long, or two suppressions
     *     have one name
     */
    public AlertPolicy {
        if (window.isNegative() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The window of alerts is at least zero and at most " + LONGEST + ", but is " + window);
        }
        if (code.isBlank() || code.length() > 60) {
            throw new IllegalArgumentException(
                    "The resolution code of alerts has 1 to 60 characters, but is '" + code + "'");
        }
        attributes = Collections.unmodifiableSet(new TreeSet<>(attributes));
        suppressions = List.copyOf(suppressions);
        long names = suppressions.stream().map(SuppressionRule::name).distinct().count();
        if (names < suppressions.size()) {
            throw new IllegalArgumentException("Suppression rules have names of their own, but two of "
                    + suppressions.stream().map(SuppressionRule::name).toList() + " are the same");
        }
    }

    /**
     * Begins a policy.
     *
     * @param key how keys are made
     * @param window for how long after the latest alert another one reopens
     * @return a builder; by default nothing is suppressed or taken for flapping, and recovery is on the record only
     */
    public static AlertPolicyBuilder of(KeyTemplate key, Duration window) {
        return new AlertPolicyBuilder()
                .key(key)
                .window(window)
                .recovery(AlertRecovery.MARK)
                .code("ALERT_CLEARED");
    }

    /**
     * The rule by which an alert is suppressed.
     *
     * @param alert the alert
     * @param at the instant at which it is taken
     * @return the first rule that holds, or empty
     */
    public Optional<SuppressionRule> suppression(Alert alert, Instant at) {
        return suppressions.stream().filter(rule -> rule.suppresses(alert, at)).findFirst();
    }

    /**
     * Whether an incident that holds a key takes alerts of it, or a new incident is to follow it.
     *
     * @param incident the incident
     * @param of the key
     * @param at the instant at which an alert is taken
     * @return true while it is open, and while it is resolved and the window since its latest alert is not over
     */
    public boolean takes(Incident incident, String of, Instant at) {
        if (incident.phase() != Phase.RESOLVED) {
            return !incident.phase().isEnd();
        }
        AlertTally tally = incident.handling().alerts().get(of);
        return tally != null && !at.isAfter(tally.heardAt().plus(window));
    }
}
