package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.incident.IncidentEvent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A comparison of two definitions while records are given to it. Memory holds the summary only. Not safe for use by
 * several threads.
 */
public final class WhatIfRun {
    private final Rerun before;
    private final Rerun after;
    private final List<ClockComparison> clocks;
    private final Consumer<IncidentDifference> differences;
    private final SortedMap<DifferenceKind, Long> kinds = new TreeMap<>();
    private final SortedMap<String, Long> causes = new TreeMap<>();
    private final SortedMap<String, WhatIfSummary.Breaches> breaches = new TreeMap<>();
    private long incidents;
    private long differing;

    WhatIfRun(Rerun before, Rerun after, List<ClockComparison> clocks, Consumer<IncidentDifference> differences) {
        this.before = before;
        this.after = after;
        this.clocks = clocks;
        this.differences = differences;
    }

    /**
     * Compares one more record.
     *
     * @param record the events of one incident in their order, at least one
     * @param asOf until when its clocks run; not before the last event
     */
    public void add(List<? extends IncidentEvent> record, Instant asOf) {
        incidents++;
        RerunResult a = before.run(record, asOf);
        RerunResult b = after.run(record, asOf);
        for (ClockComparison clock : clocks) {
            breach(clock.name(), a, b);
        }
        IncidentDifference difference =
                new RecordComparison(before.definition(), after.definition(), clocks).compare(record, a, b, asOf);
        if (!difference.differences().isEmpty()) {
            count(difference);
            differences.accept(difference);
        }
    }

    private void breach(String target, RerunResult a, RerunResult b) {
        boolean inFirst = a.isBreached(target);
        boolean inSecond = b.isBreached(target);
        WhatIfSummary.Breaches so = breaches.getOrDefault(target, new WhatIfSummary.Breaches(0, 0, 0));
        breaches.put(
                target,
                new WhatIfSummary.Breaches(
                        so.both() + (inFirst && inSecond ? 1 : 0),
                        so.before() + (inFirst && !inSecond ? 1 : 0),
                        so.after() + (!inFirst && inSecond ? 1 : 0)));
    }

    private void count(IncidentDifference incident) {
        differing++;
        Set<DifferenceKind> met = EnumSet.noneOf(DifferenceKind.class);
        for (Difference difference : incident.differences()) {
            if (met.add(difference.kind())) {
                kinds.merge(difference.kind(), 1L, Long::sum);
            }
            difference.causes().forEach(cause -> causes.merge(cause, 1L, Long::sum));
        }
    }

    /** {@return what was found so far} */
    public WhatIfSummary summary() {
        return new WhatIfSummary(incidents, differing, kinds, causes, breaches);
    }
}
