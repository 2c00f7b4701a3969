package dev.incidentkit.examples.replay;

import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.SlaTargetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ready policies for the priorities of a log: its most severe priority has the goals of P1, the next those of P2. */
final class ServiceLevels {
    private ServiceLevels() {}

    static SlaPolicy forScale(SlaPolicy policy, Scale<Priority> priorities) {
        List<SlaTarget> targets = new ArrayList<>();
        for (SlaTarget target : policy.targets()) {
            SortedMap<String, Goal> goals = new TreeMap<>();
            for (Priority priority : priorities.levels()) {
                Goal goal = target.goals().get("P" + (priority.rank() + 1));
                if (goal != null) {
                    goals.put(priority.name(), goal);
                }
            }
            targets.add(new SlaTargetBuilder().from(target).goals(goals).build());
        }
        return new SlaPolicy(policy.name(), policy.kind(), targets, policy.penalty());
    }
}
