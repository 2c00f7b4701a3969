package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Unmet;
import java.util.List;

/**
 * Is told what the guards of an observed lifecycle answer, for example to measure coverage. Calls come on the deciding
 * threads; a probe that throws counts as a guard that failed.
 */
@FunctionalInterface
public interface LifecycleProbe {
    /**
     * A guard answered, whatever it was asked for: to check a command, to choose a branch, or to list what may be done.
     *
     * @param transition the step that the guard belongs to
     * @param guard the guard
     * @param unmet what it misses; empty where it is content
     */
    void answered(Transition transition, Guard guard, List<Unmet> unmet);
}
