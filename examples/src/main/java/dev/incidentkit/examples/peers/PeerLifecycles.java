package dev.incidentkit.examples.peers;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.LifecycleBuilder;
import dev.incidentkit.core.lifecycle.LifecycleFinding;
import dev.incidentkit.core.lifecycle.LifecycleFinding.Code;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The incident lifecycle of iTop, as its data model states it: statuses, stimuli, and where each leads. */
final class PeerLifecycles {
    private static final Map<String, Phase> STATUSES = new LinkedHashMap<>();

    static {
        STATUSES.put("new", Phase.NEW);
        STATUSES.put("escalated_tto", Phase.NEW);
        STATUSES.put("assigned", Phase.ACTIVE);
        STATUSES.put("escalated_ttr", Phase.ACTIVE);
        STATUSES.put("pending", Phase.ON_HOLD);
        STATUSES.put("resolved", Phase.RESOLVED);
        STATUSES.put("closed", Phase.CLOSED);
    }

    /** Stimuli that people give, and those that are left to the system. */
    private static final List<String> BY_PEOPLE =
            List.of("ev_assign", "ev_reassign", "ev_pending", "ev_resolve", "ev_close", "ev_reopen");

    private static final List<String> BY_THE_SYSTEM = List.of("ev_timeout", "ev_autoresolve", "ev_autoclose");

    private static final String STEPS = """
            new ev_assign assigned
            new ev_timeout escalated_tto
            new ev_autoresolve resolved
            escalated_tto ev_assign assigned
            assigned ev_pending pending
            assigned ev_resolve resolved
            assigned ev_reassign assigned
            assigned ev_timeout escalated_ttr
            assigned ev_autoresolve resolved
            escalated_ttr ev_pending pending
            escalated_ttr ev_resolve resolved
            escalated_ttr ev_reassign assigned
            escalated_ttr ev_autoresolve resolved
            pending ev_assign assigned
            pending ev_autoresolve resolved
            resolved ev_close closed
            resolved ev_reopen assigned
            resolved ev_autoresolve resolved
            """;

    /** What cancels, and what notes are for, is no part of that model. */
    private static final Set<Code> TOLD = EnumSet.of(Code.ACTION_DEAD, Code.CASCADE_UNHANDLED);

    private PeerLifecycles() {}

    static Lifecycle itop() {
        LifecycleBuilder builder = Lifecycle.builder("itop");
        STATUSES.forEach(builder::status);
        builder.transition(Action.REPORT, step -> step.to(status("new")));
        BY_PEOPLE.forEach(stimulus -> builder.actions(new Action(stimulus)));
        BY_THE_SYSTEM.forEach(stimulus -> builder.actions(new Action(stimulus)));
        STEPS.lines().map(line -> line.split(" ")).forEach(part -> step(builder, part));
        return builder.cascade(new Action("ev_autoresolve")).build();
    }

    private static void step(LifecycleBuilder builder, String[] part) {
        Role[] roles =
                BY_PEOPLE.contains(part[1]) ? new Role[] {Role.RESOLVER, Role.SERVICE_DESK} : new Role[] {Role.SYSTEM};
        builder.transition(
                new Action(part[1]),
                step -> step.from(status(part[0])).to(status(part[2])).roles(roles));
    }

    private static Status status(String name) {
        return new Status(name, Objects.requireNonNull(STATUSES.get(name)));
    }

    static Comparison check() {
        return new Comparison(
                "lifecycle",
                "the incident lifecycle that iTop ships",
                List.of(
                        "ev_autoclose is declared and used by no step",
                        "a child in escalated_tto stays open when its parent is resolved; what ApplyStimulus"
                                + " returns is not looked at"),
                itop().verify().stream()
                        .filter(finding -> TOLD.contains(finding.code()))
                        .map(LifecycleFinding::toString)
                        .toList());
    }
}
