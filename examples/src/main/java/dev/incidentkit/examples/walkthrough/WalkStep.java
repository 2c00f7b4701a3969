package dev.incidentkit.examples.walkthrough;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.IncidentCommand;
import java.time.Duration;

/**
 * A step of a walk.
 *
 * @param what who does what, as a reader is told
 * @param actor who does it
 * @param command what is asked for
 * @param later how long after the step before
 */
record WalkStep(String what, Actor actor, IncidentCommand command, Duration later) {
    private static final Duration SOON = Duration.ofMinutes(4);

    static WalkStep does(Actor actor, String what, IncidentCommand command) {
        return new WalkStep(actor.id() + " " + what, actor, command, SOON);
    }

    WalkStep after(Duration time) {
        return new WalkStep(what, actor, command, time);
    }
}
