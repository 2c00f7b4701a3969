package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.definition.ClosureRule;
import dev.incidentkit.core.definition.DefinitionChange;
import dev.incidentkit.core.definition.FollowUpRule;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.MatrixTriage;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.SlaSelection;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.format.TableWriter;
import dev.incidentkit.rules.incident.EscalationTable;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.rules.incident.SlaTable;
import dev.incidentkit.rules.incident.TriageTable;
import dev.incidentkit.rules.internal.yaml.Durations;
import dev.incidentkit.rules.internal.yaml.Report;
import dev.incidentkit.rules.internal.yaml.YamlText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a definition that is all data as files. Not safe for use by several threads; one use only. */
public final class DefinitionWriter {
    private final ProcessDefinition definition;
    private final Settings settings;
    private final Scope scope = new Scope(new Report(1));
    private final CalendarWriter calendars = new CalendarWriter();
    private final Map<String, String> files = new LinkedHashMap<>();

    /**
     * Creates a writer.
     *
     * @param definition the definition
     * @param settings what the host gives, which the reader is given too
     */
    public DefinitionWriter(ProcessDefinition definition, Settings settings) {
        this.definition = definition;
        this.settings = settings;
        scope.extend(definition);
    }

    /**
     * Writes the definition.
     *
     * @param name the name of the first file
     * @return the files by name, the first one first
     * @throws ConfigurationException if no file can say it: code that is no data, with the first such thing
     */
    public Map<String, String> write(String name) {
        files.put(name, "");
        try {
            files.put(name, YamlText.of(tree()));
        } catch (UnwritableException e) {
            throw new ConfigurationException(
                    "definition '" + definition.name() + "' as a file", List.of("it has " + e.getMessage()));
        }
        return Collections.unmodifiableMap(files);
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("definition", definition.name());
        tree.put("scales", scales());
        Map<String, Object> attributes = new LinkedHashMap<>();
        definition.attributes().forEach((key, attribute) -> attributes.put(key, attribute(attribute)));
        ConditionWriter conditions = new ConditionWriter(scope);
        Map<String, Object> slas = new PolicyWriter(calendars, conditions).policies(definition.slas());
        Map<String, Object> rest = rest();
        Map<String, Object> procedures =
                new ProceduresWriter(calendars, conditions, this::table).tree(definition.procedures());
        put(tree, "attributes", attributes);
        put(tree, "calendars", calendars.calendars());
        tree.put("lifecycle", new LifecycleWriter(definition.lifecycle(), settings.guards(), conditions).tree());
        put(tree, "slas", slas);
        policies(tree);
        tree.putAll(rest);
        put(tree, ProceduresReader.PROCEDURES, procedures);
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, Map<String, Object> value) {
        if (!value.isEmpty()) {
            tree.put(key, value);
        }
    }

    private Map<String, Object> scales() {
        Map<String, Object> tree = new LinkedHashMap<>();
        scale(tree, "impact", definition.impacts());
        scale(tree, "urgency", definition.urgencies());
        scale(tree, "severity", definition.severities());
        scale(tree, "priority", definition.priorities());
        return tree;
    }

    private static void scale(Map<String, Object> tree, String name, Scale<?> scale) {
        if (!scale.name().equals(name)) {
            throw new UnwritableException("the name '" + scale.name() + "' for its scale of " + name);
        }
        tree.put(name, labels(scale));
    }

    private static List<String> labels(Scale<?> scale) {
        return scale.levels().stream().map(Level::name).toList();
    }

