package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Branch;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.Requirement;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.rules.internal.yaml.Durations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes lifecycles as trees. */
final class LifecycleWriter {
    private final Map<String, Guard> guards;
    private final Guard checklist;
    private final Lifecycle lifecycle;
    private final ConditionWriter conditions;

    LifecycleWriter(Lifecycle lifecycle, Map<String, Guard> guards, ConditionWriter conditions) {
        this.lifecycle = lifecycle;
        this.guards = guards;
        this.conditions = conditions;
        this.checklist = Guards.checklist(lifecycle.checklist());
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", lifecycle.name());
        Map<String, Object> statuses = new LinkedHashMap<>();
        lifecycle
                .statuses()
                .forEach(status -> statuses.put(status.name(), status.phase().name()));
        tree.put("statuses", statuses);
        tree.put("actions", lifecycle.actions().stream().map(Action::name).toList());
        if (!lifecycle.checklist().isEmpty()) {
            tree.put("checklist", lifecycle.checklist());
        }
        List<Object> transitions = new ArrayList<>();
        lifecycle.transitions().forEach(transition -> transitions.add(transition(transition)));
        tree.put("transitions", transitions);
        if (!lifecycle.cascades().isEmpty()) {
            tree.put("cascade", lifecycle.cascades().stream().map(Action::name).toList());
        }
        Map<String, Object> readOnly = new TreeMap<>();
        lifecycle
                .readOnly()
                .forEach((status, fields) -> readOnly.put(
                        status.name(),
                        fields.stream().map(Field::fieldName).sorted().toList()));
        if (!readOnly.isEmpty()) {
            tree.put("readOnly", readOnly);
        }
        return tree;
    }

    private Map<String, Object> transition(Transition transition) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("action", transition.action().name());
        if (!transition.from().isEmpty()) {
            tree.put(
                    "from",
                    lifecycle.statuses().stream()
                            .filter(transition.from()::contains)
                            .map(Status::name)
                            .toList());
        }
        List<Object> branches = new ArrayList<>();
        transition.branches().forEach(branch -> branch(branch, branches));
        if (!branches.isEmpty()) {
            tree.put("to", branches);
        }
        required(transition, tree);
        permitted(transition, tree);
        return tree;
    }

    private void permitted(Transition transition, Map<String, Object> tree) {
        if (!transition.roles().isEmpty()) {
            tree.put(
                    "roles",
                    transition.roles().stream().map(Role::name).sorted().toList());
        }
        if (!transition.guards().isEmpty()) {
            tree.put("guards", transition.guards().stream().map(this::guard).toList());
        }
    }

    private void branch(Branch branch, List<Object> branches) {
        Status to = branch.to();
        if (to == null) {
            return; // where no branch is taken, the status stays
        }
        if (branch.when().isEmpty()) {
            branches.add(to.name());
            return;
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("status", to.name());
        tree.put("when", branch.when().stream().map(this::guard).toList());
        branches.add(tree);
    }

    private static void required(Transition transition, Map<String, Object> tree) {
        List<String> always = new ArrayList<>();
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Requirement requirement : transition.required()) {
            String reason = requirement.forReason();
            if (reason == null) {
                always.add(requirement.field().fieldName());
            } else {
                byReason.computeIfAbsent(reason, key -> new ArrayList<>())
                        .add(requirement.field().fieldName());
            }
        }
        if (!always.isEmpty()) {
            tree.put("requires", always);
        }
        if (!byReason.isEmpty()) {
            tree.put("requiresFor", byReason);
        }
    }

    private Object guard(Guard guard) {
        if (guard.equals(checklist)) {
            return GuardReader.CHECKLIST;
        }
        Optional<Object> made = Guards.quietTime(guard)
                .<Object>map(time -> Map.of(GuardReader.QUIET_FOR, Durations.text(time)))
                .or(() ->
                        Guards.reviewedWhere(guard).map(where -> Map.of(GuardReader.REVIEWED, conditions.tree(where))))
                .or(() -> Guards.checklistItems(guard).map(items -> Map.of(GuardReader.CHECKLIST, items)));
        if (made.isPresent()) {
            return made.get();
        }
        boolean known = Guards.plain().contains(guard) || guard.equals(guards.get(guard.name()));
        if (!known) {
            throw new UnwritableException(
                    "guard " + guard + ", which is code that the reader does not know: " + guards.keySet());
        }
        return guard.name();
    }
}
