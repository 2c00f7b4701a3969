package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a lifecycle, made by its builder. Equal to another with equal content. Immutable and safe for use by several
 * threads.
 */
public final class Transition {
    private final Action action;
    private final Set<Status> from;
    private final List<Branch> branches;
    private final List<Requirement> required;
    private final Set<Role> roles;
    private final List<Guard> guards;

    /** The same as the lists, for those who walk through them at each step. */
    final Requirement[] requirements;

    final Guard.Check[] checks;

    private final Role[] permitted;

    /** Where it leads in any case; null where that depends. */
    private final @Nullable Status always;

    /** The guards of the branches, as arrays. */
    private final Guard.Check[][] conditions;

    private final boolean leadsOn;

    Transition(TransitionBuilder builder) {
        this.action = builder.action;
        this.from = Set.copyOf(builder.from);
        this.branches = List.copyOf(builder.branches);
        this.required = List.copyOf(builder.required);
        this.roles = Set.copyOf(builder.roles);
        this.guards = List.copyOf(builder.guards);
        this.requirements = required.toArray(new Requirement[0]);
        this.permitted = builder.roles.toArray(new Role[0]);
        this.checks = guards.stream().map(Guard::check).toArray(Guard.Check[]::new);
        Branch first = branches.get(0);
        this.always = first.when().isEmpty() ? first.to() : null;
        this.conditions = branches.stream().map(Branch::checks).toArray(Guard.Check[][]::new);
        this.leadsOn = branches.stream().allMatch(branch -> branch.to() != null && !from.contains(branch.to()));
    }

    /** {@return what is done} */
    public Action action() {
        return action;
    }

    /** {@return the statuses from which it may be done; empty for the step that begins an incident} */
    public Set<Status> from() {
        return from;
    }

    /** {@return where it leads, at least one; the last is always open} */
    public List<Branch> branches() {
        return branches;
    }

    /** {@return the fields that must be known} */
    public List<Requirement> required() {
        return required;
    }

    /** {@return the roles that may take it; empty where anybody may} */
    public Set<Role> roles() {
        return roles;
    }

    /** {@return the guards that must be content} */
    public List<Guard> guards() {
        return guards;
    }

    /**
     * Where the transition leads for an incident.
     *
     * @param incident the incident as it stands
     * @param context who asks, when, and what ports answered
     * @return the status after it, which may be the same
     */
    public Status target(Incident incident, CommandContext context) {
        return always != null ? always : branched(incident, context);
    }

    private Status branched(Incident incident, CommandContext context) {
        for (int i = 0; i < conditions.length; i++) {
            if (areContent(conditions[i], incident, context)) {
                Status to = branches.get(i).to();
                return to == null ? incident.status() : to;
            }
        }
        throw new IllegalStateException("The last branch of " + this + " is always open");
    }

    private static boolean areContent(Guard.Check[] checks, Incident incident, CommandContext context) {
        for (Guard.Check check : checks) {
            if (!check.unmet(incident, context).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether it leads to another status in any case, wherever it is taken from} */
    public boolean leadsOn() {
        return leadsOn;
    }

    /**
     * Every status that the transition may lead to from a status.
     *
     * @param status one of {@link #from()}
     * @return the statuses, in the order of the branches
     */
    public List<Status> targets(Status status) {
        return branches.stream()
                .map(branch -> branch.to() == null ? status : branch.to())
                .distinct()
                .toList();
    }

    /**
     * Whether an actor may take it.
     *
     * @param actor the actor
     * @return true if no role is demanded or the actor has one of them
     */
    public boolean permits(Actor actor) {
        for (Role role : permitted) {
            if (actor.roles().contains(role)) {
                return true;
            }
        }
        return permitted.length == 0;
    }

    /** The same step with guards that tell what they answer. */
    Transition observedBy(LifecycleProbe probe) {
        TransitionBuilder copy = new TransitionBuilder(action, Map.of(), new ArrayList<>());
        copy.from.addAll(from);
        copy.required.addAll(required);
        copy.roles.addAll(roles);
        guards.forEach(guard -> copy.guards.add(observed(guard, probe)));
        for (Branch branch : branches) {
            copy.branches.add(new Branch(
                    branch.to(),
                    branch.when().stream().map(guard -> observed(guard, probe)).toList()));
        }
        return new Transition(copy);
    }

    private Guard observed(Guard guard, LifecycleProbe probe) {
        return new Guard(guard.name(), guard.version(), (incident, context) -> {
            List<Unmet> unmet = guard.check().unmet(incident, context);
            probe.answered(this, guard, unmet);
            return unmet;
        });
    }

    /** The content as a hash sees it. */
    CanonicalForm canonical() {
        return new CanonicalForm("transition/1")
                .put("action", action)
                .set("from", from.stream().map(Status::name).toList())
                .list("branches", branches.stream().map(Branch::canonical).toList())
                .set("required", required.stream().map(Requirement::canonical).toList())
                .set("roles", roles)
                .list("guards", guards.stream().map(Guard::canonical).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Transition that
                && that.action.equals(action)
                && that.from.equals(from)
                && that.branches.equals(branches)
                && that.required.equals(required)
                && that.roles.equals(roles)
                && that.guards.equals(guards);
    }

    @Override
    public int hashCode() {
        return Objects.hash(action, from, branches, required, roles, guards);
    }

    /** Writes the whole transition in one stable line. */
    @Override
    public String toString() {
        return action + " from " + from.stream().map(Status::name).sorted().toList() + " to " + branches + " requires "
                + required + " roles " + roles.stream().map(Role::name).sorted().toList() + " guards " + guards;
    }
}