    private static Map<String, Object> attribute(AttributeDefinition attribute) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Scale<CustomLevel> scale = attribute.scale();
        if (scale == null) {
            tree.put("type", attribute.type().name().toLowerCase(Locale.ROOT));
        } else if (!scale.name().equals(attribute.name())) {
            throw new UnwritableException(
                    "the name '" + scale.name() + "' for the scale of attribute '" + attribute.name() + "'");
        } else {
            tree.put("scale", labels(scale));
        }
        if (attribute.traits().contains(AttributeTrait.PERSONAL)) {
            tree.put("personal", "true");
        }
        if (attribute.traits().contains(AttributeTrait.INDEXED)) {
            tree.put("indexed", "true");
        }
        return tree;
    }

    private void policies(Map<String, Object> tree) {
        if (definition.triage() instanceof MatrixTriage triage) {
            tree.put("matrix", matrix(triage.matrix()));
        } else if (definition.triage() instanceof TriageTable triage) {
            tree.put("triage", table("triage", triage.table().table()));
        } else {
            throw new UnwritableException("a way to derive priorities that is code: " + definition.triage());
        }
        routing(tree);
        selection(tree);
        escalation(tree);
    }

    private void routing(Map<String, Object> tree) {
        if (definition.routing() instanceof RoutingTable routing) {
            tree.put("routing", table("routing", routing.table().table()));
        } else if (!definition.routing().equals(RoutingPolicy.byHand())) {
            throw new UnwritableException("a routing that is code: " + definition.routing());
        }
    }

    private void selection(Map<String, Object> tree) {
        if (definition.slaSelection() instanceof SlaTable selection) {
            tree.put("slaSelection", table("slaSelection", selection.table().table()));
        } else if (!definition.slaSelection().equals(SlaSelection.none())) {
            throw new UnwritableException("a selection of service levels that is code: " + definition.slaSelection());
        }
    }

    private void escalation(Map<String, Object> tree) {
        if (definition.escalation() instanceof EscalationTable escalation) {
            Map<String, Object> own = table("escalation", escalation.table());
            own.put("plans", plans(escalation));
            tree.put("escalation", own);
        } else if (!definition.escalation().equals(EscalationPolicy.none())) {
            throw new UnwritableException("an escalation that is code: " + definition.escalation());
        }
    }

    private Map<String, Object> table(String key, RuleTable table) {
        String file = key + ".md";
        files.put(file, TableWriter.markdown(table));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("table", file);
        tree.put("name", table.schema().name());
        return tree;
    }

    private static Map<String, Object> plans(EscalationTable escalation) {
        Map<String, Object> plans = new LinkedHashMap<>();
        escalation.plans().forEach((name, orders) -> {
            List<Object> trees = new ArrayList<>();
            for (EscalationOrder order : orders) {
                Map<String, Object> tree = new LinkedHashMap<>();
                tree.put("kind", order.kind().name());
                tree.put("target", order.target());
                tree.put("reason", order.reason());
                trees.add(tree);
            }
            plans.put(name, trees);
        });
        return plans;
    }

    private static Map<String, Object> matrix(PriorityMatrix matrix) {
        Map<String, Object> rows = new LinkedHashMap<>();
        for (Impact impact : matrix.impacts().levels()) {
            List<String> cells = new ArrayList<>();
            for (Urgency urgency : matrix.urgencies().levels()) {
                cells.add(matrix.at(impact, urgency).name());
            }
            rows.put(impact.name(), cells);
        }
        return rows;
    }

    private Map<String, Object> rest() {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!definition.predecessors().isEmpty()) {
            throw new UnwritableException(
                    "predecessors, which are definitions of their own: " + definition.predecessors());
        }
        tree.put("closure", closure(definition.closure()));
        definition.reopenWindow().ifPresent(window -> tree.put("reopenWindow", Durations.text(window)));
        List<Object> followUps = new ArrayList<>();
        definition.followUps().forEach(rule -> followUps.add(followUp(rule)));
        if (!followUps.isEmpty()) {
            tree.put("followUps", followUps);
        }
        if (definition.change() instanceof DefinitionChange.MigrateFrom migrate) {
            tree.put("change", Map.of("migrateFrom", migrate.from().toString()));
        } else {
            tree.put("change", definition.change().toString());
        }
        return tree;
    }

    private Object closure(ClosureRule closure) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (closure instanceof ClosureRule.After after) {
            tree.put("after", Durations.text(after.delay()));
        } else if (closure instanceof ClosureRule.AfterWorkingDays days) {
            tree.put("workingDays", days.days());
            tree.put("calendar", calendars.key(days.calendar()));
        } else {
            return "never";
        }
        return tree;
    }

    private Map<String, Object> followUp(FollowUpRule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("reason", rule.reason().name());
        tree.put("everyWorkingDays", rule.every());
        tree.put("times", rule.times());
        tree.put("calendar", calendars.key(rule.calendar()));
        tree.put("text", rule.text());
        tree.put("code", rule.code());
        tree.put("note", rule.note());
        tree.put("method", rule.method().name());
        Category category = rule.category();
        if (category != null) {
            tree.put("category", category.path());
        }
        return tree;
    }
}
