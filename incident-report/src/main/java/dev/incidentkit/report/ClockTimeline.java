package dev.incidentkit.report;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.sla.SlaClock;
import java.util.List;

/**
 * The timeline of an incident's clocks: its statuses, and for each clock what its time was (working, paused and why,
 * closed hours, resolved), what thresholds were reached or lie ahead, when it falls or fell due, and what was missed.
 * All of it is asked of {@link SlaClock}; nothing is reckoned here.
 *
 * <p>The picture shows no personal data: the incident's id, statuses, reasons to wait, and names of policies and targets.
 *
 * <p>Equal input gives equal characters, on any machine with the same time zone rules.
 */
public final class ClockTimeline {
    private ClockTimeline() {}

    /**
     * Draws a timeline.
     *
     * @param events the record of one incident, in its order; what takes effect after {@code options.at()} is not looked
     *     at
     * @param clock the clocks
     * @param options as of when, in which zone, and how
     * @return an SVG document, in characters; write it as UTF-8. It may be put into a page as it is: its identifiers
     *     and styles begin with an id of its own, made from the content
     * @throws IllegalArgumentException if no event has taken effect by then
     */
    public static String svg(List<? extends IncidentEvent> events, SlaClock clock, TimelineOptions options) {
        return TimelineSvg.draw(TimelineReader.read(events, clock, options), options.scheme());
    }
}
