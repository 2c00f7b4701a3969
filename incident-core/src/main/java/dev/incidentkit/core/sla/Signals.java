package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.Notice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for what the clocks of an incident set off first. */
final class Signals {
    private final long importedUntil;
    private @Nullable Candidate first;

    private Signals(long importedUntil) {
        this.importedUntil = importedUntil;
    }

    /** Something that may come first. */
    private record Candidate(
            ClockFold fold, Cycle cycle, SignalKind kind, Threshold threshold, long at, boolean passed) {
        /** Whether it had passed when the clock came to apply, not only when something else happened. */
        boolean isOld() {
            return passed && (threshold.side() == 0 || cycle.wasPassed(threshold));
        }

        boolean isBefore(Candidate other) {
            if (at != other.at) {
                return at < other.at;
            }
            if (kind != other.kind) {
                return kind.compareTo(other.kind) < 0;
            }
            boolean sameClock = fold == other.fold && cycle == other.cycle;
            return sameClock && threshold.reachedAfter(cycle.amount) < other.threshold.reachedAfter(other.cycle.amount);
        }
    }

    /**
     * Looks at all clocks of an incident.
     *
     * @param folds the clocks
     * @param importedUntil until when its history was taken over step by step; {@link Cycle#NONE} if it was not
     * @return what comes first; null if there is nothing
     */
    static @Nullable SlaSignal first(List<ClockFold> folds, long importedUntil) {
        Signals signals = new Signals(importedUntil);
        for (ClockFold fold : folds) {
            for (Cycle cycle : fold.cycles) {
                signals.look(fold, cycle);
            }
        }
        return signals.first == null ? null : signals.signal(signals.first);
    }

    private void look(ClockFold fold, Cycle cycle) {
        Marks marks = cycle.marks;
        if (cycle.isBreached() && !marks.hasBreach()) {
            if (cycle.ended != ClockState.CANCELLED) {
                offer(new Candidate(
                        fold, cycle, SignalKind.BREACH, Threshold.BREACH, Math.max(cycle.breachedAt, fold.last), true));
            }
        } else if (!cycle.isBreached() && marks.hasBreach()) {
            offer(new Candidate(fold, cycle, SignalKind.WITHDRAWAL, Threshold.BREACH, fold.last, true));
        } else if (cycle.ended == ClockState.MISSED && !marks.missed) {
            offer(new Candidate(fold, cycle, SignalKind.MISS, Threshold.BREACH, fold.last, true));
        }
        if (cycle.isLive()) {
            for (Threshold threshold : fold.compiled.thresholds) {
                if (!marks.recorded.contains(threshold.name())) {
                    threshold(fold, cycle, threshold);
                }
            }
        }
        for (Map.Entry<String, Long> notice : marks.notices.entrySet()) {
            notice(fold, cycle, notice.getKey(), notice.getValue());
        }
    }

    private void threshold(ClockFold fold, Cycle cycle, Threshold threshold) {
        boolean running = fold.situation.pause() == null;
        if (threshold.side() == 0) {
            if (!cycle.isBreached() && running) {
                long due = cycle.due(fold.last);
                if (due != Cycle.NEVER) {
                    offer(new Candidate(
                            fold, cycle, SignalKind.BREACH, threshold, Math.max(due, fold.last) + 1, false));
                }
            }
            return;
        }
        SignalKind kind = threshold.side() < 0 ? SignalKind.AT_RISK : SignalKind.OVERRUN;
        if (cycle.isPassed(threshold)) {
            offer(new Candidate(fold, cycle, kind, threshold, fold.last, true));
        } else if (running) {
            long reached = cycle.reached(threshold, fold.last);
            if (reached != Cycle.NEVER) {
                offer(new Candidate(fold, cycle, kind, threshold, reached, false));
            }
        }
    }

    /** That a target was at risk is of no interest once it is met. */
    private void notice(ClockFold fold, Cycle cycle, String name, long at) {
        for (Threshold threshold : fold.compiled.thresholds) {
            if (threshold.name().equals(name) && (threshold.side() >= 0 || cycle.isLive())) {
                offer(new Candidate(fold, cycle, SignalKind.NOTICE, threshold, Math.max(at, fold.last), false));
            }
        }
    }

    private void offer(Candidate candidate) {
        if (first == null || candidate.isBefore(first)) {
            first = candidate;
        }
    }

    private SlaSignal signal(Candidate found) {
        Cycle cycle = found.cycle();
        SlaPolicy policy = found.fold().compiled.policy;
        long due = cycle.isBreached() ? cycle.dueAtBreach : cycle.due(found.fold().last);
        Duration overrun = Duration.ofMillis(cycle.overrun());
        Penalty penalty = found.kind() == SignalKind.MISS ? policy.penalty() : null;
        BigDecimal cost = penalty == null ? null : penalty.cost(overrun);
        return new SlaSignal(
                found.kind(),
                new ClockId(policy.name(), found.fold().compiled.target.name(), cycle.number),
                found.threshold().name(),
                Instant.ofEpochMilli(found.at()),
                Instant.ofEpochMilli(due == Cycle.NEVER ? found.at() : due),
                notice(found),
                overrun,
                cost,
                penalty == null ? null : penalty.currency(),
                cycle.marks.turned);
    }

    private Notice notice(Candidate found) {
        Cycle cycle = found.cycle();
        ClockRules rules = found.fold().compiled.rules();
        boolean missedBefore =
                cycle.isBreached() && cycle.start < cycle.attachedAt && cycle.breachedAt <= cycle.attachedAt;
        boolean old = (missedBefore && found.isOld()) || isImported(found);
        if (old && rules.attachedBreach() == AttachedBreach.SILENT) {
            return Notice.NONE;
        }
        boolean later = rules.notices() == NoticeTime.AT_NEXT_OPENING && !cycle.calendar.isOpenMillis(found.at());
        return later ? Notice.AT_NEXT_OPENING : Notice.NOW;
    }

    /** Whether it fell due before the last step of an imported history was recorded, so that nobody could be told in time. */
    private boolean isImported(Candidate found) {
        Cycle cycle = found.cycle();
        boolean missed = cycle.isBreached() && cycle.breachedAt <= importedUntil && found.kind() != SignalKind.OVERRUN;
        return missed || found.at() <= importedUntil;
    }
}
