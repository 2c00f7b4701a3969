package dev.incidentkit.report;

import dev.incidentkit.core.incident.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a timeline shows.
 *
 * @param incident the incident's id
 * @param at as of when
 * @param zone in which the axis is read
 * @param from where the axis begins
 * @param to where the axis ends
 * @param statuses the statuses, without gaps, until {@code at}
 * @param lanes the clocks
 */
record Timeline(
        String incident,
        Instant at,
        ZoneId zone,
        Instant from,
        Instant to,
        List<StatusSpan> statuses,
        List<Lane> lanes) {
    Timeline {
        statuses = List.copyOf(statuses);
        lanes = List.copyOf(lanes);
    }

    /** How long a status was held. */
    record StatusSpan(Status status, Instant from, Instant to) {}

    /** What a stretch of a lane is. */
    enum Kind {
        WORKING("working"),
        PAUSED("paused"),
        CLOSED_HOURS("closed hours"),
        RESOLVED("resolved"),
        /** Time whose parts are not known, for example before an adoption. */
        UNTOLD("only sums known"),
        /** Working time and closed hours in turn, too fine to draw apart. */
        FINE("working and closed hours in turn");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** A stretch of a lane. */
    record Piece(Instant from, Instant to, Kind kind, String reason, String endedBy) {}

    /** A stretch after a target was missed. */
    record Breach(Instant from, Instant to) {}

    /** An instant of a lane. */
    record Mark(MarkKind kind, Instant at, String label) {}

    /** What happens, or will, at an instant of a lane. */
    enum MarkKind {
        REACHED,
        AHEAD,
        DUE,
        BREACHED
    }

    /**
     * One clock, or one cycle of it.
     *
     * @param name policy and target
     * @param state how it stands, in words
     * @param alarming whether it was missed
     * @param pieces its time, in order; without gaps within a cycle
     * @param breaches what lies after a miss
     * @param marks what happens at instants, in order
     */
    record Lane(
            String name, String state, boolean alarming, List<Piece> pieces, List<Breach> breaches, List<Mark> marks) {
        Lane {
            pieces = List.copyOf(pieces);
            breaches = List.copyOf(breaches);
            marks = List.copyOf(marks);
        }
    }
}
