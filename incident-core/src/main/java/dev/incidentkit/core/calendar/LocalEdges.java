package dev.incidentkit.core.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The instants at which local times open and close. A local time in a gap is the end of the gap; in an overlap an opening
 * takes the earlier offset, a closing the later. Local times are milliseconds since 1970-01-01T00:00 on the wall clock.
 */
final class LocalEdges {
    private static final long MILLIS = 1000;

    private final ZoneRules rules;

    LocalEdges(ZoneRules rules) {
        this.rules = rules;
    }

    long opening(long local) {
        return edge(local, true);
    }

    long closing(long local) {
        return edge(local, false);
    }

    /** The instants of spans of a local day: each begins at its opening and ends at its closing. */
    long[] instants(long day, long[] spans) {
        long[] all = Spans.NONE;
        long midnight = day * Window.DAY;
        for (int k = 0; k < spans.length; k += 2) {
            long from = opening(midnight + spans[k]);
            long to = closing(midnight + spans[k + 1]);
            if (from < to) {
                all = Spans.union(all, new long[] {from, to});
            }
        }
        return all;
    }

    private long edge(long local, boolean opening) {
        LocalDateTime wall = wall(local);
        ZoneOffsetTransition transition = rules.getTransition(wall);
        if (transition == null) {
            return local - MILLIS * rules.getOffset(wall).getTotalSeconds();
        }
        if (transition.isGap()) {
            return MILLIS * transition.toEpochSecond();
        }
        ZoneOffset offset = opening ? transition.getOffsetBefore() : transition.getOffsetAfter();
        return local - MILLIS * offset.getTotalSeconds();
    }

    private static LocalDateTime wall(long local) {
        int nanos = (int) Math.floorMod(local, MILLIS) * 1_000_000;
        return LocalDateTime.ofEpochSecond(Math.floorDiv(local, MILLIS), nanos, ZoneOffset.UTC);
    }

    /** {@return the first change of offset after an instant, or {@link Long#MAX_VALUE}} */
    long nextChange(long instant) {
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochMilli(instant));
        return next == null ? Long.MAX_VALUE : MILLIS * next.toEpochSecond();
    }

    /** {@return the milliseconds by which the wall clock is ahead of UTC at an instant} */
    long offset(long instant) {
        return MILLIS * rules.getOffset(Instant.ofEpochMilli(instant)).getTotalSeconds();
    }
}
