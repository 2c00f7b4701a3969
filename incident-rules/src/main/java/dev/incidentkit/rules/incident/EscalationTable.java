package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.internal.CanonicalForm;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.rules.BoundTable;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.InputRefusedException;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleOutcome;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableProbe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table that names the plan by which an incident is escalated when a clock signals, and the plans: core's port for
 * escalation. Its columns are the facts of the incident and those of the signal: {@link #SIGNAL}, {@link #POLICY},
 * {@link #TARGET} and {@link #THRESHOLD}. Under a hit policy of several hits, every plan that is named is carried out.
 * Immutable and safe for use by several threads.
 */
public final class EscalationTable implements EscalationPolicy {
    /** What the clock signals. */
    public static final Input<EscalationSignal> SIGNAL = Input.enumOf("signal", EscalationSignal.class);

    /** The name of the policy whose clock signals. */
    public static final Input<String> POLICY = Input.text("policy");

    /** The name of the target, for example {@code RESPONSE}. */
    public static final Input<String> TARGET = Input.text("target");

    /** The name of the threshold, for example {@code 75%}; {@code 100%} for the breach. */
    public static final Input<String> THRESHOLD = Input.text("threshold");

    private record Signalled(Incident incident, SlaEvent signal) {}

    private final BoundTable<Signalled> table;
    private final Output<String> output;
    private final Map<String, List<EscalationOrder>> plans;
    private final String version;

    private EscalationTable(
            BoundTable<Signalled> table, Output<String> output, Map<String, List<EscalationOrder>> plans) {
        this.table = table;
        this.output = output;
        this.plans = plans;
        CanonicalForm form = new CanonicalForm("escalation/1")
                .put("table", table.table().hash())
                .put("output", output.name());
        plans.forEach((name, orders) -> form.put("plan", name)
                .list("orders", orders.stream().map(EscalationTable::canonical).toList()));
        this.version = form.hash();
    }

    private static CanonicalForm canonical(EscalationOrder order) {
        return new CanonicalForm("order/1")
                .put("kind", order.kind())
                .put("target", order.target())
                .put("reason", order.reason());
    }

    /**
     * Asks a table for the names of plans.
     *
     * @param facts where the columns about the incident stand in it
     * @param table the table
     * @param output its outcome that names a plan
     * @param plans whom each plan calls, in this order, by name
     * @return the policy
     * @throws IllegalArgumentException if a column is no fact, the outcome is none of the table's, or a rule names a plan
     *     that there is not; with all of them
     */
    public static EscalationTable of(
            IncidentFacts facts, RuleTable table, Output<String> output, Map<String, List<EscalationOrder>> plans) {
        if (!table.schema().outputs().contains(output)) {
            throw new IllegalArgumentException("Table '" + table.schema().name() + "' has the outputs "
                    + table.schema().outputs() + ", not '" + output.name() + "'");
        }
        Map<String, List<EscalationOrder>> copied = new TreeMap<>();
        plans.forEach((name, orders) -> copied.put(name, List.copyOf(orders)));
        Set<String> named = named(table, output);
        named.removeAll(copied.keySet());
        if (!named.isEmpty()) {
            throw new IllegalArgumentException("Table '" + table.schema().name() + "' names the plans " + named
                    + ", but there are " + copied.keySet());
        }
        return new EscalationTable(bind(facts, table), output, Collections.unmodifiableMap(copied));
    }

    private static Set<String> named(RuleTable table, Output<String> output) {
        int column = table.schema().outputIndex(output.name());
        Set<String> named = new TreeSet<>();
        table.rules().forEach(rule -> {
            if (rule.outputs().get(column) instanceof String plan) {
                named.add(plan);
            }
        });
        String fallback = output.defaultValue();
        if (fallback != null) {
            named.add(fallback);
        }
        return named;
    }

    /** {@return the columns that such a table may have beside the facts of incidents, by name} */
    public static Map<String, Input<?>> columns() {
        Map<String, Input<?>> columns = new LinkedHashMap<>();
        for (Input<?> input : List.of(SIGNAL, POLICY, TARGET, THRESHOLD)) {
            columns.put(input.name(), input);
        }
        return columns;
    }

    private static BoundTable<Signalled> bind(IncidentFacts facts, RuleTable table) {
        List<Function<Signalled, ?>> values = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        for (Input<?> input : table.schema().inputs()) {
            Function<Signalled, ?> value = value(facts, input);
            if (value == null) {
                strange.add(input.name());
            } else {
                values.add(value);
            }
        }
        if (!strange.isEmpty()) {
            throw new IllegalArgumentException("Table '" + table.schema().name() + "' has the columns " + strange
                    + ", which are no facts of these types; there are "
                    + facts.all().keySet() + " and " + columns().keySet());
        }
        List<Function<Signalled, ?>> fixed = List.copyOf(values);
        return table.compile().bind((signalled, key) -> {
            for (Function<Signalled, ?> value : fixed) {
                key.put(value.apply(signalled));
            }
        });
    }

    /** Where the value of a column stands; null where it is no fact. */
    private static @Nullable Function<Signalled, ?> value(IncidentFacts facts, Input<?> input) {
        FactColumn<?> fact = facts.all().get(input.name());
        if (input.equals(columns().get(input.name()))) {
            return ofSignal(input);
        }
        return fact == null || !fact.input().type().equals(input.type())
                ? null
                : signalled -> fact.value().apply(signalled.incident());
    }

    private static Function<Signalled, ?> ofSignal(Input<?> input) {
        return switch (input.name()) {
            case "signal" -> signalled -> EscalationSignal.of(signalled.signal());
            case "policy" -> signalled -> signalled.signal().clock().policy();
            case "target" -> signalled -> signalled.signal().clock().target();
            default -> signalled -> EscalationSignal.threshold(signalled.signal());
        };
    }

    @Override
    public List<Decision<EscalationOrder>> escalate(Incident incident, SlaEvent signal) {
        Signalled signalled = new Signalled(incident, signal);
        List<Decision<EscalationOrder>> decisions = new ArrayList<>();
        for (RuleOutcome outcome : outcomes(signalled)) {
            String plan = outcome.find(output).orElse(null);
            for (EscalationOrder order :
                    plan == null ? List.<EscalationOrder>of() : plans.getOrDefault(plan, List.of())) {
                decisions.add(new Decision<>(order, outcome.rule(), version));
            }
        }
        return decisions;
    }

    /** A recorded history may have levels that are none of ours: no rule is about them. */
    private List<RuleOutcome> outcomes(Signalled signalled) {
        try {
            return table.table().table().schema().hitPolicy().isSingleHit()
                    ? table.find(signalled).map(List::of).orElse(List.of())
                    : table.decideAll(signalled).outcomes();
        } catch (InputRefusedException e) {
            return List.of();
        }
    }

    /**
     * A copy that reports what it decides.
     *
     * @param observer is told of every hit and every miss
     * @return the observed copy
     */
    public EscalationTable observedBy(TableProbe observer) {
        return new EscalationTable(table.observedBy(observer), output, plans);
    }

    /**
     * The same columns, outcome and plans with another table, for example one whose rules are tried out.
     *
     * @param other a table with the same columns
     * @return the policy by the other table
     * @throws IllegalArgumentException if its columns are others, or a rule names a plan that there is not
     */
    public EscalationTable with(RuleTable other) {
        Set<String> named = named(other, output);
        named.removeAll(plans.keySet());
        if (!other.schema().equals(table().schema()) || !named.isEmpty()) {
            throw new IllegalArgumentException("Table '" + other.schema().name() + "' must have the columns of '"
                    + table().schema().name() + "' and name the plans " + plans.keySet() + ", but not " + named);
        }
        return new EscalationTable(table.with(other.compile()), output, plans);
    }

    /** {@return the table} */
    public RuleTable table() {
        return table.table().table();
    }

    /** {@return the outcome that names a plan} */
    public Output<String> output() {
        return output;
    }

    /** {@return whom each plan calls, by name} */
    public Map<String, List<EscalationOrder>> plans() {
        return plans;
    }

    /** {@return the content hash of the table and the plans} */
    @Override
    public String version() {
        return version;
    }

    @Override
    public String toString() {
        return "escalation: " + table() + " to " + plans.keySet();
    }
}
