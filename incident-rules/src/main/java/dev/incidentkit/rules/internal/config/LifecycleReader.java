package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.LifecycleBuilder;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads lifecycles. */
final class LifecycleReader {
    private final Scope scope;
    private final Values values;
    private final TransitionReader transitions;
    private final FieldReader fields;
    private final Map<String, Status> statuses = new LinkedHashMap<>();

    /** The statuses of what is extended and those that are like them: others have no steps that could be taken over. */
    private final Set<String> models = new LinkedHashSet<>();

    /** Which status takes the steps of which other. */
    private final Map<String, String> likes = new LinkedHashMap<>();

    LifecycleReader(Scope scope, Map<String, Guard> guards) {
        this.scope = scope;
        this.values = scope.values;
        this.fields = new FieldReader(scope);
        this.transitions = new TransitionReader(this, scope, guards);
    }

    /**
     * Reads a lifecycle.
     *
     * @param base what the file's lifecycle changes; null for one of its own
     * @param name what it is called where the file does not say
     */
    @Nullable
    Lifecycle lifecycle(Section section, @Nullable Lifecycle base, String name) {
        int errors = scope.report().errors();
        Lifecycle from = extended(section, base);
        String given = section.text("name");
        String called = given == null ? (from == null ? name : from.name()) : given;
        LifecycleBuilder builder = values.made(
                section.node(),
                section.path(),
                () -> from == null
                        ? Lifecycle.builder(called)
                        : Lifecycle.builder(from).name(called));
        if (builder == null) {
            return null;
        }
        if (from != null) {
            from.statuses().forEach(status -> statuses.put(status.name(), status));
        }
        statuses(section, builder);
        scope.statuses = List.copyOf(statuses.values());
        actions(section, "actions").forEach(builder::actions);
        List<String> checklist = checklist(section, from, builder);
        steps(section, from, builder, checklist);
        readOnly(section, builder);
        section.close();
        return errors < scope.report().errors() ? null : built(section, builder);
    }

    private static List<String> checklist(Section section, @Nullable Lifecycle from, LifecycleBuilder builder) {
        List<Node.Text> items = section.texts("checklist");
        if (items == null) {
            return from == null ? List.of() : from.checklist();
        }
        List<String> checklist = items.stream().map(Node.Text::value).toList();
        builder.checklist(checklist.toArray(new String[0]));
        return checklist;
    }

    private @Nullable Lifecycle extended(Section section, @Nullable Lifecycle base) {
        Node node = section.get("extends");
        if (node == null) {
            return null;
        }
        List<String> names =
                base == null || base.name().equals("itil") ? List.of("itil") : List.of("itil", base.name());
        String name = values.oneOf(node, section.path("extends"), "a lifecycle to extend", names);
        return name == null ? null : base != null && name.equals(base.name()) ? base : Lifecycle.itil();
    }

    private @Nullable Lifecycle built(Section section, LifecycleBuilder builder) {
        try {
            return builder.build();
        } catch (ConfigurationException e) {
            e.findings()
                    .forEach(finding -> scope.report()
                            .error(DefinitionCode.CONTRADICTION, section.node(), section.path(), finding));
            return null;
        }
    }

    /** Declares the statuses, and notes which of them takes the steps of which other. */
    private void statuses(Section section, LifecycleBuilder builder) {
        models.addAll(statuses.keySet());
        String path = section.path("statuses");
        section.entries("statuses").forEach((name, entry) -> {
            Phase phase = phase(name, entry, Values.path(path, name));
            Status status = phase == null ? null : values.made(entry.key(), path, () -> new Status(name, phase));
            if (status != null && statuses.putIfAbsent(name, status) != null) {
                String message = "status '" + name + "' is there already in what is extended";
                scope.report().error(DefinitionCode.NAME_REPEATED, entry.key(), path, message);
            } else if (status != null) {
                builder.statuses(status);
            }
        });
    }

    private @Nullable Phase phase(String name, Node.Entry entry, String path) {
        if (!(entry.value() instanceof Node.Entries)) {
            return values.constant(entry.value(), path, Phase.class);
        }
        Section section = values.section(entry.value(), path);
        Node phase = section == null ? null : section.need("phase");
        Node like = section == null ? null : section.get("like");
        String model = like == null ? null : values.oneOf(like, path, "a status that has steps already", models);
        if (model != null) {
            likes.put(name, model);
            models.add(name);
        }
        if (section != null) {
            section.close();
        }
        return phase == null ? null : values.constant(phase, path, Phase.class);
    }

    private void steps(Section section, @Nullable Lifecycle from, LifecycleBuilder builder, List<String> checklist) {
        List<TransitionReader.Step> read = transitions.read(section, checklist);
        Set<Action> replaced = new LinkedHashSet<>();
        read.forEach(step -> replaced.add(step.action()));
        List<Action> denied = actions(section, "without");
        if (from != null) {
            Set<Action> all = new LinkedHashSet<>(replaced);
            all.addAll(denied);
            all.forEach(builder::without);
            like(builder);
            from.cascades().stream()
                    .filter(action -> replaced.contains(action) && !denied.contains(action))
                    .forEach(builder::cascade);
        }
        read.forEach(step -> builder.transition(step.action(), step::apply));
        actions(section, "cascade").forEach(builder::cascade);
    }

    /** A status that could not be read has been reported, and is like no other. */
    private void like(LifecycleBuilder builder) {
        likes.forEach((name, other) -> {
            Status status = statuses.get(name);
            Status model = statuses.get(other);
            if (status != null && model != null) {
                builder.like(status, model);
            }
        });
    }

    private List<Action> actions(Section section, String key) {
        List<Action> actions = new ArrayList<>();
        List<Node.Text> texts = section.texts(key);
        if (texts != null) {
            for (Node.Text text : texts) {
                Action action = values.made(text, section.path(key), () -> new Action(text.value()));
                if (action != null) {
                    actions.add(action);
                }
            }
        }
        return actions;
    }

    private void readOnly(Section section, LifecycleBuilder builder) {
        String path = section.path("readOnly");
        section.entries("readOnly").forEach((name, entry) -> {
            Status status = status(entry.key(), path);
            String at = Values.path(path, name);
            List<Field> locked = fields.fields(values.texts(entry.value(), at), at);
            if (status != null) {
                builder.readOnly(status, locked.toArray(new Field[0]));
            }
        });
    }

    @Nullable
    Status status(Node node, String path) {
        String name = values.oneOf(node, path, "a status", statuses.keySet());
        return name == null ? null : statuses.get(name);
    }
}
