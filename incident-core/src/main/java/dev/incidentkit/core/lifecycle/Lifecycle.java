package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statuses of a process and the steps between them, as data. What is not declared is denied. Immutable and safe for
 * use by several threads; looking a step up costs one probe of a hash table and allocates nothing.
 */
public final class Lifecycle {
    private final String name;
    private final Map<String, Status> statuses;
    private final List<Action> actions;
    private final List<Action> cascades;
    private final List<Transition> transitions;
    private final Map<Status, Set<Field>> readOnly;
    private final List<String> checklist;
    private final TransitionTable table;
    private final Map<String, Transition> beginnings;
    private final String hash;

    Lifecycle(LifecycleBuilder builder) {
        this.name = builder.name;
        this.statuses = Collections.unmodifiableMap(new LinkedHashMap<>(builder.statuses));
        this.actions = List.copyOf(builder.actions);
        this.cascades = List.copyOf(builder.cascades);
        this.transitions = List.copyOf(builder.transitions);
        this.readOnly = Map.copyOf(builder.readOnly);
        this.checklist = List.copyOf(builder.checklist);
        this.table = new TransitionTable(transitions);
        this.beginnings = transitions.stream()
                .filter(transition -> transition.from().isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        transition -> transition.action().name(), transition -> transition));
        this.hash = canonicalHash();
    }

    private static CanonicalForm canonical(Map.Entry<Status, Set<Field>> locked) {
        return new CanonicalForm("read-only/1")
                .put("status", locked.getKey().name())
                .set("fields", locked.getValue().stream().map(Field::fieldName).toList());
    }

    private String canonicalHash() {
        return new CanonicalForm("lifecycle/1")
                .put("name", name)
                .list(
                        "statuses",
                        statuses.values().stream()
                                .map(s -> s.phase() + "=" + s.name())
                                .toList())
                .list("actions", actions)
                .list("cascades", cascades)
                .set(
                        "transitions",
                        transitions.stream().map(Transition::canonical).toList())
                .set(
                        "readOnly",
                        readOnly.entrySet().stream().map(Lifecycle::canonical).toList())
                .list("checklist", checklist)
                .hash();
    }

    /**
     * The default lifecycle after ITIL: NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED and CANCELLED.
     *
     * @return the one instance
     */
    public static Lifecycle itil() {
        return ItilLifecycle.INSTANCE;
    }

    /**
     * Begins a lifecycle.
     *
     * @param name 1 to 60 characters
     * @return a builder without statuses
     */
    public static LifecycleBuilder builder(String name) {
        return new LifecycleBuilder(name);
    }

    /**
     * Begins a lifecycle that is another one with changes.
     *
     * @param existing the lifecycle to begin with
     * @return a builder that has all of it
     */
    public static LifecycleBuilder builder(Lifecycle existing) {
        return new LifecycleBuilder(existing);
    }

    /**
     * {@return a copy of equal content that tells what its guards answer; this one stays as it is, and pays nothing}
     *
     * @param probe is told; must be safe for the threads that decide
     */
    public Lifecycle observedBy(LifecycleProbe probe) {
        LifecycleBuilder copy = new LifecycleBuilder(this);
        copy.transitions.replaceAll(step -> step.observedBy(probe));
        return new Lifecycle(copy);
    }

    /** {@return the name} */
    public String name() {
        return name;
    }

    /** {@return the statuses in the order in which they were declared} */
    public List<Status> statuses() {
        return List.copyOf(statuses.values());
    }

    /**
     * The status of a name.
     *
     * @param status the exact name
     * @return the status, or empty
     */
    public Optional<Status> status(String status) {
        return Optional.ofNullable(statuses.get(status));
    }

    /** {@return the actions that were declared, whether or not a transition uses them} */
    public List<Action> actions() {
        return actions;
    }

    /** {@return the actions by which something befalls the children of an incident, which each open status must answer} */
    public List<Action> cascades() {
        return cascades;
    }

    /** {@return the transitions in the order in which they were declared} */
    public List<Transition> transitions() {
        return transitions;
    }

    /** {@return the fields that must not be changed, by status} */
    public Map<Status, Set<Field>> readOnly() {
        return readOnly;
    }

    /** {@return the items of the closure checklist} */
    public List<String> checklist() {
        return checklist;
    }

    /** {@return the content hash, 64 hexadecimal digits: lifecycles with equal content have equal hashes} */
    public String hash() {
        return hash;
    }

    /**
     * The step of an action from a status.
     *
     * @param from the status
     * @param action the action
     * @return the transition, or empty where it is denied
     */
    public Optional<Transition> transition(Status from, Action action) {
        return table.find(from, action);
    }

    /**
     * The step that begins an incident.
     *
     * @param action the action, {@link Action#REPORT} in the default lifecycle
     * @return the transition, or empty where it is denied
     */
    public Optional<Transition> beginning(Action action) {
        return Optional.ofNullable(beginnings.get(action.name()));
    }

    /**
     * Everything that stands against a command, at once.
     *
     * @param incident the incident as it stands
     * @param command what is asked for
     * @param context who asks, when, and what ports answered
     * @return every unmet requirement; empty where the step may be taken
     */
    public List<Unmet> check(Incident incident, IncidentCommand command, CommandContext context) {
        Transition transition = table.find(incident.status(), command.action()).orElse(null);
        return transition == null
                ? List.of(unknown(command.action(), incident.status()))
                : check(transition, incident, command, context);
    }

    /**
     * Everything that stands against a step that was looked up before, at once.
     *
     * @param transition what {@link #transition} found for the incident's status and the command's action
     * @param incident the incident as it stands
     * @param command what is asked for
     * @param context who asks, when, and what ports answered
     * @return every unmet requirement; empty where the step may be taken
     */
    public List<Unmet> check(
            Transition transition, Incident incident, IncidentCommand command, CommandContext context) {
        List<Unmet> unmet = null;
        for (Requirement requirement : transition.requirements) {
            Field field = requirement.field();
            if (!Carried.gives(command, field) && applies(requirement, command) && !incident.has(field)) {
                unmet = Unmets.add(unmet, required(requirement));
            }
        }
        if (!transition.permits(context.actor())) {
            unmet = Unmets.add(unmet, forbidden(transition, context.actor()));
        }
        Set<Field> locked = readOnly.isEmpty() ? null : readOnly.get(incident.status());
        if (locked != null) {
            unmet = Unmets.addAll(unmet, locked(locked, command, incident.status()));
        }
        for (Guard.Check check : transition.checks) {
            unmet = Unmets.addAll(unmet, check.unmet(incident, context));
        }
        return unmet == null ? List.of() : List.copyOf(unmet);
    }

    /**
     * Everything that stands against a command that begins an incident. Guards are not asked: there is no incident yet.
     *
     * @param command what is asked for
     * @param context who asks, when, and what ports answered
     * @return every unmet requirement; empty where the incident may begin
     */
    public List<Unmet> checkBeginning(IncidentCommand command, CommandContext context) {
        Transition transition = beginnings.get(command.action().name());
        if (transition == null) {
            return List.of(new Unmet(
                    UnmetKind.TRANSITION,
                    UnmetCode.TRANSITION_UNKNOWN,
                    null,
                    command.action() + " does not begin an incident; these do: " + beginnings.keySet()));
        }
        List<Unmet> unmet = new ArrayList<>();
        for (Requirement requirement : transition.required()) {
            if (applies(requirement, command) && !command.gives(requirement.field())) {
                unmet.add(required(requirement));
            }
        }
        if (!transition.permits(context.actor())) {
            unmet.add(forbidden(transition, context.actor()));
        }
        return List.copyOf(unmet);
    }

    /**
     * What the lifecycle knows from where an incident stands, with what each step still lacks before anything is given
     * with it.
     *
     * @param incident the incident as it stands
     * @param context who would take the step, when, and what ports answered
     * @return the actions in the order in which their transitions were declared
     */
    public List<AvailableAction> availableActions(Incident incident, CommandContext context) {
        Status from = incident.status();
        List<AvailableAction> available = new ArrayList<>();
        for (Transition transition : transitions) {
            if (transition.from().contains(from)) {
                available.add(new AvailableAction(
                        transition.action(), transition.targets(from), lacking(transition, incident, context)));
            }
        }
        return List.copyOf(available);
    }

    private static List<Unmet> lacking(Transition transition, Incident incident, CommandContext context) {
        List<Unmet> lacking = new ArrayList<>();
        for (Requirement requirement : transition.required()) {
            if (!incident.has(requirement.field())) {
                lacking.add(required(requirement));
            }
        }
        if (!transition.permits(context.actor())) {
            lacking.add(forbidden(transition, context.actor()));
        }
        transition.guards().forEach(guard -> lacking.addAll(guard.check().unmet(incident, context)));
        return lacking;
    }

    /**
     * Looks for faults: statuses that cannot be reached, ways that do not end, actions that do nothing, and more. Each
     * finding has a shortest counter-example.
     *
     * @return the findings; empty for a sound lifecycle
     */
    public List<LifecycleFinding> verify() {
        return verify(List.of());
    }

    /**
     * Looks for faults of the lifecycle and of clocks over it.
     *
     * @param clocks when clocks run, pause and stop
     * @return the findings; empty for a sound lifecycle
     */
    public List<LifecycleFinding> verify(List<ClockRule> clocks) {
        return new LifecycleVerifier(this).verify(clocks);
    }

    private static boolean applies(Requirement requirement, IncidentCommand command) {
        String reason = requirement.forReason();
        return reason == null || reason.equals(Carried.reasonName(command));
    }

    private static Unmet unknown(Action action, Status from) {
        return new Unmet(
                UnmetKind.TRANSITION,
                UnmetCode.TRANSITION_UNKNOWN,
                null,
                action + " is not allowed while the incident is " + from.name());
    }

    private static Unmet required(Requirement requirement) {
        String reason = requirement.forReason();
        return new Unmet(
                UnmetKind.FIELD,
                UnmetCode.FIELD_REQUIRED,
                requirement.field().fieldName(),
                requirement.field().fieldName() + " must be given" + (reason == null ? "" : " for reason " + reason));
    }

    private static Unmet forbidden(Transition transition, Actor actor) {
        return new Unmet(
                UnmetKind.PERMISSION,
                UnmetCode.ROLE_REQUIRED,
                null,
                transition.action() + " takes one of the roles "
                        + transition.roles().stream().map(Role::name).sorted().toList() + ", but " + actor.id()
                        + " has "
                        + actor.roles().stream().map(Role::name).sorted().toList());
    }

    private static List<Unmet> locked(Set<Field> fields, IncidentCommand command, Status from) {
        return fields.stream()
                .filter(command::gives)
                .map(Field::fieldName)
                .sorted()
                .map(field -> new Unmet(
                        UnmetKind.READ_ONLY,
                        UnmetCode.FIELD_READ_ONLY,
                        field,
                        field + " must not be changed while the incident is " + from.name()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lifecycle that && that.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "Lifecycle " + name + " " + statuses.keySet();
    }
}
