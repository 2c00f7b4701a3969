package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.internal.WholeText;
import org.jspecify.annotations.Nullable;

/**
 * The steps of every day, told by one look at the command: its values are such that neither {@link CommandValues} nor {@link
 * CommandChecks} has anything against them. What is not plain may be sound all the same, and is checked at length. A test
 * holds it against both.
 */
final class PlainStep {
    private PlainStep() {}

    /** The action of a plain step; null where the command has to be looked at closely. */
    static @Nullable Action action(IncidentCommand command, boolean reopensAlways) {
        if (command instanceof LifecycleCommand.Resolve resolve) {
            return resolve.resolution() != null && resolve.resolution().method() != null ? Action.RESOLVE : null;
        }
        if (command instanceof LifecycleCommand.Hold hold) {
            return hold.reason() != null && hold.comment() == null && hold.resumeAt() == null ? Action.HOLD : null;
        }
        if (command instanceof LifecycleCommand.Resume resume) {
            return resume.trigger() == ResumeTrigger.MANUAL ? Action.RESUME : null;
        }
        if (command instanceof LifecycleCommand.Reopen reopen) {
            return reopensAlways && isText(reopen.reason()) ? Action.REOPEN : null;
        }
        if (command instanceof LifecycleCommand.Close) {
            return Action.CLOSE;
        }
        return command instanceof LifecycleCommand.Start ? Action.START : null;
    }

    private static boolean isText(@Nullable String text) {
        return text != null
                && !text.isBlank()
                && text.length() <= ValueFaults.LONG
                && WholeText.brokenAt(text) < 0;
    }
}
