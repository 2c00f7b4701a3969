package dev.incidentkit.store.jdbc.crash;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.Threshold;
import java.time.Duration;
import java.util.Map;

/**
 * How much a crash test does.
 *
 * @param hosts how many virtual machines
 * @param writersEach how many writers in each
 * @param commands how many commands all writers send together; a multiple of their number
 * @param kills how often a host is killed
 * @param stops how often the server is stopped without warning
 */
record CrashPlan(int hosts, int writersEach, int commands, int kills, int stops) {
    /** How many incidents a fifth of the commands goes to. */
    static final int HOT = 50;

    /** When the target falls due after the report; half of it is a threshold. */
    static final Duration TARGET = Duration.ofSeconds(10);

    static final String POLICY = "crash";

    static CrashPlan shortForm() {
        return new CrashPlan(4, 4, 1_600, 3, 1);
    }

    /** The property asks for fewer commands, where time is short; crashes come as often. */
    static CrashPlan longForm() {
        return new CrashPlan(4, 4, Integer.getInteger("incidentkit.crash.commands", 200_000), 210, 6);
    }

    int writers() {
        return hosts * writersEach;
    }

    int commandsEach() {
        return commands / writers();
    }

    /** One clock that nothing stops: each incident crosses a threshold and then misses its target. */
    static ProcessDefinition definition() {
        SlaTarget target = SlaTarget.of(Measure.RESOLUTION, Map.of("P1", Goal.within(TARGET)))
                .addThresholds(Threshold.percent(50))
                .build();
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .name("crash test")
                .slas(SlaPolicy.of(POLICY, target))
                .build();
    }
}
