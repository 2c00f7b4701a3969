package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Branch;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.TransitionBuilder;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a lifecycle. */
final class TransitionReader {
    private final LifecycleReader lifecycle;
    private final Values values;
    private final FieldReader fields;
    private final GuardReader guards;

    TransitionReader(LifecycleReader lifecycle, Scope scope, Map<String, Guard> guards) {
        this.lifecycle = lifecycle;
        this.values = scope.values;
        this.fields = new FieldReader(scope);
        this.guards = new GuardReader(scope, guards);
    }

    /** A step as it was read. */
    record Step(
            Action action,
            List<Status> from,
            List<Branch> branches,
            Map<String, List<Field>> required,
            List<Role> roles,
            List<Guard> guards) {
        /** The reason of fields that are required for every reason. */
        static final String ALWAYS = "";

        TransitionBuilder apply(TransitionBuilder builder) {
            builder.from(from.toArray(new Status[0]));
            for (Branch branch : branches) {
                Status to = branch.to();
                if (to != null && branch.when().isEmpty()) {
                    builder.to(to);
                } else if (to != null) {
                    builder.toWhen(to, branch.when().toArray(new Guard[0]));
                }
            }
            required.forEach((reason, fields) -> {
                Field[] all = fields.toArray(new Field[0]);
                if (reason.equals(ALWAYS)) {
                    builder.requires(all);
                } else {
                    builder.requiresFor(reason, all);
                }
            });
            return builder.roles(roles.toArray(new Role[0])).guards(guards.toArray(new Guard[0]));
        }
    }

    List<Step> read(Section section, List<String> checklist) {
        List<Step> read = new ArrayList<>();
        Node node = section.get("transitions");
        int index = 0;
        for (Node item : node == null ? List.<Node>of() : Values.items(node)) {
            Section step = values.section(item, section.path("transitions") + "[" + index++ + "]");
            if (step != null) {
                steps(step, checklist, read);
            }
        }
        return read;
    }

    /** One item may name several actions that have all else in common. */
    private void steps(Section section, List<String> checklist, List<Step> read) {
        List<Node.Text> names = section.texts("action");
        if (names == null) {
            section.need("action");
        }
        List<Status> from = from(section);
        List<Branch> branches = branches(section, checklist);
        Map<String, List<Field>> required = required(section);
        List<Role> roles = roles(section);
        List<Guard> all = guards.guards(section.get("guards"), section.path("guards"), checklist);
        section.close();
        for (Node.Text name : names == null ? List.<Node.Text>of() : names) {
            Action action = values.made(name, section.path("action"), () -> new Action(name.value()));
            if (action != null) {
                read.add(new Step(action, from, branches, required, roles, all));
            }
        }
    }

    private List<Status> from(Section section) {
        List<Status> from = new ArrayList<>();
        for (Node.Text text : texts(section, "from")) {
            Status status = lifecycle.status(text, section.path("from"));
            if (status != null) {
                from.add(status);
            }
        }
        return from;
    }

    private List<Role> roles(Section section) {
        List<Role> roles = new ArrayList<>();
        for (Node.Text text : texts(section, "roles")) {
            Role role = values.made(text, section.path("roles"), () -> new Role(text.value()));
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static List<Node.Text> texts(Section section, String key) {
        List<Node.Text> texts = section.texts(key);
        return texts == null ? List.of() : texts;
    }

    private List<Branch> branches(Section section, List<String> checklist) {
        List<Branch> branches = new ArrayList<>();
        Node node = section.get("to");
        String path = section.path("to");
        for (Node item : node == null ? List.<Node>of() : Values.items(node)) {
            Branch branch = item instanceof Node.Text ? branch(item, path, List.of()) : guarded(item, path, checklist);
            if (branch != null) {
                branches.add(branch);
            }
        }
        return branches;
    }

    private @Nullable Branch branch(Node node, String path, List<Guard> when) {
        Status status = lifecycle.status(node, path);
        return status == null ? null : new Branch(status, when);
    }

    private @Nullable Branch guarded(Node node, String path, List<String> checklist) {
        Section section = values.section(node, path);
        if (section == null) {
            return null;
        }
        Node status = section.need("status");
        Node whenNode = section.need("when");
        List<Guard> when = guards.guards(section.get("when"), section.path("when"), checklist);
        section.close();
        return status == null || whenNode == null || when.isEmpty() ? null : branch(status, path, when);
    }

    private Map<String, List<Field>> required(Section section) {
        Map<String, List<Field>> required = new LinkedHashMap<>();
        List<Field> always = fields.fields(texts(section, "requires"), section.path("requires"));
        if (!always.isEmpty()) {
            required.put(Step.ALWAYS, always);
        }
        String path = section.path("requiresFor");
        section.entries("requiresFor").forEach((reason, entry) -> {
            String at = Values.path(path, reason);
            if (reason.isBlank()) {
                values.report().error(DefinitionCode.VALUE, entry.key(), path, "a reason has a name");
            } else {
                required.put(reason, fields.fields(values.texts(entry.value(), at), at));
            }
        });
        return required;
    }
}
