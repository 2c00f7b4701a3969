package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.SlaSelection;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.incident.EscalationTable;
import dev.incidentkit.rules.incident.IncidentSchemas;
import dev.incidentkit.rules.incident.IncidentTable;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.rules.incident.SlaTable;
import dev.incidentkit.rules.incident.TriageTable;
import dev.incidentkit.rules.internal.config.TableLoader.Loaded;
import dev.incidentkit.rules.internal.config.TableLoader.Purpose;
import dev.incidentkit.rules.internal.config.TableLoader.Request;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the policies that decide by tables. */
final class PolicyTables {
    private static final String TRIAGE = "triage";
    private static final String ROUTING = "routing";
    private static final String SELECTION = "slaSelection";
    private static final String ESCALATION = "escalation";
    private static final String PLANS = "plans";

    private final FileSet files;
    private final String file;
    private final List<Request> requests = new ArrayList<>();

    PolicyTables(FileSet files, String file) {
        this.files = files;
        this.file = file;
    }

    /**
     * Reads the policies, and the tables that others ask for: those of one file are read together.
     *
     * @param more the tables that others ask for
     * @return the tables by the names of their purposes
     */
    Map<String, Loaded> read(Section section, Parts parts, List<Request> more) {
        Scope scope = parts.scope;
        requests.addAll(more);
        Output<Priority> priority = IncidentSchemas.priority(scope.priorities);
        ask(section, TRIAGE, new Purpose(TRIAGE, priority, Map.of()));
        if (byHand(section, ROUTING)) {
            parts.routing = RoutingPolicy.byHand();
        } else {
            ask(section, ROUTING, new Purpose(ROUTING, IncidentSchemas.TEAM, Map.of()));
        }
        Output<String> policy = selection(section, parts);
        Map<String, List<EscalationOrder>> plans = plans(section, scope);
        Output<String> plan = escalation(section, parts, plans);
        Map<String, Loaded> loaded = new TableLoader(scope, files, file).load(requests);
        apply(section, parts, loaded, new Outputs(priority, policy, plan, plans));
        return loaded;
    }

    /** The outcomes of the tables; null for those that are not asked for. */
    private record Outputs(
            Output<Priority> priority,
            @Nullable Output<String> policy,
            @Nullable Output<String> plan,
            Map<String, List<EscalationOrder>> plans) {}

    private static void apply(Section section, Parts parts, Map<String, Loaded> loaded, Outputs outputs) {
        Scope scope = parts.scope;
        Output<Priority> priority = outputs.priority();
        Output<String> policy = outputs.policy();
        Output<String> plan = outputs.plan();
        apply(section, loaded, TRIAGE, scope.values, each -> parts.triage = new TriageTable(table(each, priority)));
        apply(
                section,
                loaded,
                ROUTING,
                scope.values,
                each -> parts.routing = new RoutingTable(table(each, IncidentSchemas.TEAM)));
        if (policy != null) {
            apply(
                    section,
                    loaded,
                    SELECTION,
                    scope.values,
                    each -> parts.slaSelection = new SlaTable(table(each, policy)));
        }
        if (plan != null) {
            apply(
                    section,
                    loaded,
                    ESCALATION,
                    scope.values,
                    each -> parts.escalation =
                            EscalationTable.of(each.columns().facts(), each.table(), plan, outputs.plans()));
        }
    }

    private static boolean byHand(Section section, String key) {
        return section.get(key) instanceof Node.Text text && text.value().equals("none");
    }

    private void ask(Section section, String key, Purpose purpose) {
        Node node = section.get(key);
        if (node != null) {
            requests.add(new Request(node, section.path(key), purpose));
        }
    }

    private @Nullable Output<String> selection(Section section, Parts parts) {
        Node node = section.get(SELECTION);
        if (node == null || byHand(section, SELECTION)) {
            parts.slaSelection = node == null ? parts.slaSelection : SlaSelection.none();
            return null;
        }
        List<String> names = parts.slas.stream().map(SlaPolicy::name).toList();
        if (names.isEmpty()) {
            String message = "there are no service levels to select from: 'slas' has none";
            parts.scope.report().error(DefinitionCode.CONTRADICTION, node, section.path(SELECTION), message);
            return null;
        }
        Output<String> output = Output.oneOf(IncidentSchemas.SLA.name(), names);
        ask(section, SELECTION, new Purpose("sla", output, Map.of()));
        return output;
    }

    private Map<String, List<EscalationOrder>> plans(Section section, Scope scope) {
        Node node = section.get(ESCALATION);
        if (!(node instanceof Node.Entries entries) || !entries.entries().containsKey(PLANS)) {
            return Map.of();
        }
        String path = Values.path(section.path(ESCALATION), PLANS);
        Node plans = entries.entries().get(PLANS).value();
        return new RuleReader(scope).plans(scope.values.entries(plans, path), path);
    }

    private @Nullable Output<String> escalation(
            Section section, Parts parts, Map<String, List<EscalationOrder>> plans) {
        Node node = section.get(ESCALATION);
        if (node == null || byHand(section, ESCALATION)) {
            parts.escalation = node == null ? parts.escalation : EscalationPolicy.none();
            return null;
        }
        if (plans.isEmpty()) {
            String message = "a table of escalation names plans: declare them under 'plans', beside 'table'";
            parts.scope.report().error(DefinitionCode.KEY_MISSING, node, section.path(ESCALATION), message);
            return null;
        }
        Output<String> output =
                Output.oneOf(IncidentSchemas.ESCALATION.name(), List.copyOf(new TreeSet<>(plans.keySet())));
        ask(section, ESCALATION, new Purpose(ESCALATION, output, EscalationTable.columns()));
        return output;
    }

    private static <T> IncidentTable<T> table(Loaded loaded, Output<T> output) {
        return IncidentTable.of(loaded.columns().facts(), loaded.table(), output);
    }

    private interface Use {
        void with(Loaded loaded);
    }

    /** What a table cannot be used for, it is refused for: several hits where one decides. */
    private static void apply(Section section, Map<String, Loaded> loaded, String key, Values values, Use use) {
        Loaded found = loaded.get(key.equals(SELECTION) ? "sla" : key);
        Node node = section.get(key);
        if (found != null && node != null) {
            values.made(node, section.path(key), () -> {
                use.with(found);
                return found;
            });
        }
    }
}
