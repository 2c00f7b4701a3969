package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Role;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What may be changed in an emergency, who approves it, and how fast.
 *
 * @param name 1 to 100 characters, unique within the policies
 * @param what what may be changed, in words
 * @param approvers the roles of which one must approve, at least one
 * @param within how long the decision may take
 */
public record ChangePolicy(String name, String what, Set<Role> approvers, Allowance within) {
    /**
     * Checks that somebody may approve.
     *
     * @throws IllegalArgumentException if the name is blank or too long, or nobody may approve
     */
    public ChangePolicy {
        Names.check(name, "policy of emergency changes");
        if (approvers.isEmpty()) {
            throw new IllegalArgumentException("Nobody may approve changes of policy '" + name + "'");
        }
        approvers = Set.copyOf(approvers);
    }

    /** Its parts in a stable order, which enters the definition's hash. */
    @Override
    public String toString() {
        return "ChangePolicy[" + name + ": " + what + ", "
                + approvers.stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new)) + ", " + within
                + "]";
    }
}
