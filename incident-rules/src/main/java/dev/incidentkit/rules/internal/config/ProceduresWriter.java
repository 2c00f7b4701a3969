package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.policy.SelectionPolicy;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.FieldRule;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.ModelDefaults;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.StaffingRule;
import dev.incidentkit.core.process.TaskTemplate;
import dev.incidentkit.core.process.Taxonomy;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.CategoryTable;
import dev.incidentkit.rules.incident.ModelTable;
import dev.incidentkit.rules.internal.yaml.Durations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes procedures as a tree. What is not asked is left out. */
final class ProceduresWriter {
    private final CalendarWriter calendars;
    private final ConditionWriter conditions;
    private final BiFunction<String, RuleTable, Map<String, Object>> tables;

    /**
     * Creates a writer.
     *
     * @param tables writes a table of a purpose as a file, and says how it is named
     */
    ProceduresWriter(
            CalendarWriter calendars,
            ConditionWriter conditions,
            BiFunction<String, RuleTable, Map<String, Object>> tables) {
        this.calendars = calendars;
        this.conditions = conditions;
        this.tables = tables;
    }

    Map<String, Object> tree(Procedures procedures) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Taxonomy taxonomy = procedures.taxonomy();
        if (taxonomy != null) {
            tree.put("taxonomy", taxonomy(taxonomy));
        }
        classification(procedures.classification(), tree);
        selection(procedures.selection(), tree);
        put(tree, "plans", procedures.plans().stream().map(this::plan).toList());
        put(tree, "messages", named(procedures.messages(), MessageLine::name, this::message));
        put(tree, "staffing", named(procedures.staffing(), StaffingRule::name, this::staffing));
        put(tree, "fields", named(procedures.fields(), FieldRule::name, this::field));
        put(tree, "resolutionCodes", List.copyOf(new TreeSet<>(procedures.resolutionCodes())));
        put(tree, "emergencyChanges", named(procedures.changes(), ChangePolicy::name, this::change));
        Map<String, Object> review = new LinkedHashMap<>();
        put(
                review,
                "sections",
                procedures.reviewSections().stream().sorted().map(Enum::name).toList());
        put(review, "signers", roles(procedures.signers()));
        put(tree, "review", review);
        new CallWriter(conditions, this::allowance).write(procedures, tree);
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, Collection<?> values) {
        if (!values.isEmpty()) {
            tree.put(key, List.copyOf(values));
        }
    }

    private static void put(Map<String, Object> tree, String key, Map<String, Object> values) {
        if (!values.isEmpty()) {
            tree.put(key, values);
        }
    }

    private static <T> Map<String, Object> named(
            List<T> parts, Function<T, String> name, Function<T, Map<String, Object>> writer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        parts.forEach(part -> tree.put(name.apply(part), writer.apply(part)));
        return tree;
    }

    private static Object taxonomy(Taxonomy taxonomy) {
        if (taxonomy.equals(Taxonomy.budibase8()) || taxonomy.equals(Taxonomy.deskera6())) {
            return taxonomy.name();
        }
        Map<String, Object> categories = new LinkedHashMap<>();
        for (Taxonomy.Entry entry : taxonomy.entries()) {
            categories.put(
                    entry.category().path(),
                    entry.active() ? entry.criteria() : Map.of("criteria", entry.criteria(), "active", "false"));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", taxonomy.name());
        tree.put("categories", categories);
        return tree;
    }

    private void classification(SelectionPolicy<Category> policy, Map<String, Object> tree) {
        if (policy instanceof CategoryTable table) {
            tree.put(
                    ProceduresReader.CLASSIFICATION,
                    tables.apply(ProceduresReader.CLASSIFICATION, table.table().table()));
        } else if (policy instanceof ConditionTable<Category> table) {
            rows(ProceduresReader.CLASSIFICATION, table, tree);
        } else {
            throw new UnwritableException("a classification that is code: " + policy);
        }
    }

    private void selection(SelectionPolicy<String> policy, Map<String, Object> tree) {
        if (policy instanceof ModelTable table) {
            tree.put(
                    ProceduresReader.SELECTION,
                    tables.apply(ProceduresReader.SELECTION, table.table().table()));
        } else if (policy instanceof ConditionTable<String> table) {
            rows(ProceduresReader.SELECTION, table, tree);
        } else {
            throw new UnwritableException("a selection of models that is code: " + policy);
        }
    }

    private <T> void rows(String key, ConditionTable<T> table, Map<String, Object> tree) {
        if (table.equals(SelectionPolicy.<T>byHand())) {
            return;
        }
        List<Object> rows = new ArrayList<>();
        for (ConditionTable.Row<T> row : table.rows()) {
            Map<String, Object> own = new LinkedHashMap<>();
            own.put("id", row.id());
            own.put("when", conditions.tree(row.when()));
            own.put(SelectionReader.GIVES, row.outcome().toString());
            rows.add(own);
        }
        Map<String, Object> own = new LinkedHashMap<>();
        own.put(SelectionReader.NAME, table.name());
        own.put(SelectionReader.ROWS, rows);
        tree.put(key, own);
    }

    private Map<String, Object> plan(Plan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", plan.name());
        tree.put("kind", plan.kind().name());
        put(tree, "tasks", named(plan.tasks(), TaskTemplate::name, this::task));
        put(tree, "checklist", plan.checklist());
        put(tree, "gives", defaults(plan.defaults()));
        if (plan.reviewBy() != null) {
            tree.put("reviewBy", plan.reviewBy().toString());
        }
        return tree;
    }

    private Map<String, Object> task(TaskTemplate task) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("part", task.part().name());
        if (!task.mandatory()) {
            tree.put("mandatory", "false");
        }
        put(tree, "after", task.after());
        Allowance within = task.within();
        if (within != null) {
            tree.put("within", allowance(within));
        }
        return tree;
    }

    private static Map<String, Object> defaults(ModelDefaults defaults) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Category category = defaults.category();
        if (category != null) {
            tree.put("category", category.path());
        }
        level(tree, "impact", defaults.impact());
        level(tree, "urgency", defaults.urgency());
        level(tree, "severity", defaults.severity());
        Owner owner = defaults.owner();
        if (owner != null) {
            Map<String, Object> named = new LinkedHashMap<>();
            if (owner.group() != null) {
                named.put("group", owner.group());
            }
            if (owner.person() != null) {
                named.put("person", owner.person());
            }
            tree.put("owner", named);
        }
        return tree;
    }

    private static void level(Map<String, Object> tree, String key, @Nullable Level level) {
        if (level != null) {
            tree.put(key, level.name());
        }
    }

    private String allowance(Allowance allowance) {
        return Durations.text(allowance.time()) + TargetReader.OF + calendars.key(allowance.calendar());
    }

    private Map<String, Object> message(MessageLine line) {
        Map<String, Object> tree = when(line.when());
        tree.put("audience", line.audience());
        tree.put("channel", line.channel().name());
        tree.put("template", line.template());
        tree.put(line.repeats() ? "every" : "within", allowance(line.within()));
        return tree;
    }

    private Map<String, Object> when(Condition condition) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("when", conditions.tree(condition));
        return tree;
    }

    private Map<String, Object> staffing(StaffingRule rule) {
        Map<String, Object> tree = when(rule.when());
        tree.put("role", rule.role().name());
        tree.put("count", rule.count());
        tree.put("within", allowance(rule.within()));
        return tree;
    }

    private Map<String, Object> field(FieldRule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("at", rule.stage().name());
        tree.putAll(when(rule.when()));
        tree.put("requires", rule.fields().stream().map(Field::fieldName).toList());
        return tree;
    }

    private Map<String, Object> change(ChangePolicy policy) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("what", policy.what());
        tree.put("approvers", roles(policy.approvers()));
        tree.put("within", allowance(policy.within()));
        return tree;
    }

    private static List<String> roles(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }
}
