package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.TaskPart;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.ModelDefaults;
import dev.incidentkit.core.process.ModelDefaultsBuilder;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.TaskTemplate;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads incident models and plans. */
final class PlanReader {
    private final Scope scope;
    private final Values values;
    private final Allowances allowances;
    private final Places places;

    PlanReader(Scope scope, Places places) {
        this.scope = scope;
        this.values = scope.values;
        this.allowances = new Allowances(scope);
        this.places = places;
    }

    List<Plan> plans(Node node, String path) {
        List<Plan> plans = new ArrayList<>();
        int index = 0;
        for (Node item : Values.items(node)) {
            Section section = values.section(item, path + "[" + index++ + "]");
            Plan plan = section == null ? null : plan(section);
            if (plan != null) {
                plans.add(plan);
            }
        }
        return plans;
    }

    private @Nullable Plan plan(Section section) {
        String name = section.need("name") == null ? null : section.text("name");
        PlanKind kind = section.constant("kind", PlanKind.class, PlanKind.MODEL);
        List<TaskTemplate> tasks = tasks(section);
        List<Node.Text> items = section.texts("checklist");
        ModelDefaults defaults = defaults(section);
        LocalDate reviewBy = date(section, "reviewBy");
        section.close();
        if (name == null) {
            return null;
        }
        places.put("plan", kind + " " + name, section);
        places.put("model", name, section);
        List<String> checklist =
                items == null ? List.of() : items.stream().map(Node.Text::value).toList();
        return values.made(
                section.node(), section.path(), () -> new Plan(kind, name, tasks, checklist, defaults, reviewBy));
    }

    private @Nullable LocalDate date(Section section, String key) {
        Node node = section.get(key);
        return node == null
                ? null
                : values.parsed(node, section.path(key), "a date, like 2026-12-24", LocalDate::parse);
    }

    private List<TaskTemplate> tasks(Section plan) {
        List<TaskTemplate> tasks = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(plan.entries("tasks").keySet());
        plan.entries("tasks").forEach((name, entry) -> {
            Section section = values.section(entry.value(), Values.path(plan.path("tasks"), name));
            TaskTemplate task = section == null ? null : task(name, section, names);
            if (task != null) {
                tasks.add(task);
            }
        });
        return tasks;
    }

    private @Nullable TaskTemplate task(String name, Section section, Collection<String> names) {
        TaskPart part = section.constant("part", TaskPart.class, TaskPart.WORK);
        Node given = section.get("mandatory");
        Boolean mandatory = given == null ? Boolean.TRUE : values.bool(given, section.path("mandatory"));
        Allowance within = allowances.at(section, "within");
        TreeSet<String> after = new TreeSet<>();
        List<Node.Text> before = section.texts("after");
        for (Node.Text text : before == null ? List.<Node.Text>of() : before) {
            if (values.oneOf(text, section.path("after"), "a task of this plan", names) != null) {
                after.add(text.value());
            }
        }
        section.close();
        places.put("task", name, section);
        return mandatory == null
                ? null
                : values.made(
                        section.node(), section.path(), () -> new TaskTemplate(name, part, mandatory, after, within));
    }

    private ModelDefaults defaults(Section plan) {
        Section section = plan.section("gives");
        if (section == null) {
            return ModelDefaults.NONE;
        }
        String category = section.text("category");
        ModelDefaultsBuilder builder = new ModelDefaultsBuilder()
                .category(
                        category == null
                                ? null
                                : values.made(section.node(), section.path("category"), () -> new Category(category)))
                .impact(level(section, "impact", scope.impacts))
                .urgency(level(section, "urgency", scope.urgencies))
                .severity(level(section, "severity", scope.severities))
                .owner(owner(section));
        section.close();
        return builder.build();
    }

    private <L extends Level> @Nullable L level(Section section, String key, Scale<L> scale) {
        Node node = section.get(key);
        List<String> names = scale.levels().stream().map(Level::name).toList();
        String name = node == null ? null : values.oneOf(node, section.path(key), "a level of " + key, names);
        return name == null ? null : scale.level(name);
    }

    /** A group in one word, or group and person. */
    private @Nullable Owner owner(Section section) {
        Node node = section.get("owner");
        String path = section.path("owner");
        if (node == null) {
            return null;
        } else if (node instanceof Node.Text text) {
            return values.made(node, path, () -> Owner.group(text.value()));
        }
        Section named = values.section(node, path);
        return named == null ? null : owner(named, path);
    }

    private @Nullable Owner owner(Section named, String path) {
        String group = named.text("group");
        String person = named.text("person");
        named.close();
        if (group == null && person == null) {
            scope.report().error(DefinitionCode.KEY_MISSING, named.node(), path, "key 'group' or 'person' is missing");
            return null;
        }
        return values.made(named.node(), path, () -> new Owner(group, person));
    }
}
