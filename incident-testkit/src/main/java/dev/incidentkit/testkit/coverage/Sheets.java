package dev.incidentkit.testkit.coverage;

import dev.incidentkit.core.definition.FollowUpRule;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.Branch;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.policy.MatrixTriage;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.Threshold;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.CategoryTable;
import dev.incidentkit.rules.incident.EscalationTable;
import dev.incidentkit.rules.incident.ModelTable;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.rules.incident.SlaTable;
import dev.incidentkit.rules.incident.TriageTable;
import dev.incidentkit.testkit.coverage.CoverageSheet.Row;
import dev.incidentkit.testkit.coverage.CoverageSheet.Spot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that can be reached in a definition or a table, as the tables that people know. */
final class Sheets {
    private static final List<HoldReason> REASONS = List.of(
            HoldReason.CALLER,
            HoldReason.VENDOR,
            HoldReason.CHANGE,
            HoldReason.PROBLEM,
            HoldReason.EVIDENCE,
            HoldReason.SCHEDULED);

    private final String group;
    private final List<CoverageSheet> all = new ArrayList<>();

    private Sheets(String group) {
        this.group = group;
    }

    static String group(ProcessDefinition definition) {
        return definition.name() + "@" + definition.hash().substring(0, 12);
    }

    static String group(RuleTable table) {
        return table.schema().name() + "@" + table.hash().substring(0, 12);
    }

    /** Everything of a definition; a host's own policies, which are code, have nothing that could be listed. */
    static List<CoverageSheet> of(ProcessDefinition definition) {
        Sheets sheets = new Sheets(group(definition));
        sheets.policies(definition);
        sheets.transitions(definition);
        sheets.guards(definition);
        definition.slas().forEach(sheets::thresholds);
        sheets.reasons(definition);
        return sheets.all;
    }

    static CoverageSheet of(RuleTable table) {
        return new Sheets(group(table)).rules(table);
    }

    private void policies(ProcessDefinition definition) {
        if (definition.triage() instanceof MatrixTriage triage) {
            all.add(matrix(triage.matrix()));
        } else if (definition.triage() instanceof TriageTable triage) {
            all.add(of(triage.table().table()));
        }
        if (definition.routing() instanceof RoutingTable routing) {
            all.add(of(routing.table().table()));
        }
        if (definition.slaSelection() instanceof SlaTable selection) {
            all.add(of(selection.table().table()));
        }
        if (definition.escalation() instanceof EscalationTable escalation) {
            all.add(of(escalation.table()));
        }
        if (definition.procedures().classification() instanceof CategoryTable categories) {
            all.add(of(categories.table().table()));
        }
        if (definition.procedures().selection() instanceof ModelTable models) {
            all.add(of(models.table().table()));
        }
        conditions("classification", definition.procedures().classification());
        conditions("selection of models", definition.procedures().selection());
    }

    private CoverageSheet matrix(PriorityMatrix matrix) {
        List<String> header = new ArrayList<>(List.of("impact \\ urgency"));
        matrix.urgencies().levels().forEach(urgency -> header.add(urgency.name()));
        List<Row> rows = new ArrayList<>();
        for (Impact impact : matrix.impacts().levels()) {
            List<Spot> spots = new ArrayList<>();
            for (Urgency urgency : matrix.urgencies().levels()) {
                spots.add(
                        new Spot(matrix.at(impact, urgency).name(), item(CoverageKind.CELL, impact + " x " + urgency)));
            }
            rows.add(new Row(List.of(impact.name()), spots));
        }
        return new CoverageSheet("priority matrix of " + group, header, rows);
    }

    private CoverageSheet rules(RuleTable table) {
        List<String> header = new ArrayList<>(List.of("rule"));
        table.schema().inputs().forEach(input -> header.add(input.name()));
        table.schema().outputs().forEach(output -> header.add("-> " + output.name()));
        header.add("hits");
        List<Row> rows = new ArrayList<>();
        for (Rule rule : table.rules()) {
            List<String> cells = new ArrayList<>(List.of(rule.id()));
            for (int i = 0; i < rule.conditions().size(); i++) {
                Input<?> input = table.schema().inputs().get(i);
                cells.add(rule.conditions().get(i).text(input.type()));
            }
            for (int i = 0; i < rule.outputs().size(); i++) {
                Output<?> output = table.schema().outputs().get(i);
                cells.add(output.type().textOf(rule.outputs().get(i)));
            }
            rows.add(new Row(cells, List.of(new Spot("", item(CoverageKind.RULE, rule.id())))));
        }
        return new CoverageSheet("table " + group, header, rows);
    }

    private void conditions(String title, Object policy) {
        if (policy instanceof ConditionTable<?> table && !table.rows().isEmpty()) {
            List<Row> rows = new ArrayList<>();
            for (ConditionTable.Row<?> row : table.rows()) {
                rows.add(new Row(
                        List.of(row.id(), row.when().toString(), String.valueOf(row.outcome())),
                        List.of(new Spot("", item(CoverageKind.RULE, title + " " + row.id())))));
            }
            all.add(new CoverageSheet(title + " of " + group, List.of("rule", "when", "outcome", "hits"), rows));
        }
    }

