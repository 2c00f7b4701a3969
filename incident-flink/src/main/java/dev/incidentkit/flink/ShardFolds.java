package dev.incidentkit.flink;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.flink.internal.Contribution;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Measures the incidents of one task as of an instant, apart for each shard, where their events are decoded already. It holds
 * what was measured only while time passes the instant: it is handed on before the watermark and before a checkpoint, so it
 * is no state.
 */
final class ShardFolds {
    private final MetricPlan plan;
    private final Map<Integer, MetricFold> open = new TreeMap<>();
    private final Map<Integer, MetricFold> settled = new TreeMap<>();
    private long asOf = KeptIncident.NEVER;

    ShardFolds(MetricPlan plan) {
        this.plan = plan;
    }

    /** Measures an open incident as of the instant. */
    void open(int shard, long instant, List<IncidentEvent> record, Consumer<Contribution> out) {
        at(instant, out);
        fold(open, shard).add(plan.view(record, Instant.ofEpochMilli(instant)));
    }

    /** Measures an incident for good: it lasts until its last event, as in one process. */
    void settled(int shard, long instant, List<IncidentEvent> record, Consumer<Contribution> out) {
        at(instant, out);
        fold(settled, shard)
                .add(plan.view(record, record.get(record.size() - 1).meta().effectiveAt()));
    }

    /** Timers come in the order of time, so what was measured as of an earlier instant is complete. */
    private void at(long instant, Consumer<Contribution> out) {
        if (instant != asOf) {
            flush(out);
            asOf = instant;
        }
    }

    private MetricFold fold(Map<Integer, MetricFold> folds, int shard) {
        return folds.computeIfAbsent(shard, key -> MetricFold.of(plan));
    }

    /** Hands on what was measured. */
    void flush(Consumer<Contribution> out) {
        flush(open, Contribution.OPEN, out);
        flush(settled, Contribution.SETTLED, out);
    }

    private void flush(Map<Integer, MetricFold> folds, int kind, Consumer<Contribution> out) {
        folds.forEach((shard, fold) -> out.accept(new Contribution(shard, asOf, kind, fold.seen(), fold.toBytes())));
        folds.clear();
    }
}
