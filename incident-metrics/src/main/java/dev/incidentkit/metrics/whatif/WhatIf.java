package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recorded history under two definitions: in which priorities, routes, deadlines, breaches, escalations and refusals
 * they differ, incident by incident, and which policy value or rule made it so. Nothing is written. Records stream by:
 * memory holds one of them, and the summary. Immutable and safe for use by several threads.
 */
public final class WhatIf {
    private final Rerun before;
    private final Rerun after;
    private final List<ClockComparison> clocks;

    private WhatIf(Rerun before, Rerun after) {
        this.before = before;
        this.after = after;
        this.clocks = pairs(before.definition().slas(), after.definition().slas());
    }

    /**
     * Compares two definitions.
     *
     * @param before the first, for example the one that holds
     * @param after the second, for example the one that is proposed
     * @param priorities where priorities of imported steps come from
     * @return the comparison
     */
    public static WhatIf between(ProcessDefinition before, ProcessDefinition after, PrioritySource priorities) {
        return new WhatIf(Rerun.under(before, priorities), Rerun.under(after, priorities));
    }

    /**
     * Replays a history under two definitions. Each derives the priorities of imported steps anew.
     *
     * @param history the records, one list of events an incident; closed when it has been read
     * @param before the first definition
     * @param after the second
     * @param asOf until when clocks run
     * @return the summary
     */
    public static WhatIfSummary replay(
            Stream<? extends List<? extends IncidentEvent>> history,
            ProcessDefinition before,
            ProcessDefinition after,
            Instant asOf) {
        return between(before, after, PrioritySource.DERIVED).replay(history, asOf, difference -> {}, done -> {});
    }

    /**
     * Replays a history.
     *
     * @param history the records, one list of events an incident; closed when it has been read
     * @param asOf until when clocks run
     * @param differences is given each incident in which something differs
     * @param progress is given how many records were read, after each
     * @return the summary
     */
    public WhatIfSummary replay(
            Stream<? extends List<? extends IncidentEvent>> history,
            Instant asOf,
            Consumer<IncidentDifference> differences,
            LongConsumer progress) {
        WhatIfRun run = begin(differences);
        try (history) {
            Iterator<? extends List<? extends IncidentEvent>> records = history.iterator();
            long done = 0;
            while (records.hasNext()) {
                run.add(records.next(), asOf);
                progress.accept(++done);
            }
        }
        return run.summary();
    }

    /**
     * Begins a comparison to which records are given one by one, as a feed or an import has them.
     *
     * @param differences is given each incident in which something differs
     * @return the comparison
     */
    public WhatIfRun begin(Consumer<IncidentDifference> differences) {
        return new WhatIfRun(before, after, clocks, differences);
    }

    /** Targets of the same name, of policies of the same name where there are such, else in the order of the lists. */
    private static List<ClockComparison> pairs(List<SlaPolicy> before, List<SlaPolicy> after) {
        List<ClockComparison> pairs = new ArrayList<>();
        List<SlaPolicy> left = new ArrayList<>(after);
        for (SlaPolicy policy : before) {
            SlaPolicy fellow = fellow(policy, before, left);
            if (fellow != null) {
                left.remove(fellow);
                pairs.addAll(targets(policy, fellow));
            }
        }
        return List.copyOf(pairs);
    }

    private static @Nullable SlaPolicy fellow(SlaPolicy policy, List<SlaPolicy> before, List<SlaPolicy> left) {
        for (SlaPolicy other : left) {
            if (other.name().equals(policy.name())) {
                return other;
            }
        }
        for (SlaPolicy other : left) {
            if (before.stream().noneMatch(each -> each.name().equals(other.name()))) {
                return other;
            }
        }
        return null;
    }

    private static List<ClockComparison> targets(SlaPolicy before, SlaPolicy after) {
        List<ClockComparison> pairs = new ArrayList<>();
        for (SlaTarget from : before.targets()) {
            for (SlaTarget to : after.targets()) {
                if (from.name().equals(to.name())) {
                    pairs.add(new ClockComparison(before, from, after, to));
                }
            }
        }
        return pairs;
    }
}
