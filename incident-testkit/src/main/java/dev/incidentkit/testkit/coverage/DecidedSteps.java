package dev.incidentkit.testkit.coverage;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.sla.Threshold;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which transitions, thresholds and reasons to wait are in what a definition decided. */
final class DecidedSteps implements LifecycleEvent.Visitor<Optional<Action>> {
    private final Map<CoverageKind, List<String>> reached = new EnumMap<>(CoverageKind.class);
    private final IncidentCommand command;
    private boolean commandCounted;

    private DecidedSteps(IncidentCommand command) {
        this.command = command;
        this.commandCounted = command.theme() == IncidentCommand.Theme.LIFECYCLE;
    }

    static Map<CoverageKind, List<String>> of(
            @Nullable Incident before, IncidentCommand command, List<IncidentEvent> events) {
        DecidedSteps steps = new DecidedSteps(command);
        Incident incident = before;
        for (IncidentEvent event : events) {
            String from = incident == null ? "(none)" : incident.status().name();
            incident = incident == null ? Incident.replay(List.of(event)) : incident.apply(event);
            String to = incident.status().name();
            steps.action(event)
                    .ifPresent(action -> steps.add(CoverageKind.TRANSITION, Sheets.stepName(action, from, to)));
            steps.signals(event);
        }
        return steps.reached;
    }

    private void add(CoverageKind kind, String name) {
        reached.computeIfAbsent(kind, unused -> new ArrayList<>()).add(name);
    }

    /** Events of the lifecycle say what was done; of all others the command does, once. */
    private Optional<Action> action(IncidentEvent event) {
        if (event instanceof LifecycleEvent step) {
            return step.accept((LifecycleEvent.Visitor<Optional<Action>>) this);
        }
        if (commandCounted || !event.meta().cause().trigger().equals(Cause.COMMAND.trigger())) {
            return Optional.empty();
        }
        commandCounted = true;
        return Optional.of(command.action());
    }

    private void signals(IncidentEvent event) {
        if (event instanceof SlaEvent.AtRisk risk) {
            threshold(risk, risk.threshold());
        } else if (event instanceof SlaEvent.Overran overrun) {
            threshold(overrun, overrun.threshold());
        } else if (event instanceof SlaEvent.Breached breach) {
            threshold(breach, Threshold.BREACH.name());
        } else if (event instanceof LifecycleEvent.Held held) {
            add(CoverageKind.HOLD_REASON, held.reason().name());
        }
    }

    private void threshold(SlaEvent signal, String threshold) {
        add(
                CoverageKind.THRESHOLD,
                Sheets.thresholdName(signal.clock().policy(), signal.clock().target(), threshold));
    }

    @Override
    public Optional<Action> reported(Reported event) {
        return Optional.of(Action.REPORT);
    }

    @Override
    public Optional<Action> started(LifecycleEvent.Started event) {
        return Optional.of(Action.START);
    }

    @Override
    public Optional<Action> held(LifecycleEvent.Held event) {
        return Optional.of(Action.HOLD);
    }

    @Override
    public Optional<Action> resumed(LifecycleEvent.Resumed event) {
        return Optional.of(Action.RESUME);
    }

    @Override
    public Optional<Action> resolved(LifecycleEvent.Resolved event) {
        return Optional.of(Action.RESOLVE);
    }

    @Override
    public Optional<Action> reopened(LifecycleEvent.Reopened event) {
        return Optional.of(Action.REOPEN);
    }

    @Override
    public Optional<Action> rejected(LifecycleEvent.Rejected event) {
        return Optional.of(Action.REJECT);
    }

    @Override
    public Optional<Action> confirmed(LifecycleEvent.Confirmed event) {
        return Optional.of(Action.CONFIRM);
    }

    /** A closure by confirmation is a step of the confirmation. */
    @Override
    public Optional<Action> closed(LifecycleEvent.Closed event) {
        return Optional.of(command.action().equals(Action.CONFIRM) ? Action.CONFIRM : Action.CLOSE);
    }

    /** It says that a step was not taken. */
    @Override
    public Optional<Action> closureBlocked(LifecycleEvent.ClosureBlocked event) {
        return Optional.empty();
    }

    @Override
    public Optional<Action> cancelled(LifecycleEvent.Cancelled event) {
        return Optional.of(Action.CANCEL);
    }

    @Override
    public Optional<Action> performed(LifecycleEvent.Performed event) {
        return Optional.of(event.action());
    }
}
