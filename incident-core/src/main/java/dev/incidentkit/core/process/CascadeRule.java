package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A row of the cascade table: which step of a parent does what to which of its children. Each child takes its own step and
 * meets its own guards; one that refuses stays as it is, and what it lacks is on the parent's record.
 *
 * @param name 1 to 100 characters, unique within the table
 * @param action the step of the parent: START, HOLD, RESUME, RESOLVE, REOPEN, CLOSE or CANCEL
 * @param effect what the children do
 * @param exceptReasons names of reasons of the parent's step for which it is left out
 * @param exceptRoles it is left out where whoever took the parent's step has one of these roles
 * @param children which children it reaches
 */
public record CascadeRule(
        String name,
        Action action,
        CascadeEffect effect,
        Set<String> exceptReasons,
        Set<Role> exceptRoles,
        Condition children) {
    /** The steps of a parent that its children may follow. */
    public static final Set<Action> STEPS = Set.of(
            Action.START, Action.HOLD, Action.RESUME, Action.RESOLVE, Action.REOPEN, Action.CLOSE, Action.CANCEL);

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the name is blank or too long, or the step cannot be cascaded
     */
    public CascadeRule {
        Names.check(name, "cascade rule");
        if (!STEPS.contains(action)) {
            throw new IllegalArgumentException("Cascade rule '" + name + "' is about one of "
                    + STEPS.stream().map(Action::name).sorted().toList() + ", but about " + action);
        }
        exceptReasons = Set.copyOf(exceptReasons);
        exceptRoles = Set.copyOf(exceptRoles);
    }

    /**
     * Lets all children take the parent's step.
     *
     * @param name its name
     * @param action the step
     * @return the rule
     */
    public static CascadeRule same(String name, Action action) {
        return new CascadeRule(name, action, CascadeEffect.SAME_STEP, Set.of(), Set.of(), Condition.ALWAYS);
    }

    /**
     * The table of the default process: starting, resolving with the parent's resolution, holding but for the caller's
     * sake, and reopening unless a caller did. A closure does nothing to children.
     *
     * @return its rows
     */
    public static List<CascadeRule> itil() {
        return List.of(
                same("start", Action.START),
                new CascadeRule(
                        "hold",
                        Action.HOLD,
                        CascadeEffect.SAME_STEP,
                        Set.of(HoldReason.CALLER.name()),
                        Set.of(),
                        Condition.ALWAYS),
                same("resolve", Action.RESOLVE),
                new CascadeRule(
                        "reopen",
                        Action.REOPEN,
                        CascadeEffect.SAME_STEP,
                        Set.of(),
                        Set.of(Role.CALLER),
                        Condition.ALWAYS));
    }

    /** The same text for equal rules on every machine. */
    @Override
    public String toString() {
        return "CascadeRule[name=" + name + ", action=" + action + ", effect=" + effect + ", exceptReasons="
                + new TreeSet<>(exceptReasons) + ", exceptRoles="
                + exceptRoles.stream().map(Role::name).sorted().collect(Collectors.joining(",", "[", "]"))
                + ", children=" + children + "]";
    }
}
