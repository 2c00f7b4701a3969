package dev.incidentkit.report;

import dev.incidentkit.core.sla.SlaExplanation;
import dev.incidentkit.core.sla.SlaInterval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The stretches of one cycle of a clock. */
final class Pieces {
    /** Fewer pieces than this in turn are never drawn as one. */
    private static final int FEW = 4;

    private Pieces() {}

    /** What a clock says of a cycle. */
    static List<Timeline.Piece> of(SlaExplanation cycle) {
        List<Timeline.Piece> pieces = new ArrayList<>();
        for (SlaInterval interval : cycle.intervals()) {
            pieces.add(new Timeline.Piece(
                    interval.from(), interval.to(), kind(interval), interval.reason(), interval.endedBy()));
        }
        return pieces;
    }

    private static Timeline.Kind kind(SlaInterval interval) {
        return switch (interval.kind()) {
            case WORKING -> Timeline.Kind.WORKING;
            case PAUSED -> Timeline.Kind.PAUSED;
            case CLOSED_HOURS -> Timeline.Kind.CLOSED_HOURS;
            case RESOLVED -> Timeline.Kind.RESOLVED;
        };
    }

    /**
     * The same pieces, but covering all of a time without gaps or overlaps: what nothing is said of is untold, and
     * like neighbours are joined.
     */
    static List<Timeline.Piece> whole(Instant from, Instant to, List<Timeline.Piece> pieces) {
        List<Timeline.Piece> whole = new ArrayList<>();
        Instant covered = from;
        for (Timeline.Piece piece : pieces) {
            Instant begin = piece.from().isBefore(covered) ? covered : piece.from();
            Instant end = piece.to().isAfter(to) ? to : piece.to();
            if (begin.isBefore(end)) {
                if (covered.isBefore(begin)) {
                    add(whole, untold(covered, begin));
                }
                add(whole, new Timeline.Piece(begin, end, piece.kind(), piece.reason(), piece.endedBy()));
                covered = end;
            }
        }
        if (covered.isBefore(to)) {
            add(whole, untold(covered, to));
        }
        return whole;
    }

    private static Timeline.Piece untold(Instant from, Instant to) {
        return new Timeline.Piece(from, to, Timeline.Kind.UNTOLD, "", "");
    }

    private static void add(List<Timeline.Piece> pieces, Timeline.Piece piece) {
        int last = pieces.size() - 1;
        Timeline.Piece before = last < 0 ? piece : pieces.get(last);
        boolean isSame = last >= 0
                && before.kind() == piece.kind()
                && before.reason().equals(piece.reason())
                && before.to().equals(piece.from());
        if (isSame) {
            pieces.set(
                    last, new Timeline.Piece(before.from(), piece.to(), piece.kind(), piece.reason(), piece.endedBy()));
        } else {
            pieces.add(piece);
        }
    }

    /**
     * The same pieces, but working time and closed hours in turn as one piece where they are too short to tell apart.
     *
     * @param pieces without gaps
     * @param shortest how long a piece is on average, at least, to be drawn by itself
     */
    static List<Timeline.Piece> coarse(List<Timeline.Piece> pieces, Duration shortest) {
        List<Timeline.Piece> coarse = new ArrayList<>();
        int i = 0;
        while (i < pieces.size()) {
            int end = endOfHours(pieces, i);
            if (end - i >= FEW && isFine(pieces.subList(i, end), shortest)) {
                Instant from = pieces.get(i).from();
                Timeline.Piece last = pieces.get(end - 1);
                coarse.add(new Timeline.Piece(from, last.to(), Timeline.Kind.FINE, "", last.endedBy()));
            } else {
                coarse.addAll(pieces.subList(i, Math.max(end, i + 1)));
            }
            i = Math.max(end, i + 1);
        }
        return coarse;
    }

    private static int endOfHours(List<Timeline.Piece> pieces, int begin) {
        int end = begin;
        while (end < pieces.size() && isHours(pieces.get(end)) && (end == begin || touches(pieces, end))) {
            end++;
        }
        return end;
    }

    private static boolean isFine(List<Timeline.Piece> hours, Duration shortest) {
        Duration whole = Duration.between(
                hours.get(0).from(), hours.get(hours.size() - 1).to());
        return whole.dividedBy(hours.size()).compareTo(shortest) < 0;
    }

    private static boolean isHours(Timeline.Piece piece) {
        return piece.kind() == Timeline.Kind.WORKING || piece.kind() == Timeline.Kind.CLOSED_HOURS;
    }

    private static boolean touches(List<Timeline.Piece> pieces, int index) {
        return pieces.get(index - 1).to().equals(pieces.get(index).from());
    }
}
