package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Notice;
import java.util.ArrayList;
import java.util.List;

/** What the oracle's clock sets off while it is walked, each at its instant and once. */
final class OracleSignals {
    private static final long MINUTE = OracleTarget.MINUTE;

    final List<Fired> fired = new ArrayList<>();
    private final ClockOracle clock;

    /**
     * Something that was set off.
     *
     * @param at when
     * @param what which kind, of which cycle and threshold
     * @param due when the target is due, {@link OracleCycle#BEYOND} past the range
     * @param notice when people are told
     */
    record Fired(long at, String what, long due, Notice notice) {}

    OracleSignals(ClockOracle clock) {
        this.clock = clock;
    }

    private List<Threshold> thresholds() {
        return clock.target.target().thresholds();
    }

    /** How much working time has passed when a threshold is reached. */
    private static long reachedAfter(Threshold threshold, OracleCycle cycle) {
        long amount = cycle.measured.amount();
        if (threshold instanceof Threshold.Percent percent) {
            return (long) Math.ceil(amount * percent.percent() / 100.0);
        }
        if (threshold instanceof Threshold.Before before) {
            return amount - before.time().toMillis();
        }
        return amount + ((Threshold.Past) threshold).time().toMillis();
    }

    /** How much is left until it is reached: of the target before the breach, and past it from the breach on. */
    private static long left(Threshold threshold, OracleCycle cycle) {
        return isEarly(threshold)
                ? reachedAfter(threshold, cycle) - cycle.elapsed
                : reachedAfter(threshold, cycle) - cycle.measured.amount() - cycle.overrun();
    }

    private static boolean isEarly(Threshold threshold) {
        return threshold instanceof Threshold.Before
                || (threshold instanceof Threshold.Percent percent && percent.percent() < 100);
    }

    /** What a minute sets off by passing, before it is labelled. */
    void pass(OracleCycle live, long to) {
        int minute = (int) (clock.now / MINUTE);
        boolean runs = !clock.paused() && live.minutes.isOpen(minute);
        for (Threshold threshold : runs ? thresholds() : List.<Threshold>of()) {
            long left = left(threshold, live);
            boolean counts = isEarly(threshold) || live.isBreached();
            if (counts && left > 0 && left <= to - clock.now && live.measured.point() != OracleCycle.BEYOND) {
                String kind = isEarly(threshold) ? "AT_RISK " : "OVERRUN ";
                fire(live, kind + threshold.name(), clock.now + left, false);
            }
        }
    }

    /** A breach in the minute that has just passed, and what was reached past it within that minute. */
    void breached(OracleCycle live) {
        fire(live, "BREACH 100%", live.breachedAt, false);
        for (Threshold threshold : thresholds()) {
            if (!isEarly(threshold) && left(threshold, live) <= 0) {
                long begin = live.breachedAt / MINUTE * MINUTE;
                long past = reachedAfter(threshold, live) - live.measured.amount();
                fire(live, "OVERRUN " + threshold.name(), Math.max(live.breachedAt, begin + past), false);
            }
        }
    }

    /** What is set off by what holds now. */
    void fire() {
        for (OracleCycle cycle : clock.cycles) {
            boolean had = cycle.fired.contains("BREACH 100%");
            if (cycle.isBreached() && !had && cycle.ended != ClockState.CANCELLED) {
                fire(cycle, "BREACH 100%", Math.max(cycle.breachedAt, clock.now), true);
            } else if (!cycle.isBreached() && had) {
                fire(cycle, "WITHDRAWAL 100%", clock.now, true);
                cycle.fired.remove("BREACH 100%");
                cycle.fired.remove("WITHDRAWAL 100%");
                cycle.notices.remove("100%");
            }
            if (cycle.ended == ClockState.MISSED && !cycle.missFired) {
                fire(cycle, "MISS 100%", clock.now, true);
                cycle.fired.remove("MISS 100%");
                cycle.missFired = true;
            }
            if (cycle.ended == null) {
                passed(cycle);
            }
            notices(cycle);
        }
    }

    /** What was waiting for an opening. */
    void open() {
        for (OracleCycle cycle : clock.cycles) {
            if (!cycle.notices.isEmpty()) {
                notices(cycle);
            }
        }
    }

    private void passed(OracleCycle live) {
        for (Threshold threshold : thresholds()) {
            boolean passed = left(threshold, live) <= 0;
            boolean old = isEarly(threshold)
                    ? reachedAfter(threshold, live) <= live.elapsedBefore
                    : reachedAfter(threshold, live) - live.measured.amount() <= live.overrunBefore;
            if (passed && isEarly(threshold)) {
                fire(live, "AT_RISK " + threshold.name(), clock.now, old);
            } else if (passed && live.isBreached()) {
                fire(live, "OVERRUN " + threshold.name(), clock.now, old);
            }
        }
    }

    private void notices(OracleCycle cycle) {
        for (String name : List.copyOf(cycle.notices.keySet())) {
            boolean early = thresholds().stream()
                    .anyMatch(one -> isEarly(one) && one.name().equals(name));
            long at = cycle.notices.getOrDefault(name, OracleCycle.BEYOND);
            if (at <= clock.now && (!early || cycle.ended == null)) {
                cycle.notices.remove(name);
                fired.add(new Fired(clock.now, "NOTICE " + name + " of " + cycle.number, OracleCycle.NONE, Notice.NOW));
            }
        }
    }

    private void fire(OracleCycle cycle, String what, long at, boolean old) {
        if (!cycle.fired.add(what)) {
            return;
        }
        boolean before = cycle.isBreached() && cycle.start < cycle.known && cycle.breachedAt <= cycle.known;
        Notice notice = Notice.NOW;
        if (old && before && clock.target.rules().attachedBreach() == AttachedBreach.SILENT) {
            notice = Notice.NONE;
        } else if (clock.target.rules().notices() == NoticeTime.AT_NEXT_OPENING
                && !cycle.minutes.isOpen((int) (at / MINUTE))) {
            notice = Notice.AT_NEXT_OPENING;
            String kind = what.substring(0, what.indexOf(' '));
            int opening = cycle.minutes.nextOpening((int) (at / MINUTE));
            if (opening >= 0 && List.of("AT_RISK", "BREACH", "OVERRUN").contains(kind)) {
                cycle.notices.put(what.substring(what.indexOf(' ') + 1), opening * MINUTE);
            }
        }
        long due = cycle.isBreached() ? cycle.dueAtBreach : cycle.due(clock.now);
        fired.add(new Fired(
                at, what + " of " + cycle.number, what.startsWith("WITHDRAWAL") ? OracleCycle.NONE : due, notice));
    }
}
