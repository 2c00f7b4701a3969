package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.policy.OnCallSchedule;
import dev.incidentkit.core.policy.Rotation;
import dev.incidentkit.core.policy.Rotations;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.EscalationChain;
import dev.incidentkit.core.process.EscalationStep;
import dev.incidentkit.core.process.FlapRule;
import dev.incidentkit.core.process.MajorPolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.SuppressionRule;
import dev.incidentkit.rules.internal.yaml.Durations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes alerts, cascades, major incidents, escalations and who is on call. What is not asked is left out. */
final class CallWriter {
    private final ConditionWriter conditions;
    private final Function<Allowance, String> allowances;

    CallWriter(ConditionWriter conditions, Function<Allowance, String> allowances) {
        this.conditions = conditions;
        this.allowances = allowances;
    }

    void write(Procedures procedures, Map<String, Object> tree) {
        AlertPolicy alerts = procedures.alerts();
        if (alerts != null) {
            tree.put("alerts", alerts(alerts));
        }
        Map<String, Object> cascades = new LinkedHashMap<>();
        procedures.cascades().forEach(rule -> cascades.put(rule.name(), cascade(rule)));
        put(tree, "cascades", cascades);
        MajorPolicy majors = procedures.majors();
        if (majors != null) {
            tree.put("majors", majors(majors));
        }
        Map<String, Object> chains = new LinkedHashMap<>();
        procedures.escalations().forEach(chain -> chains.put(chain.name(), chain(chain)));
        put(tree, "escalations", chains);
        onCall(procedures.onCall(), tree);
    }

    private static void put(Map<String, Object> tree, String key, Map<String, Object> values) {
        if (!values.isEmpty()) {
            tree.put(key, values);
        }
    }

    private static void put(Map<String, Object> tree, String key, Collection<?> values) {
        if (!values.isEmpty()) {
            tree.put(key, List.copyOf(values));
        }
    }

    private static void text(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value.toString());
        }
    }

    private static Map<String, Object> alerts(AlertPolicy alerts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", alerts.key().text());
        tree.put("window", Durations.text(alerts.window()));
        tree.put("recovery", alerts.recovery().name());
        tree.put("code", alerts.code());
        text(tree, "category", alerts.category());
        text(tree, "service", alerts.service());
        put(tree, "attributes", alerts.attributes());
        FlapRule flapping = alerts.flapping();
        if (flapping != null) {
            Map<String, Object> own = new LinkedHashMap<>();
            own.put("changes", flapping.changes());
            own.put("within", Durations.text(flapping.within()));
            own.put("quiet", Durations.text(flapping.quiet()));
            tree.put("flapping", own);
        }
        Map<String, Object> rules = new LinkedHashMap<>();
        alerts.suppressions().forEach(rule -> rules.put(rule.name(), suppression(rule)));
        put(tree, "suppressions", rules);
        return tree;
    }

    private static Map<String, Object> suppression(SuppressionRule rule) {
        Map<String, Object> when = new TreeMap<>();
        rule.when().forEach((value, oneOf) -> when.put(value, List.copyOf(new TreeSet<>(oneOf))));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("when", when);
        text(tree, "from", rule.from());
        text(tree, "to", rule.to());
        return tree;
    }

    private Map<String, Object> cascade(CascadeRule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("at", rule.action().name());
        tree.put("effect", rule.effect().name());
        put(tree, "exceptReasons", new TreeSet<>(rule.exceptReasons()));
        put(tree, "exceptRoles", roles(rule.exceptRoles()));
        tree.put("children", conditions.tree(rule.children()));
        return tree;
    }

    private static List<String> roles(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }

    private Map<String, Object> majors(MajorPolicy majors) {
        Map<String, Object> candidates = new LinkedHashMap<>();
        majors.candidates().forEach(row -> candidates.put(row.name(), conditions.tree(row.when())));
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "candidates", candidates);
        tree.put("deciders", roles(majors.deciders()));
        tree.put("within", allowances.apply(majors.within()));
        return tree;
    }

    private Map<String, Object> chain(EscalationChain chain) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("when", conditions.tree(chain.when()));
        tree.put("steps", chain.steps().stream().map(CallWriter::step).toList());
        if (chain.repeats() > 0) {
            tree.put("repeats", chain.repeats());
        }
        return tree;
    }

    private static Map<String, Object> step(EscalationStep step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("target", step.target());
        tree.put("kind", step.kind().name());
        if (step.onCall()) {
            tree.put("onCall", "true");
        }
        tree.put("after", Durations.text(step.after()));
        return tree;
    }

    private static void onCall(OnCallSchedule schedule, Map<String, Object> tree) {
        if (!(schedule instanceof Rotations rotations)) {
            throw new UnwritableException("a schedule of who is on call that is code: " + schedule);
        }
        List<Object> rows = new ArrayList<>();
        rotations.rotations().forEach(rotation -> rows.add(rotation(rotation)));
        put(tree, "onCall", rows);
    }

    private static Map<String, Object> rotation(Rotation rotation) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("group", rotation.group());
        tree.put("zone", rotation.zone().getId());
        tree.put("from", rotation.from().toString());
        text(tree, "until", rotation.until());
        tree.put("days", rotation.days());
        tree.put("people", rotation.people());
        return tree;
    }
}
