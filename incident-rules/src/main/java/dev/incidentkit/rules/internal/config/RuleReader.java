package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.definition.ClosureRule;
import dev.incidentkit.core.definition.DefinitionChange;
import dev.incidentkit.core.definition.FollowUpRule;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the matrix, automatic closure, reminders, plans of escalation, and what becomes of open incidents. */
final class RuleReader {
    private static final String NEVER = "never";

    private final Scope scope;
    private final Values values;

    RuleReader(Scope scope) {
        this.scope = scope;
        this.values = scope.values;
    }

    @Nullable
    PriorityMatrix matrix(Node node, String path) {
        List<String> impacts = scope.impacts.levels().stream().map(Level::name).toList();
        PriorityMatrix.Builder builder = PriorityMatrix.builder(scope.impacts, scope.urgencies, scope.priorities);
        int errors = scope.report().errors();
        values.entries(node, path).forEach((impact, entry) -> {
            if (!impacts.contains(impact)) {
                values.unknown(entry.key(), path, "an impact", impacts);
            } else {
                row(impact, entry.value(), Values.path(path, impact), builder);
            }
        });
        return errors < scope.report().errors() ? null : values.made(node, path, builder::build);
    }

    private void row(String impact, Node node, String path, PriorityMatrix.Builder builder) {
        List<String> urgencies =
                scope.urgencies.levels().stream().map(Level::name).toList();
        if (node instanceof Node.Entries) {
            values.entries(node, path).forEach((urgency, entry) -> {
                String priority = priority(entry.value(), Values.path(path, urgency));
                if (!urgencies.contains(urgency)) {
                    values.unknown(entry.key(), path, "an urgency", urgencies);
                } else if (priority != null) {
                    builder.cell(impact, urgency, priority);
                }
            });
            return;
        }
        cells(impact, Values.items(node), path, builder);
    }

    private void cells(String impact, List<Node> items, String path, PriorityMatrix.Builder builder) {
        List<String> cells = new ArrayList<>();
        for (Node item : items) {
            String priority = priority(item, path);
            if (priority != null) {
                cells.add(priority);
            }
        }
        if (cells.size() == items.size()) {
            builder.row(impact, cells.toArray(new String[0]));
        }
    }

    private @Nullable String priority(Node node, String path) {
        return values.oneOf(
                node,
                path,
                "a priority",
                scope.priorities.levels().stream().map(Level::name).toList());
    }

    ClosureRule closure(Node node, String path, ClosureRule otherwise) {
        if (node instanceof Node.Text text && text.value().equals(NEVER)) {
            return ClosureRule.never();
        }
        Section section = values.section(node, path);
        if (section == null) {
            return otherwise;
        }
        Node after = section.get("after");
        Node days = section.get("workingDays");
        BusinessCalendar calendar = days == null ? null : calendar(section);
        section.close();
        if ((after == null) == (days == null)) {
            String wanted = "expected 'never', 'after' with a length of time, or 'workingDays' and 'calendar'";
            scope.report().error(DefinitionCode.SHAPE, node, path, wanted);
            return otherwise;
        }
        ClosureRule read = days == null ? after(after, section) : afterDays(days, calendar, section);
        return read == null ? otherwise : read;
    }

    private @Nullable ClosureRule after(@Nullable Node node, Section section) {
        Duration delay = node == null ? null : values.duration(node, section.path("after"));
        return delay == null ? null : values.made(section.node(), section.path(), () -> ClosureRule.after(delay));
    }

    private @Nullable ClosureRule afterDays(Node node, @Nullable BusinessCalendar calendar, Section section) {
        Integer days = values.integer(node, section.path("workingDays"));
        return days == null || calendar == null
                ? null
                : values.made(section.node(), section.path(), () -> ClosureRule.afterWorkingDays(days, calendar));
    }

    private @Nullable BusinessCalendar calendar(Section section) {
        Node node = section.need("calendar");
        String name = node == null
                ? null
                : values.oneOf(node, section.path("calendar"), "a calendar", scope.calendars.keySet());
        return name == null ? null : scope.calendars.get(name);
    }

    DefinitionChange change(Node node, String path) {
        if (node instanceof Node.Text) {
            String word = values.oneOf(node, path, "a rule for open incidents", List.of("STAY", "MIGRATE_OPEN"));
            return "MIGRATE_OPEN".equals(word) ? DefinitionChange.migrateOpen() : DefinitionChange.stay();
        }
        Section section = values.section(node, path);
        Node from = section == null ? null : section.need("migrateFrom");
        if (section == null || from == null) {
            return DefinitionChange.stay();
        }
        section.close();
        Instant instant = values.parsed(
                from, section.path("migrateFrom"), "an instant, like 2026-01-01T00:00:00Z", Instant::parse);
        return instant == null ? DefinitionChange.stay() : DefinitionChange.migrateFrom(instant);
    }

    List<FollowUpRule> followUps(Node node, String path) {
        List<FollowUpRule> rules = new ArrayList<>();
        int index = 0;
        for (Node item : Values.items(node)) {
            Section section = values.section(item, path + "[" + index++ + "]");
            FollowUpRule rule = section == null ? null : followUp(section);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable FollowUpRule followUp(Section section) {
        String reason = needed(section, "reason");
        Integer every = number(section, "everyWorkingDays");
        Integer times = number(section, "times");
        BusinessCalendar calendar = calendar(section);
        String text = needed(section, "text");
        String code = needed(section, "code");
        String note = needed(section, "note");
        ResolutionMethod method = section.need("method") == null
                ? null
                : section.constant("method", ResolutionMethod.class, ResolutionMethod.PERMANENT);
        String category = section.text("category");
        section.close();
        if (reason == null || every == null || times == null || calendar == null || method == null) {
            return null;
        }
        return text == null || code == null || note == null
                ? null
                : values.made(
                        section.node(),
                        section.path(),
                        () -> new FollowUpRule(
                                new HoldReason(reason),
                                every,
                                times,
                                calendar,
                                text,
                                code,
                                note,
                                method,
                                category == null ? null : new Category(category)));
    }

    private @Nullable String needed(Section section, String key) {
        return section.need(key) == null ? null : section.text(key);
    }

    private @Nullable Integer number(Section section, String key) {
        Node node = section.need(key);
        return node == null ? null : values.integer(node, section.path(key));
    }

    Map<String, List<EscalationOrder>> plans(Map<String, Node.Entry> entries, String path) {
        Map<String, List<EscalationOrder>> plans = new LinkedHashMap<>();
        entries.forEach((name, entry) -> {
            List<EscalationOrder> orders = new ArrayList<>();
            String at = Values.path(path, name);
            int index = 0;
            for (Node item : Values.items(entry.value())) {
                Section section = values.section(item, at + "[" + index++ + "]");
                EscalationOrder order = section == null ? null : order(section);
                if (order != null) {
                    orders.add(order);
                }
            }
            plans.put(name, orders);
        });
        return plans;
    }

    private @Nullable EscalationOrder order(Section section) {
        EscalationKind kind = section.constant("kind", EscalationKind.class, EscalationKind.HIERARCHICAL);
        String target = needed(section, "target");
        String reason = needed(section, "reason");
        section.close();
        return target == null || reason == null
                ? null
                : values.made(section.node(), section.path(), () -> new EscalationOrder(kind, target, reason));
    }
}
