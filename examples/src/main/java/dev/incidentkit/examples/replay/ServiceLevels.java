package dev.incidentkit.examples.replay;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.SlaTargetBuilder;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Ready policies for the priorities of a log: its most severe priority has the goals of P1, the next those of P2. */
final class ServiceLevels {
    private static final Map<String, Supplier<SlaPolicy>> BUNDLES = Map.of(
            "itil", SlaPresets::itil,
            "servicenow-like", () -> SlaPresets.servicenowLike(ZoneOffset.UTC),
            "itop-like", SlaPresets::itopLike,
            "glpi-like", () -> SlaPresets.glpiLike(ZoneOffset.UTC),
            "otrs-like", () -> SlaPresets.otrsLike(ZoneOffset.UTC));

    /** What a log can tell of; it knows no messages. */
    private static final List<Measure> TIMED = List.of(Measure.RESPONSE, Measure.RESOLUTION);

    private ServiceLevels() {}

    /** The policy of a bundle. */
    static SlaPolicy bundle(String name) {
        Supplier<SlaPolicy> policy = BUNDLES.get(name);
        if (policy == null) {
            throw new LogException("'" + name + "' is no bundle: "
                    + BUNDLES.keySet().stream().sorted().toList());
        }
        return policy.get();
    }

    /** The targets that are told of a log. */
    static List<Measure> timed() {
        return TIMED;
    }

    /** The policy without targets that a log cannot tell of. */
    static SlaPolicy timed(SlaPolicy policy) {
        List<SlaTarget> targets = policy.targets().stream()
                .filter(target -> TIMED.contains(target.measure()))
                .toList();
        return new SlaPolicy(policy.name(), policy.kind(), targets, policy.penalty());
    }

    /** A definition whose clocks are those of a policy, with the goals of P1 for its most severe priority, and so on. */
    static ProcessDefinition under(ProcessDefinition base, SlaPolicy policy) {
        return ProcessDefinition.builder(base)
                .slas(forScale(policy, base.priorities()))
                .build();
    }

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
