package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.internal.WholeText;
import dev.incidentkit.core.lifecycle.Transition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of every day, told by one look at the command: its values are such that neither {@link CommandValues} nor {@link
 * CommandChecks} has anything against them, and as the step leads to another status, it is not satisfied already. What is
 * not plain may be sound all the same, and is checked at length. A test holds it against both.
 */
final class PlainSteps {
    private final Ways start;
    private final Ways hold;
    private final Ways resume;
    private final Ways resolve;
    private final Ways reopen;
    private final Ways close;

    PlainSteps(ProcessDefinition definition) {
        List<Transition> steps = definition.lifecycle().transitions();
        this.start = new Ways(steps, Action.START);
        this.hold = new Ways(steps, Action.HOLD);
        this.resume = new Ways(steps, Action.RESUME);
        this.resolve = new Ways(steps, Action.RESOLVE);
        this.reopen = new Ways(definition.reopenWindow().isEmpty() ? steps : List.of(), Action.REOPEN);
        this.close = new Ways(steps, Action.CLOSE);
    }

    /** The steps of one action that lead to another status in any case, by where they begin: six statuses at most, mostly one. */
    private static final class Ways {
        private final Status[] from;
        private final Transition[] steps;

        Ways(List<Transition> all, Action action) {
            List<Status> begin = new ArrayList<>();
            List<Transition> lead = new ArrayList<>();
            for (Transition step : all) {
                if (step.action().equals(action) && step.leadsOn()) {
                    for (Status status : step.from()) {
                        begin.add(status);
                        lead.add(step);
                    }
                }
            }
            this.from = begin.toArray(new Status[0]);
            this.steps = lead.toArray(new Transition[0]);
        }

        /** Mostly a status is one of the lifecycle's own, so that it need not be compared by its name. */
        @SuppressWarnings("ReferenceEquality") // equal names are found below
        @Nullable
        Transition at(Status status) {
            for (int i = 0; i < from.length; i++) {
                if (from[i] == status) {
                    return steps[i];
                }
            }
            for (int i = 0; i < from.length; i++) {
                if (from[i].name().equals(status.name())) {
                    return steps[i];
                }
            }
            return null;
        }
    }

    /** The step of a plain command; null where the command has to be looked at closely. */
    @Nullable
    Transition find(Status status, IncidentCommand command) {
        if (command instanceof LifecycleCommand.Resolve given) {
            return given.resolution() != null && given.resolution().method() != null ? resolve.at(status) : null;
        }
        if (command instanceof LifecycleCommand.Hold given) {
            boolean isBare = given.reason() != null && given.comment() == null && given.resumeAt() == null;
            return isBare ? hold.at(status) : null;
        }
        if (command instanceof LifecycleCommand.Resume given) {
            return given.trigger() == ResumeTrigger.MANUAL ? resume.at(status) : null;
        }
        if (command instanceof LifecycleCommand.Reopen given) {
            return isText(given.reason()) ? reopen.at(status) : null;
        }
        if (command instanceof LifecycleCommand.Close) {
            return close.at(status);
        }
        return command instanceof LifecycleCommand.Start ? start.at(status) : null;
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= ValueFaults.LONG && WholeText.brokenAt(text) < 0;
    }
}
