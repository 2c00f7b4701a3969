package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.ClosureTrigger;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Branch;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Transition;
import java.util.ArrayList;
import java.util.List;

/** Decides commands that may change the status. They were checked before. */
final class LifecycleDecisions {
    private final ProcessDefinition definition;

    LifecycleDecisions(ProcessDefinition definition) {
        this.definition = definition;
    }

    List<IncidentEvent> decide(
            Incident incident, IncidentCommand command, Transition step, CommandContext context, EventMeta meta) {
        Status to = step.target(incident, context);
        if (command instanceof LifecycleCommand.Start start) {
            return start(incident, start, to, meta);
        }
        if (command instanceof LifecycleCommand.Hold hold) {
            return List.of(new LifecycleEvent.Held(meta, to, hold.reason(), Texts.of(hold.comment()), hold.resumeAt()));
        }
        if (command instanceof LifecycleCommand.Resume resume) {
            return List.of(new LifecycleEvent.Resumed(meta, to, resume.trigger()));
        }
        if (command instanceof LifecycleCommand.Resolve resolve) {
            return List.of(new LifecycleEvent.Resolved(meta, to, resolve.category(), resolve.resolution()));
        }
        if (command instanceof LifecycleCommand.Reopen reopen) {
            return List.of(new LifecycleEvent.Reopened(meta, to, PersonalText.of(reopen.reason())));
        }
        if (command instanceof LifecycleCommand.Close) {
            return List.of(new LifecycleEvent.Closed(meta, to, ClosureTrigger.DESK));
        }
        return rarely(incident, command, step, context, meta);
    }

    /** The commands that come less often, apart, so that the method for the others stays small enough to be inlined. */
    private static List<IncidentEvent> rarely(
            Incident incident, IncidentCommand command, Transition step, CommandContext context, EventMeta meta) {
        Status to = step.target(incident, context);
        if (command instanceof LifecycleCommand.Reject reject) {
            return List.of(new LifecycleEvent.Rejected(meta, to, PersonalText.of(reject.reason())));
        }
        if (command instanceof LifecycleCommand.Confirm) {
            return confirm(incident, step, context, meta);
        }
        if (command instanceof LifecycleCommand.Cancel cancel) {
            return List.of(new LifecycleEvent.Cancelled(
                    meta, to, cancel.reason(), cancel.duplicateOf(), Texts.of(cancel.comment())));
        }
        if (command instanceof LifecycleCommand.Perform perform) {
            return List.of(new LifecycleEvent.Performed(
                    meta, perform.action(), to, Texts.of(perform.comment()), perform.attributes()));
        }
        throw new IllegalStateException("No lifecycle lets an existing incident take " + command.action());
    }

    private static List<IncidentEvent> start(
            Incident incident, LifecycleCommand.Start start, Status to, EventMeta meta) {
        LifecycleEvent.Started started = new LifecycleEvent.Started(meta, to);
        if (start.owner() == null || start.owner().equals(incident.owner().orElse(null))) {
            return List.of(started);
        }
        return List.of(new AssignmentEvent.Assigned(meta, start.owner()), started);
    }

    private static List<IncidentEvent> confirm(
            Incident incident, Transition step, CommandContext context, EventMeta meta) {
        Status to = step.target(incident, context);
        if (to.phase() == Phase.CLOSED) {
            return List.of(
                    new LifecycleEvent.Confirmed(meta, incident.status(), List.of()),
                    new LifecycleEvent.Closed(meta, to, ClosureTrigger.CONFIRMED));
        }
        return List.of(new LifecycleEvent.Confirmed(meta, to, lackingForClosure(incident, step, context)));
    }

    private static List<Unmet> lackingForClosure(Incident incident, Transition step, CommandContext context) {
        List<Unmet> lacking = new ArrayList<>();
        for (Branch branch : step.branches()) {
            for (Guard guard : branch.when()) {
                lacking.addAll(guard.check().unmet(incident, context));
            }
        }
        return lacking;
    }

    /** A reply of the party that the incident waits for ends the waiting, in the same breath. */
    List<IncidentEvent> withReply(
            Incident incident,
            IncidentCommand deed,
            CommandContext context,
            List<IncidentEvent> events,
            EventMeta meta) {
        if (!(deed instanceof WorkCommand.Communicate message) || message.direction() != Direction.INBOUND) {
            return events;
        }
        ResumeTrigger trigger;
        if (Satisfied.isWaitingFor(incident, HoldReason.CALLER)
                && context.actor().roles().contains(Role.CALLER)) {
            trigger = ResumeTrigger.CALLER_REPLY;
        } else if (Satisfied.isWaitingFor(incident, HoldReason.VENDOR)
                && context.actor().roles().contains(Role.SUPPLIER)) {
            trigger = ResumeTrigger.SUPPLIER_REPLY;
        } else {
            return events;
        }
        Transition resume = definition
                .lifecycle()
                .transition(incident.status(), Action.RESUME)
                .orElse(null);
        if (resume == null) {
            return events;
        }
        List<IncidentEvent> all = new ArrayList<>(events);
        all.add(new LifecycleEvent.Resumed(meta, resume.target(incident, context), trigger));
        return List.copyOf(all);
    }
}
