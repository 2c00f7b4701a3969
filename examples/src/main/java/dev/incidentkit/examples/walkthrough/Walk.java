package dev.incidentkit.examples.walkthrough;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Report;
import java.util.List;

/**
 * One incident's way through a process.
 *
 * @param title what the walk is about
 * @param report how the incident begins
 * @param reporter who reports it
 * @param steps what is done then, some of it in vain
 */
record Walk(String title, Report report, Actor reporter, List<WalkStep> steps) {
    Walk {
        steps = List.copyOf(steps);
    }
}
