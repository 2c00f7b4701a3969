package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableDiff.Kind;
import dev.incidentkit.rules.TableDiff.RuleChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to the rules of a table, by their identifiers. */
final class RuleChanges {
    private RuleChanges() {}

    static List<RuleChange> of(RuleTable before, RuleTable after) {
        Map<String, Rule> older = new LinkedHashMap<>();
        before.rules().forEach(rule -> older.put(rule.id(), rule));
        Set<String> moved = moved(before, after);
        boolean sameColumns = before.schema().inputs().equals(after.schema().inputs());
        List<RuleChange> changes = new ArrayList<>();
        for (Rule rule : after.rules()) {
            Rule old = older.remove(rule.id());
            if (old == null) {
                changes.add(new RuleChange(Kind.ADDED, rule.id(), text(after.schema(), rule)));
                continue;
            }
            boolean same = sameColumns
                    && old.conditions().equals(rule.conditions())
                    && old.outputs().equals(rule.outputs());
            List<String> cells = same ? List.of() : cells(before.schema(), old, after.schema(), rule);
            if (!cells.isEmpty()) {
                changes.add(new RuleChange(Kind.CHANGED, rule.id(), String.join("; ", cells)));
            } else if (moved.contains(rule.id())) {
                changes.add(new RuleChange(Kind.MOVED, rule.id(), text(after.schema(), rule)));
            }
        }
        older.values()
                .forEach(rule -> changes.add(new RuleChange(Kind.REMOVED, rule.id(), text(before.schema(), rule))));
        return changes;
    }

    private static String text(RuleSchema schema, Rule rule) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < schema.inputs().size(); i++) {
            if (!(rule.conditions().get(i) instanceof CellCondition.Any)) {
                parts.add(schema.inputs().get(i).name() + " "
                        + rule.conditions().get(i).text(schema.inputs().get(i).type()));
            }
        }
        return (parts.isEmpty() ? Words.ANYTHING : String.join(", ", parts)) + " -> "
                + new Outcomes(schema).text(rule.outputs());
    }

    private static List<String> cells(RuleSchema was, Rule old, RuleSchema is, Rule rule) {
        Map<String, String> before = texts(was, old);
        Map<String, String> after = texts(is, rule);
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            String from = before.getOrDefault(name, "-");
            String to = after.getOrDefault(name, "-");
            if (!from.equals(to)) {
                changes.add(name + " " + from + " -> " + to);
            }
        }
        return changes;
    }

    private static Map<String, String> texts(RuleSchema schema, Rule rule) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < schema.inputs().size(); i++) {
            texts.put(
                    schema.inputs().get(i).name(),
                    rule.conditions().get(i).text(schema.inputs().get(i).type()));
        }
        for (int i = 0; i < schema.outputs().size(); i++) {
            @Nullable Object value = rule.outputs().get(i);
            texts.put(
                    "-> " + schema.outputs().get(i).name(),
                    schema.outputs().get(i).type().textOf(value));
        }
        return texts;
    }

    /**
     * The rules that stand elsewhere among those that both tables have: all but a longest common order. Order counts
     * for FIRST, PRIORITY and the policies that answer in an order.
     */
    private static Set<String> moved(RuleTable before, RuleTable after) {
        HitPolicy policy = after.schema().hitPolicy();
        if (policy == HitPolicy.UNIQUE || policy == HitPolicy.ANY || policy.aggregates()) {
            return Set.of();
        }
        Map<String, Integer> places = new HashMap<>();
        before.rules().forEach(rule -> places.put(rule.id(), places.size()));
        List<String> common =
                after.rules().stream().map(Rule::id).filter(places::containsKey).toList();
        int[] order = common.stream().mapToInt(places::get).toArray();
        Set<String> moved = new HashSet<>(common);
        for (int kept : LongestRise.of(order)) {
            moved.remove(common.get(kept));
        }
        return moved;
    }
}
