package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Unmet;
import java.util.List;

/** What the guards without parameters do: one class for all, so that asking one is a branch and no call through an interface. */
enum BuiltInCheck implements Guard.Check {
    OWNED,
    NO_OPEN_CHILD,
    TASKS_SETTLED,
    WORKAROUNDS_SETTLED,
    PLANS_CHECKED,
    MAJOR_REVIEWED,
    CONTAINED;

    @Override
    public List<Unmet> unmet(Incident incident, CommandContext context) {
        return switch (this) {
            case OWNED -> Guards.owned(incident);
            case NO_OPEN_CHILD -> Guards.children(incident, context);
            case TASKS_SETTLED -> HandlingGuards.tasks(incident);
            case WORKAROUNDS_SETTLED -> HandlingGuards.workarounds(incident);
            case PLANS_CHECKED -> HandlingGuards.checklist(incident);
            case MAJOR_REVIEWED -> HandlingGuards.major(incident);
            case CONTAINED -> HandlingGuards.contained(incident);
        };
    }
}
