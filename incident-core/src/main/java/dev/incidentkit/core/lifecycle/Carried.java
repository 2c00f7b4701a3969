package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;

/**
 * What commands carry. The same as asking them, but those of every day are told by their class first: a test for a class
 * costs a tenth of a call through an interface that meets dozens of classes, and a step asks up to four times.
 */
final class Carried {
    private Carried() {}

    static boolean gives(IncidentCommand command, Field field) {
        if (command instanceof LifecycleCommand.Resolve resolve) {
            return resolve.gives(field);
        }
        if (command instanceof LifecycleCommand.Hold hold) {
            return hold.gives(field);
        }
        if (command instanceof LifecycleCommand.Reopen reopen) {
            return reopen.gives(field);
        }
        return command instanceof LifecycleCommand.Start start ? start.gives(field) : command.gives(field);
    }

    static String reasonName(IncidentCommand command) {
        return command instanceof LifecycleCommand.Hold hold ? hold.reasonName() : command.reasonName();
    }
}
