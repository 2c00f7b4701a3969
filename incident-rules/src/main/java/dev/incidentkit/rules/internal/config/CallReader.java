package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.policy.OnCallSchedule;
import dev.incidentkit.core.policy.Rotation;
import dev.incidentkit.core.policy.Rotations;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.CascadeEffect;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.EscalationChain;
import dev.incidentkit.core.process.EscalationStep;
import dev.incidentkit.core.process.MajorCandidate;
import dev.incidentkit.core.process.MajorPolicy;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what reaches beyond one incident or one team: cascades, major incidents, escalations, and who is on call. */
final class CallReader {
    /** The table of the default process, in one word. */
    static final String ITIL_CASCADES = "itil";

    private final Values values;
    private final Allowances allowances;
    private final ConditionReader conditions;
    private final Places places;
    private final DutyReader duties;

    CallReader(Scope scope, Places places, DutyReader duties) {
        this.values = scope.values;
        this.allowances = new Allowances(scope);
        this.conditions = new ConditionReader(scope);
        this.places = places;
        this.duties = duties;
    }

    @Nullable
    CascadeRule cascade(String name, Section section) {
        Node at = section.need("at");
        String action = at == null
                ? null
                : values.oneOf(
                        at,
                        section.path("at"),
                        "a step that can be cascaded",
                        CascadeRule.STEPS.stream().map(Action::name).sorted().toList());
        CascadeEffect effect = section.constant("effect", CascadeEffect.class, CascadeEffect.SAME_STEP);
        Set<String> reasons = texts(section, "exceptReasons");
        Set<Role> roles = duties.roles(section, "exceptRoles");
        Condition children = conditions.condition(section, "children", Condition.ALWAYS);
        section.close();
        places.put("cascade rule", name, section);
        return action == null
                ? null
                : values.made(
                        section.node(),
                        section.path(),
                        () -> new CascadeRule(name, new Action(action), effect, reasons, roles, children));
    }

    private static Set<String> texts(Section section, String key) {
        Set<String> found = new LinkedHashSet<>();
        List<Node.Text> texts = section.texts(key);
        (texts == null ? List.<Node.Text>of() : texts).forEach(text -> found.add(text.value()));
        return found;
    }

    @Nullable
    MajorPolicy majors(Section section) {
        List<MajorCandidate> candidates = new ArrayList<>();
        section.entries("candidates").forEach((name, entry) -> {
            MajorCandidate candidate = candidate(name, entry.value(), Values.path(section.path("candidates"), name));
            if (candidate != null) {
                candidates.add(candidate);
            }
        });
        Node named = section.need("deciders");
        Set<Role> deciders = duties.roles(section, "deciders");
        Allowance within = allowances.needed(section, "within");
        section.close();
        places.part("major incidents", section);
        places.part("candidate for major incidents", section);
        return named == null || within == null
                ? null
                : values.made(section.node(), section.path(), () -> new MajorPolicy(candidates, deciders, within));
    }

    private @Nullable MajorCandidate candidate(String name, Node node, String path) {
        Condition when = conditions.condition(node, path);
        return when == null ? null : values.made(node, path, () -> new MajorCandidate(name, when));
    }

    @Nullable
    EscalationChain chain(String name, Section section) {
        Node whenNode = section.need("when");
        Condition when = whenNode == null ? null : conditions.condition(whenNode, section.path("when"));
        Node stepsNode = section.need("steps");
        List<EscalationStep> steps = new ArrayList<>();
        List<Node> items = stepsNode == null ? List.of() : Values.items(stepsNode);
        for (int i = 0; i < items.size(); i++) {
            Section each = values.section(items.get(i), section.path("steps") + "[" + i + "]");
            EscalationStep step = each == null ? null : step(each);
            if (step != null) {
                steps.add(step);
            }
        }
        Integer repeats = repeats(section);
        section.close();
        places.put("chain of escalation", name, section);
        return when == null || stepsNode == null || steps.size() < items.size() || repeats == null
                ? null
                : values.made(section.node(), section.path(), () -> new EscalationChain(name, when, steps, repeats));
    }

    private @Nullable Integer repeats(Section section) {
        Node again = section.get("repeats");
        return again == null ? Integer.valueOf(0) : values.integer(again, section.path("repeats"));
    }

    private @Nullable EscalationStep step(Section section) {
        String target = section.need("target") == null ? null : section.text("target");
        EscalationKind kind = section.constant("kind", EscalationKind.class, EscalationKind.HIERARCHICAL);
        Node flag = section.get("onCall");
        Boolean onCall = flag == null ? Boolean.FALSE : values.bool(flag, section.path("onCall"));
        Node afterNode = section.need("after");
        Duration after = afterNode == null ? null : values.duration(afterNode, section.path("after"));
        section.close();
        return target == null || onCall == null || after == null
                ? null
                : values.made(section.node(), section.path(), () -> new EscalationStep(kind, target, onCall, after));
    }

    OnCallSchedule onCall(Node node, String path) {
        if (node instanceof Node.Text word && word.value().equals(SelectionReader.NONE)) {
            return OnCallSchedule.nobody();
        }
        List<Rotation> rotations = new ArrayList<>();
        List<Node> items = Values.items(node);
        for (int i = 0; i < items.size(); i++) {
            Section section = values.section(items.get(i), path + "[" + i + "]");
            Rotation rotation = section == null ? null : rotation(section);
            if (rotation != null) {
                rotations.add(rotation);
            }
        }
        return new Rotations(rotations);
    }

    private @Nullable Rotation rotation(Section section) {
        String group = section.need("group") == null ? null : section.text("group");
        Node zoneNode = section.need("zone");
        ZoneId zone = zoneNode == null ? null : values.zone(zoneNode, section.path("zone"));
        LocalDateTime from = section.need("from") == null ? null : local(section, "from");
        LocalDateTime until = local(section, "until");
        Node daysNode = section.need("days");
        Integer days = daysNode == null ? null : values.integer(daysNode, section.path("days"));
        section.need("people");
        List<Node.Text> texts = section.texts("people");
        section.close();
        if (group == null || zone == null || from == null || days == null || texts == null) {
            return null;
        }
        List<String> people = texts.stream().map(Node.Text::value).toList();
        return values.made(section.node(), section.path(), () -> new Rotation(group, zone, from, until, days, people));
    }

    private @Nullable LocalDateTime local(Section section, String key) {
        Node node = section.get(key);
        return node == null
                ? null
                : values.parsed(node, section.path(key), "a local time, like 2026-01-05T08:00", LocalDateTime::parse);
    }
}
