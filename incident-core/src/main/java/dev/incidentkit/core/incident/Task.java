package dev.incidentkit.core.incident;

/**
 * A task of an incident.
 *
 * @param plan the kind of plan that brought it
 * @param planned what the plan asked for
 * @param state how it stands
 */
public record Task(PlanKind plan, PlannedTask planned, TaskState state) {
    /** {@return its name} */
    public String name() {
        return planned.name();
    }
}
