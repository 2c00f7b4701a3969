package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.List;
import java.util.Set;

/**
 * A step of a lifecycle.
 *
 * @param action what is done
 * @param from the statuses from which it may be done; empty for the step that begins an incident
 * @param branches where it leads, at least one; the last is always open
 * @param required the fields that must be known
 * @param roles the roles that may take it; empty where anybody may
 * @param guards the guards that must be content
 */
public record Transition(
        Action action,
        Set<Status> from,
        List<Branch> branches,
        List<Requirement> required,
        Set<Role> roles,
        List<Guard> guards) {
    /** Copies the collections. */
    public Transition {
        from = Set.copyOf(from);
        branches = List.copyOf(branches);
        required = List.copyOf(required);
        roles = Set.copyOf(roles);
        guards = List.copyOf(guards);
    }

    /**
     * Where the transition leads for an incident.
     *
     * @param incident the incident as it stands
     * @param context who asks, when, and what ports answered
     * @return the status after it, which may be the same
     */
    public Status target(Incident incident, CommandContext context) {
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            if (branch.isOpen(incident, context)) {
                return branch.to() == null ? incident.status() : branch.to();
            }
        }
        throw new IllegalStateException("The last branch of " + this + " is always open");
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
        return actor.hasAnyOf(roles);
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

    /** Writes the whole transition in one stable line. */
    @Override
    public String toString() {
        return action + " from " + from.stream().map(Status::name).sorted().toList() + " to " + branches + " requires "
                + required + " roles " + roles.stream().map(Role::name).sorted().toList() + " guards " + guards;
    }
}
