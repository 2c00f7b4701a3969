package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.RecordCommand;
import java.time.Duration;

/**
 * A step of a route: something that is done, and how long after what was done before.
 *
 * @param command what is done
 * @param before how much time passes first, zero or more
 */
public record RouteStep(CommandCase command, Duration before) {
    private static final CommandCase WAIT = new CommandCase("wait", Actor.SYSTEM, new RecordCommand.Wake());

    /**
     * Something that is done at once.
     *
     * @param command what
     * @return the step
     */
    public static RouteStep now(CommandCase command) {
        return new RouteStep(command, Duration.ZERO);
    }

    /**
     * Time that passes; what falls due in it happens.
     *
     * @param time how much, longer than zero
     * @return the step
     */
    public static RouteStep waiting(Duration time) {
        return new RouteStep(WAIT, time);
    }

    /** {@return whether nothing is done but to wait} */
    public boolean isWaiting() {
        return command.command() instanceof RecordCommand.Wake;
    }

    @Override
    public String toString() {
        if (isWaiting()) {
            return "wait " + before;
        }
        return (before.isZero() ? "" : "wait " + before + ", then ")
                + command.actor().id() + ": " + command.name();
    }
}
