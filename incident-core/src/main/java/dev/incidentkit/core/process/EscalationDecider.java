package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.DeadlineKind;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.PlannedEscalation;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.RunningEscalation;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Begins escalations, takes their steps and ends them. */
final class EscalationDecider {
    private final Procedures procedures;
    private final String version;

    EscalationDecider(Procedures procedures) {
        this.procedures = procedures;
        this.version = procedures.hash();
    }

    private EventMeta because(String chain, EventMeta meta) {
        Cause cause = new Cause("escalation", chain, version, meta.cause().answers());
        return new EventMeta(meta.effectiveAt(), meta.recordedAt(), meta.actor(), cause);
    }

    /** What begins because its condition began to hold, and what ends because it no longer does. */
    List<IncidentEvent> moved(Incident incident, EventMeta meta) {
        List<IncidentEvent> events = new ArrayList<>();
        Map<String, RunningEscalation> running =
                new TreeMap<>(incident.handling().escalations());
        for (EscalationChain chain : procedures.escalations()) {
            boolean holds = !incident.phase().isEnd() && chain.when().holds(incident.facts());
            boolean runs = running.remove(chain.name()) != null;
            if (holds && !runs) {
                events.add(began(chain, because(chain.name(), meta)));
            } else if (!holds && runs) {
                events.add(ended(chain.name(), meta));
            }
        }
        running.keySet().forEach(gone -> events.add(ended(gone, meta)));
        return events;
    }

    private static AssignmentEvent began(EscalationChain chain, EventMeta meta) {
        List<PlannedEscalation> steps = new ArrayList<>();
        for (int round = 0; round <= chain.repeats(); round++) {
            chain.steps().forEach(step -> steps.add(step.planned()));
        }
        Instant due = meta.effectiveAt().plus(steps.get(0).after());
        return new AssignmentEvent.EscalationMoved(meta, chain.name(), steps, 0, due);
    }

    private AssignmentEvent ended(String chain, EventMeta meta) {
        return new AssignmentEvent.EscalationMoved(because(chain, meta), chain, List.of(), 0, null);
    }

    /** The step that is due: whoever is on call is called, or the next one where nobody is. */
    List<IncidentEvent> passed(Incident incident, ProcessEvent.DeadlinePassed passed) {
        RunningEscalation running = incident.handling().escalations().get(passed.subject());
        if (passed.kind() != DeadlineKind.ESCALATION || running == null) {
            return List.of();
        }
        List<IncidentEvent> events = new ArrayList<>();
        EventMeta meta = because(running.chain(), passed.meta());
        int next = running.next();
        boolean called = false;
        while (!called && next < running.steps().size()) {
            PlannedEscalation step = running.steps().get(next);
            next++;
            Optional<String> target =
                    step.onCall() ? onCall(incident, step.target(), passed.dueAt()) : Optional.of(step.target());
            if (target.isPresent()) {
                called = true;
                events.add(new AssignmentEvent.Escalated(
                        meta,
                        step.kind(),
                        target.get(),
                        "Step " + next + " of " + running.steps().size() + " of '" + running.chain() + "'"));
            }
        }
        Instant due = next < running.steps().size()
                ? from(passed).plus(running.steps().get(next).after())
                : null;
        events.add(new AssignmentEvent.EscalationMoved(meta, running.chain(), running.steps(), next, due));
        return events;
    }

    /** Where steps rested while the incident was resolved, time goes on from when they go on. */
    private static Instant from(ProcessEvent.DeadlinePassed passed) {
        Instant taken = passed.meta().effectiveAt();
        return taken.isAfter(passed.dueAt().plusMillis(1)) ? taken : passed.dueAt();
    }

    private Optional<String> onCall(Incident incident, String group, Instant at) {
        try {
            return procedures.onCall().whoIsOnCall(group, at);
        } catch (RuntimeException e) {
            IncidentRejectedException refusal = new IncidentRejectedException(
                    Action.WAKE,
                    incident.toString(),
                    List.of(new Unmet(
                            UnmetKind.PORT,
                            UnmetCode.PORT_FAILED,
                            null,
                            "the schedule of who is on call for '" + group + "' failed: " + e)));
            refusal.initCause(e);
            throw refusal;
        }
    }
}
