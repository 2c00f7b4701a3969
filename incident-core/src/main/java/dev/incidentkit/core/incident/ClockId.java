package dev.incidentkit.core.incident;

/**
 * Names one cycle of one clock of an incident. With a threshold it is the stable identity of what that threshold set
 * off: it happens once.
 *
 * @param policy the name of the policy, 1 to 100 characters
 * @param target the name of the target, 1 to 40 characters
 * @param cycle the number of the cycle, 1 for the first
 */
public record ClockId(String policy, String target, int cycle) {
    /**
     * Checks the names and the number.
     *
     * @throws IllegalArgumentException if a name is blank or too long, or the number is less than 1
     */
    public ClockId {
        Checks.name(policy, 100, "name of a policy");
        Checks.name(target, 40, "name of a target");
        if (cycle < 1) {
            throw new IllegalArgumentException("Cycles are counted from 1, but this is " + cycle);
        }
    }

    @Override
    public String toString() {
        return policy + "/" + target + "/" + cycle;
    }
}
