package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects one transition. Without {@link #from} it begins an incident; without {@link #to} it leaves the status as it
 * is. Not safe for use by several threads.
 */
public final class TransitionBuilder {
    final Action action;
    private final Map<String, Status> known;
    private final List<String> findings;
    final Set<Status> from = new LinkedHashSet<>();
    final List<Branch> branches = new ArrayList<>();
    final List<Requirement> required = new ArrayList<>();
    final Set<Role> roles = new LinkedHashSet<>();
    final List<Guard> guards = new ArrayList<>();

    TransitionBuilder(Action action, Map<String, Status> known, List<String> findings) {
        this.action = action;
        this.known = known;
        this.findings = findings;
    }

    /**
     * Says from where the step may be taken.
     *
     * @param statuses declared statuses
     * @return this
     */
    public TransitionBuilder from(Status... statuses) {
        for (Status status : statuses) {
            check(status);
            from.add(status);
        }
        return this;
    }

    /**
     * Says where the step leads, if no earlier branch was taken.
     *
     * @param status a declared status
     * @return this
     */
    public TransitionBuilder to(Status status) {
        check(status);
        branches.add(new Branch(status, List.of()));
        return this;
    }

    /**
     * Says where the step leads if guards are content. Without a last {@link #to} it else stays where it is.
     *
     * @param status a declared status
     * @param when the guards
     * @return this
     */
    public TransitionBuilder toWhen(Status status, Guard... when) {
        check(status);
        if (when.length == 0) {
            findings.add(action + " to " + status + " has a condition without a guard");
        }
        branches.add(new Branch(status, List.of(when)));
        return this;
    }

    /**
     * Requires fields.
     *
     * @param fields fields that must be given or known
     * @return this
     */
    public TransitionBuilder requires(Field... fields) {
        for (Field field : fields) {
            required.add(new Requirement(field, null));
        }
        return this;
    }

    /**
     * Requires fields for one reason.
     *
     * @param reason the name of the reason
     * @param fields fields that must be given or known then
     * @return this
     */
    public TransitionBuilder requiresFor(String reason, Field... fields) {
        for (Field field : fields) {
            required.add(new Requirement(field, reason));
        }
        return this;
    }

    /**
     * Limits the step to roles.
     *
     * @param permitted the roles, of which an actor needs one
     * @return this
     */
    public TransitionBuilder roles(Role... permitted) {
        roles.addAll(List.of(permitted));
        return this;
    }

    /**
     * Adds guards.
     *
     * @param added guards that must all be content
     * @return this
     */
    public TransitionBuilder guards(Guard... added) {
        guards.addAll(List.of(added));
        return this;
    }

    private void check(Status status) {
        if (!status.equals(known.get(status.name()))) {
            findings.add(action + " names the status " + status + " in phase " + status.phase()
                    + ", which is not declared: " + known.values());
        }
    }

    Transition build() {
        if (branches.isEmpty() && from.isEmpty()) {
            findings.add(action + " begins an incident, but does not say in which status");
        }
        for (int i = 0; i < branches.size() - 1; i++) {
            if (branches.get(i).when().isEmpty()) {
                findings.add(action + " to " + branches.get(i + 1).to() + " can never be taken: the branch before it "
                        + "is always open");
            }
        }
        boolean open =
                !branches.isEmpty() && branches.get(branches.size() - 1).when().isEmpty();
        if (!open) {
            branches.add(new Branch(null, List.of()));
        }
        return new Transition(this);
    }
}
