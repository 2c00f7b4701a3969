package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Collects a lifecycle. What contradicts itself is refused by {@link #build()}, with everything that is wrong; what is
 * merely unwise is found by {@link Lifecycle#verify()}. Not safe for use by several threads.
 */
public final class LifecycleBuilder {
    String name;
    final Map<String, Status> statuses = new LinkedHashMap<>();
    final Set<Action> actions = new LinkedHashSet<>();
    final Set<Action> cascades = new LinkedHashSet<>();
    final List<Transition> transitions = new ArrayList<>();
    final Map<Status, Set<Field>> readOnly = new HashMap<>();
    final List<String> checklist = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    LifecycleBuilder(String name) {
        this.name = checked(name);
    }

    private static String checked(String name) {
        if (name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException(
                    "A lifecycle needs a name of 1 to 60 characters, but has '" + name + "'");
        }
        return name;
    }

    LifecycleBuilder(Lifecycle existing) {
        this.name = existing.name();
        existing.statuses().forEach(status -> statuses.put(status.name(), status));
        actions.addAll(existing.actions());
        cascades.addAll(existing.cascades());
        transitions.addAll(existing.transitions());
        readOnly.putAll(existing.readOnly());
        checklist.addAll(existing.checklist());
    }

    /**
     * Gives another name.
     *
     * @param other 1 to 60 characters
     * @return this
     * @throws IllegalArgumentException if it is blank or too long
     */
    public LifecycleBuilder name(String other) {
        this.name = checked(other);
        return this;
    }

    /**
     * Declares statuses.
     *
     * @param added statuses with names that are new
     * @return this
     */
    public LifecycleBuilder statuses(Status... added) {
        for (Status status : added) {
            if (statuses.putIfAbsent(status.name(), status) != null) {
                findings.add("status " + status + " is declared twice");
            }
        }
        return this;
    }

    /**
     * Declares a status.
     *
     * @param status its name
     * @param phase what it means
     * @return this
     */
    public LifecycleBuilder status(String status, Phase phase) {
        return statuses(new Status(status, phase));
    }

    /**
     * Declares actions that no transition may use yet. Actions of transitions are declared by them.
     *
     * @param added the actions
     * @return this
     */
    public LifecycleBuilder actions(Action... added) {
        actions.addAll(List.of(added));
        return this;
    }

    /**
     * Says that an action befalls incidents by way of their parent, so that each open status must answer it.
     *
     * @param action the action
     * @return this
     */
    public LifecycleBuilder cascade(Action action) {
        actions.add(action);
        cascades.add(action);
        return this;
    }

    /**
     * Adds a transition.
     *
     * @param action what is done
     * @param step says from where, to where and what it requires
     * @return this
     */
    public LifecycleBuilder transition(Action action, UnaryOperator<TransitionBuilder> step) {
        actions.add(action);
        transitions.add(
                step.apply(new TransitionBuilder(action, statuses, findings)).build());
        return this;
    }

    /**
     * Adds transitions that leave the status as it is and require nothing.
     *
     * @param from the statuses from which they may be taken
     * @param stays what may be done there
     * @return this
     */
    public LifecycleBuilder staying(List<Status> from, Action... stays) {
        for (Action action : stays) {
            transition(action, step -> step.from(from.toArray(new Status[0])));
        }
        return this;
    }

    /**
     * Lets a status answer all that another one answers, by the same steps, and protects the same fields there. What the
     * status answers already stays: declare first what is to differ.
     *
     * @param status a declared status
     * @param existing a declared status that serves as the example
     * @return this
     */
    public LifecycleBuilder like(Status status, Status existing) {
        for (Status named : List.of(status, existing)) {
            if (!named.equals(statuses.get(named.name()))) {
                findings.add(status + " is to be like " + existing + ", but " + named + " in phase " + named.phase()
                        + " is not declared: " + statuses.values());
            }
        }
        Set<Action> answered = transitions.stream()
                .filter(transition -> transition.from().contains(status))
                .map(Transition::action)
                .collect(Collectors.toSet());
        transitions.replaceAll(
                transition -> transition.from().contains(existing) && !answered.contains(transition.action())
                        ? also(transition, status)
                        : transition);
        Set<Field> fields = readOnly.get(existing);
        return fields == null ? this : readOnly(status, fields.toArray(new Field[0]));
    }

    private Transition also(Transition transition, Status status) {
        TransitionBuilder copy = new TransitionBuilder(transition.action(), statuses, findings);
        copy.from.addAll(transition.from());
        copy.from.add(status);
        copy.branches.addAll(transition.branches());
        copy.required.addAll(transition.required());
        copy.roles.addAll(transition.roles());
        copy.guards.addAll(transition.guards());
        return copy.build();
    }

    /**
     * Takes every transition of an action away, to deny it or to declare it anew.
     *
     * @param action the action
     * @return this
     */
    public LifecycleBuilder without(Action action) {
        transitions.removeIf(transition -> transition.action().equals(action));
        actions.remove(action);
        cascades.remove(action);
        return this;
    }

    /**
     * Protects fields in a status.
     *
     * @param status the status
     * @param fields the fields that must not be changed there
     * @return this
     */
    public LifecycleBuilder readOnly(Status status, Field... fields) {
        Set<Field> all = new HashSet<>(readOnly.getOrDefault(status, Set.of()));
        all.addAll(List.of(fields));
        readOnly.put(status, Set.copyOf(all));
        return this;
    }

    /**
     * Replaces the closure checklist.
     *
     * @param items the items, each 1 to 100 characters
     * @return this
     */
    public LifecycleBuilder checklist(String... items) {
        checklist.clear();
        checklist.addAll(List.of(items));
        return this;
    }

    /**
     * Makes the lifecycle.
     *
     * @return the lifecycle
     * @throws ConfigurationException if it contradicts itself; it names every contradiction
     */
    public Lifecycle build() {
        List<String> all = new ArrayList<>(findings);
        if (transitions.stream().noneMatch(transition -> transition.from().isEmpty())) {
            all.add("no transition begins an incident");
        }
        checkTwice(all);
        transitions.forEach(transition -> all.addAll(TransitionFaults.of(transition)));
        readOnly.keySet().stream()
                .filter(status -> !status.equals(statuses.get(status.name())))
                .forEach(status -> all.add("read-only fields are declared for the unknown status " + status));
        for (String item : checklist) {
            if (item.isBlank() || item.length() > 100) {
                all.add("checklist item '" + item + "' must have 1 to 100 characters");
            }
        }
        if (!all.isEmpty()) {
            throw new ConfigurationException("lifecycle '" + name + "'", all);
        }
        return new Lifecycle(this);
    }

    private void checkTwice(List<String> all) {
        Set<String> seen = new HashSet<>();
        for (Transition transition : transitions) {
            if (transition.from().isEmpty() && !seen.add("/" + transition.action())) {
                all.add(transition.action() + " begins an incident twice");
            }
            for (Status from : transition.from()) {
                if (!seen.add(from.name() + "/" + transition.action())) {
                    all.add(transition.action() + " from " + from + " is declared twice");
                }
            }
        }
    }
}
