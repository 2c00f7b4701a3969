package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.rules.BoundTable;
import dev.incidentkit.rules.InputRefusedException;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleOutcome;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableExplanation;
import dev.incidentkit.rules.TableProbe;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One outcome of a table over incidents: severity, category, major-incident candidate, incident model, or whatever a
 * host decides by rules. The table's hit policy is of a single hit. Immutable and safe for use by several threads.
 *
 * @param <T> the kind of outcome
 */
public final class IncidentTable<T> {
    private final BoundTable<Incident> bound;
    private final Output<T> output;
    private final Map<String, Decision<T>> decisions;

    private IncidentTable(BoundTable<Incident> bound, Output<T> output) {
        this.bound = bound;
        this.output = output;
        this.decisions = decisions(bound.table().table(), output);
    }

    private static <T> Map<String, Decision<T>> decisions(RuleTable table, Output<T> output) {
        int column = table.schema().outputIndex(output.name());
        Map<String, Decision<T>> decisions = new HashMap<>();
        table.rules().forEach(rule -> {
            Object value = rule.outputs().get(column);
            if (value != null) {
                T cast = Objects.requireNonNull(output.type().cast(value));
                decisions.put(rule.id(), new Decision<>(cast, rule.id(), table.hash()));
            }
        });
        T fallback = output.defaultValue();
        if (fallback != null) {
            decisions.put(RuleTable.DEFAULT_RULE, new Decision<>(fallback, RuleTable.DEFAULT_RULE, table.hash()));
        }
        return Map.copyOf(decisions);
    }

    /**
     * Asks a table for one of its outcomes.
     *
     * @param facts where the columns stand in an incident
     * @param table the table
     * @param output the outcome
     * @param <T> the kind of outcome
     * @return the table over incidents
     * @throws IllegalArgumentException if a column is no fact, the outcome is none of the table's, or the hit policy is
     *     of several hits
     */
    public static <T> IncidentTable<T> of(IncidentFacts facts, RuleTable table, Output<T> output) {
        RuleSchema schema = table.schema();
        if (!schema.outputs().contains(output)) {
            throw new IllegalArgumentException("Table '" + schema.name() + "' has the outputs " + schema.outputs()
                    + ", not '" + output.name() + "'");
        }
        if (!schema.hitPolicy().isSingleHit()) {
            throw new IllegalArgumentException(
                    "Table '" + schema.name() + "' must have a single hit, but is " + schema.hitPolicy());
        }
        return new IncidentTable<>(facts.bind(table.compile()), output);
    }

    /**
     * Decides.
     *
     * @param incident the incident with all that is known of it
     * @return the outcome and the rule that gave it; empty where no rule matches, the rule leaves the outcome out, or the
     *     incident has a value that its column does not have (a recorded history may have levels that are none of ours:
     *     they are kept, but no rule is about them)
     * @throws dev.incidentkit.rules.HitPolicyViolatedException if several rules match against the hit policy
     */
    public Optional<Decision<T>> decide(Incident incident) {
        RuleOutcome outcome;
        try {
            outcome = bound.find(incident).orElse(null);
        } catch (InputRefusedException e) {
            return Optional.empty();
        }
        return outcome == null ? Optional.empty() : Optional.ofNullable(decisions.get(outcome.rule()));
    }

    /**
     * Explains what the table answers.
     *
     * @param incident the incident
     * @return the explanation
     * @throws InputRefusedException if the incident has a value that its column does not have
     */
    public TableExplanation explain(Incident incident) {
        return bound.explain(incident);
    }

    /** {@return what the table can give, by the identifiers of its rules, in their order} */
    public Map<String, T> outcomes() {
        Map<String, T> outcomes = new LinkedHashMap<>();
        table().rules().forEach(rule -> put(outcomes, rule.id()));
        put(outcomes, RuleTable.DEFAULT_RULE);
        return outcomes;
    }

    private void put(Map<String, T> outcomes, String rule) {
        Decision<T> decision = decisions.get(rule);
        if (decision != null) {
            outcomes.put(rule, decision.value());
        }
    }

    /** {@return the table} */
    public RuleTable table() {
        return bound.table().table();
    }

    /** {@return the column that is asked for} */
    public Output<T> output() {
        return output;
    }

    /** {@return the content hash of the table} */
    public String version() {
        return bound.table().hash();
    }

    /**
     * A copy that reports what it decides.
     *
     * @param observer is told of every hit and every miss
     * @return the observed copy
     */
    public IncidentTable<T> observedBy(TableProbe observer) {
        return new IncidentTable<>(bound.observedBy(observer), output);
    }

    /**
     * The same columns and outcome with another table, for example one whose rules are tried out. Columns of the host's
     * own making are read as they were.
     *
     * @param other a table with the same columns
     * @return the other table over incidents
     * @throws IllegalArgumentException if its columns are others
     */
    public IncidentTable<T> with(RuleTable other) {
        if (!other.schema().equals(table().schema())) {
            throw new IllegalArgumentException("Table '" + other.schema().name() + "' has other columns than '"
                    + table().schema().name() + "'");
        }
        return new IncidentTable<>(bound.with(other.compile()), output);
    }

    @Override
    public String toString() {
        return output + " by " + table();
    }
}
