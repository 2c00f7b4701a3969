package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.FieldRule;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.StaffingRule;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of people: messages, presence, fields, and decisions about emergency changes. */
final class DutyReader {
    private final Scope scope;
    private final Values values;
    private final Allowances allowances;
    private final ConditionReader conditions;
    private final Places places;
    private final @Nullable Lifecycle lifecycle;

    /**
     * Creates a reader.
     *
     * @param lifecycle the lifecycle whose actions are the stages; null where it could not be read
     */
    DutyReader(Scope scope, Places places, @Nullable Lifecycle lifecycle) {
        this.scope = scope;
        this.values = scope.values;
        this.allowances = new Allowances(scope);
        this.conditions = new ConditionReader(scope);
        this.places = places;
        this.lifecycle = lifecycle;
    }

    private static @Nullable String needed(Section section, String key) {
        return section.need(key) == null ? null : section.text(key);
    }

    /** A line that is told again and again has 'every', one that is told once has 'within'. */
    @Nullable
    MessageLine message(String name, Section section) {
        boolean repeats = section.has("every");
        Allowance every = allowances.at(section, "every");
        Allowance once = allowances.at(section, "within");
        Condition when = conditions.condition(section, "when", repeats ? Condition.open() : Condition.ALWAYS);
        String audience = needed(section, "audience");
        String channel = needed(section, "channel");
        String template = needed(section, "template");
        section.close();
        places.put("line", name, section);
        if (repeats == section.has("within")) {
            String wanted = "expected either 'every', for a message again and again, or 'within', for one";
            scope.report().error(DefinitionCode.SHAPE, section.node(), section.path(), wanted);
            return null;
        }
        Allowance allowance = repeats ? every : once;
        return audience == null || channel == null || template == null || allowance == null
                ? null
                : values.made(
                        section.node(),
                        section.path(),
                        () -> new MessageLine(
                                name, when, audience, new Channel(channel), template, allowance, repeats));
    }

    @Nullable
    StaffingRule staffing(String name, Section section) {
        Condition when = conditions.condition(section, "when", Condition.ALWAYS);
        String role = needed(section, "role");
        Node countNode = section.need("count");
        Integer count = countNode == null ? null : values.integer(countNode, section.path("count"));
        Allowance within = allowances.needed(section, "within");
        section.close();
        places.put("staffing rule", name, section);
        return role == null || count == null || within == null
                ? null
                : values.made(
                        section.node(),
                        section.path(),
                        () -> new StaffingRule(name, when, new Role(role), count, within));
    }

    @Nullable
    FieldRule field(String name, Section section) {
        Action stage = stage(section);
        Condition when = conditions.condition(section, "when", Condition.ALWAYS);
        section.need("requires");
        List<Node.Text> texts = section.texts("requires");
        List<Field> fields = texts == null ? List.of() : new FieldReader(scope).fields(texts, section.path("requires"));
        section.close();
        places.put("field rule", name, section);
        return stage == null || texts == null || fields.size() < texts.size()
                ? null
                : values.made(section.node(), section.path(), () -> new FieldRule(name, stage, when, fields));
    }

    private @Nullable Action stage(Section section) {
        Node node = section.need("at");
        String path = section.path("at");
        if (node == null) {
            return null;
        }
        String name = lifecycle == null
                ? values.text(node, path)
                : values.oneOf(
                        node,
                        path,
                        "an action of the lifecycle",
                        lifecycle.actions().stream().map(Action::name).toList());
        return name == null ? null : values.made(node, path, () -> new Action(name));
    }

    @Nullable
    ChangePolicy change(String name, Section section) {
        String what = needed(section, "what");
        section.need("approvers");
        Set<Role> approvers = roles(section, "approvers");
        Allowance within = allowances.needed(section, "within");
        section.close();
        places.put("policy of emergency changes", name, section);
        return what == null || within == null || approvers.isEmpty()
                ? null
                : values.made(section.node(), section.path(), () -> new ChangePolicy(name, what, approvers, within));
    }

    Set<Role> roles(Section section, String key) {
        Set<Role> roles = new LinkedHashSet<>();
        List<Node.Text> texts = section.texts(key);
        for (Node.Text text : texts == null ? List.<Node.Text>of() : texts) {
            Role role = values.made(text, section.path(key), () -> new Role(text.value()));
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }
}
