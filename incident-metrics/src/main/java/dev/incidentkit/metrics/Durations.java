package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.SlaEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;

/** Measures times and amounts of one incident. */
final class Durations {
    static final String REVERSED = "ends before it begins";
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final List<Milestone> BEGINNINGS =
            List.of(Milestone.OCCURRED, Milestone.DETECTED, Milestone.REPORTED);
    private static final List<String> FROM =
            BEGINNINGS.stream().map(beginning -> "from " + beginning).toList();

    private Durations() {}

    static void measure(Case one, Milestone from, Milestone to, LongBinaryOperator elapsed, Outcomes out) {
        long begin = one.millis(from);
        if (begin == Case.UNKNOWN) {
            out.exclude("no " + from);
            return;
        }
        until(one, begin, to, elapsed, out);
    }

    private static void until(Case one, long begin, Milestone to, LongBinaryOperator elapsed, Outcomes out) {
        long end = one.millis(to);
        if (end == Case.UNKNOWN) {
            out.exclude("no " + to);
        } else if (end < begin) {
            out.exclude(REVERSED);
        } else {
            out.value(elapsed.applyAsLong(begin, end));
        }
    }

    /** From the earliest that is known: when it happened, was noticed, was reported. Which one it was is noted. */
    static void restore(Case one, LongBinaryOperator elapsed, Outcomes out) {
        for (int i = 0; i < BEGINNINGS.size(); i++) {
            long begin = one.millis(BEGINNINGS.get(i));
            if (begin != Case.UNKNOWN) {
                until(one, begin, Milestone.RESTORED, elapsed, out);
                if (out.size > 0) {
                    out.note(FROM.get(i));
                }
                return;
            }
        }
        out.exclude("no " + Milestone.REPORTED);
    }

    static void timeInStatus(Case one, LongBinaryOperator elapsed, Outcomes out) {
        if (one.isAdopted()) {
            out.exclude("adopted: earlier statuses are not known");
        } else if (!one.outline().phase().isEnd()) {
            out.exclude("not ended");
        } else if (one.millis(Milestone.ENDED) < one.millis(Milestone.REPORTED)) {
            out.exclude(REVERSED);
        } else {
            TreeMap<String, Long> times = new TreeMap<>();
            for (StatusSpell spell : one.spells()) {
                times.merge(spell.status().name(), elapsed(spell.from(), spell.to(), elapsed), Long::sum);
            }
            times.forEach(out::value);
        }
    }

    static void waiting(Case one, LongBinaryOperator elapsed, Outcomes out) {
        if (!one.incident().holdTotals().isEmpty()) {
            out.exclude("adopted: waiting is known as sums only");
            return;
        }
        TreeMap<String, Long> times = new TreeMap<>();
        for (HoldSpell spell : one.incident().holds()) {
            Instant to = spell.to() == null ? one.asOf() : spell.to();
            if (!to.isBefore(spell.from())) {
                times.merge(spell.reason().name(), elapsed(spell.from(), to, elapsed), Long::sum);
            }
        }
        times.forEach(out::value);
    }

    private static long elapsed(Instant from, Instant to, LongBinaryOperator elapsed) {
        return elapsed.applyAsLong(from.toEpochMilli(), to.toEpochMilli());
    }

    static void effort(Case one, LongBinaryOperator elapsed, Outcomes out) {
        TreeMap<String, Long> times = new TreeMap<>();
        for (IncidentEvent event : one.events()) {
            if (event instanceof ReviewEvent.EffortRecorded effort) {
                times.merge(effort.team(), Math.max(0, effort.time().toMillis()), Long::sum);
            }
        }
        times.forEach(out::value);
    }

    static void cost(Case one, LongBinaryOperator elapsed, Outcomes out) {
        TreeMap<String, BigDecimal> costs = new TreeMap<>();
        for (IncidentEvent event : one.events()) {
            if (event instanceof ReviewEvent.EffortRecorded effort && effort.cost() != null) {
                costs.merge(effort.team(), effort.cost(), BigDecimal::add);
            }
        }
        money(costs, out);
    }

    static void penalty(Case one, LongBinaryOperator elapsed, Outcomes out) {
        TreeMap<String, BigDecimal> costs = new TreeMap<>();
        for (IncidentEvent event : one.events()) {
            if (event instanceof SlaEvent.Missed missed && missed.cost() != null && missed.currency() != null) {
                costs.merge(missed.currency(), missed.cost(), BigDecimal::add);
            }
        }
        money(costs, out);
    }

    private static void money(Map<String, BigDecimal> costs, Outcomes out) {
        costs.forEach((part, cost) -> out.value(
                part,
                cost.multiply(TEN_THOUSAND).setScale(0, RoundingMode.HALF_UP).longValueExact()));
    }
}
