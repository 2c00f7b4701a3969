package dev.incidentkit.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** Says in words what a timeline shows. */
final class TimelineText {
    private TimelineText() {}

    static String title(Timeline timeline) {
        return "Clocks of " + timeline.incident() + " as of " + TimeTexts.full(timeline.at(), timeline.zone());
    }

    static String description(Timeline timeline) {
        ZoneId zone = timeline.zone();
        StringBuilder text = new StringBuilder("Times are read in ")
                .append(zone.getId())
                .append(". Status: ")
                .append(timeline.statuses().stream()
                        .map(span -> span.status().name() + " from " + TimeTexts.full(span.from(), zone))
                        .collect(Collectors.joining(", ")))
                .append('.');
        for (Timeline.Lane lane : timeline.lanes()) {
            text.append('\n').append(lane.name()).append(": ").append(lane.state());
            for (Timeline.Mark mark : lane.marks()) {
                text.append("; ").append(tooltip(mark, zone));
            }
        }
        return text.toString();
    }

    static String span(Instant from, Instant to, ZoneId zone) {
        return ", " + TimeTexts.full(from, zone) + " to " + TimeTexts.full(to, zone) + " ("
                + TimeTexts.length(Duration.between(from, to)) + ")";
    }

    static String tooltip(Timeline.Piece piece, ZoneId zone) {
        return piece.kind().label()
                + (piece.reason().isEmpty() ? "" : " for " + piece.reason())
                + span(piece.from(), piece.to(), zone)
                + (piece.endedBy().isEmpty() ? "" : "; then: " + piece.endedBy());
    }

    static String tooltip(Timeline.Mark mark, ZoneId zone) {
        String at = TimeTexts.full(mark.at(), zone);
        return switch (mark.kind()) {
            case REACHED -> mark.label() + " reached " + at;
            case AHEAD -> mark.label() + " ahead " + at;
            case DUE, BREACHED -> mark.label() + " " + at;
        };
    }
}