    private void transitions(ProcessDefinition definition) {
        List<Row> rows = new ArrayList<>();
        for (Transition transition : definition.lifecycle().transitions()) {
            if (transition.from().isEmpty()) {
                Status to = transition.branches().get(0).to();
                rows.add(new Row(List.of(transition.action().name()), List.of(step(transition.action(), null, to))));
            } else {
                List<Spot> spots = new ArrayList<>();
                for (Status from : definition.lifecycle().statuses()) {
                    if (transition.from().contains(from)) {
                        transition.targets(from).forEach(to -> spots.add(step(transition.action(), from, to)));
                    }
                }
                rows.add(new Row(List.of(transition.action().name()), spots));
            }
        }
        all.add(new CoverageSheet("transitions of " + group, List.of("action", "steps"), rows));
    }

    private Spot step(Action action, @Nullable Status from, @Nullable Status to) {
        String begun = from == null ? "(none)" : from.name();
        return new Spot(begun + " > " + to, item(CoverageKind.TRANSITION, stepName(action, begun, String.valueOf(to))));
    }

    static String stepName(Action action, String from, String to) {
        return action + " from " + from + " to " + to;
    }

    private void guards(ProcessDefinition definition) {
        List<Row> rows = new ArrayList<>();
        for (Transition transition : definition.lifecycle().transitions()) {
            Set<Guard> guards = new LinkedHashSet<>(transition.guards());
            for (Branch branch : transition.branches()) {
                guards.addAll(branch.when());
            }
            for (Guard guard : guards) {
                rows.add(new Row(
                        List.of(transition.action().name(), guard.name()),
                        List.of(
                                new Spot("content", guard(transition, guard, true)),
                                new Spot("not content", guard(transition, guard, false)))));
            }
        }
        if (!rows.isEmpty()) {
            all.add(new CoverageSheet("guards of " + group, List.of("action", "guard", "answers"), rows));
        }
    }

    private CoverageItem guard(Transition transition, Guard guard, boolean content) {
        return item(CoverageKind.GUARD, guardName(transition, guard, content));
    }

    static String guardName(Transition transition, Guard guard, boolean content) {
        return guard.name() + " at " + transition.action() + (content ? ": content" : ": not content");
    }

    private void thresholds(SlaPolicy policy) {
        List<Row> rows = new ArrayList<>();
        for (SlaTarget target : policy.targets()) {
            Set<Threshold> thresholds = new LinkedHashSet<>(target.thresholds());
            thresholds.add(Threshold.BREACH);
            List<Spot> spots = new ArrayList<>();
            for (Threshold threshold : thresholds) {
                spots.add(new Spot(
                        threshold.name(),
                        item(CoverageKind.THRESHOLD, thresholdName(policy.name(), target.name(), threshold.name()))));
            }
            rows.add(new Row(List.of(target.name()), spots));
        }
        all.add(new CoverageSheet(
                "thresholds of policy '" + policy.name() + "' of " + group, List.of("target", "thresholds"), rows));
    }

    static String thresholdName(String policy, String target, String threshold) {
        return policy + "/" + target + " at " + threshold;
    }

    /** Those that the library knows, and those that the definition names. */
    private void reasons(ProcessDefinition definition) {
        if (definition.lifecycle().transitions().stream()
                .noneMatch(step -> step.action().equals(Action.HOLD))) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        REASONS.forEach(reason -> names.add(reason.name()));
        definition.followUps().stream().map(FollowUpRule::reason).forEach(reason -> names.add(reason.name()));
        definition
                .slas()
                .forEach(policy -> policy.targets()
                        .forEach(target -> named(target.conditions().pause(), names)));
        List<Row> rows = new ArrayList<>();
        names.forEach(name ->
                rows.add(new Row(List.of(name), List.of(new Spot("", item(CoverageKind.HOLD_REASON, name))))));
        all.add(new CoverageSheet("reasons to wait of " + group, List.of("reason", "hits"), rows));
    }

    private static void named(Condition condition, Set<String> names) {
        if (condition instanceof Condition.OneOf oneOf && oneOf.fact() == Fact.BuiltIn.HOLD_REASON) {
            names.addAll(oneOf.values());
        } else if (condition instanceof Condition.AnyOf anyOf) {
            anyOf.conditions().forEach(one -> named(one, names));
        } else if (condition instanceof Condition.AllOf allOf) {
            allOf.conditions().forEach(one -> named(one, names));
        } else if (condition instanceof Condition.Not not) {
            named(not.condition(), names);
        }
    }

    private CoverageItem item(CoverageKind kind, String name) {
        return new CoverageItem(kind, group, name);
    }
}
