package dev.incidentkit.flink;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.flink.internal.Contribution;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.metrics.MetricPlan;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Follows one incident: puts its events in their order, sets a timer for what its clocks set off next and for the next
 * figures, and lets it go when it ended long ago.
 *
 * <p>Its clocks are followed as time passes its events and their instants. When a late event may have changed what they set
 * off, that is computed anew from the record and compared with what was told: so it depends on the events alone, and not on
 * when they came.
 */
final class IncidentFunction extends KeyedProcessFunction<String, StreamEvent, Contribution> {
    static final OutputTag<ClockSignal> SIGNALS =
            new OutputTag<>("clock-signals", TypeInformation.of(ClockSignal.class));
    static final OutputTag<StreamEvent> LATE = new OutputTag<>("late-events", TypeInformation.of(StreamEvent.class));

    private static final long serialVersionUID = 1L;

    private final StreamPlan plan;
    private transient @Nullable Working working;

    /** What is made where the function runs. */
    private record Working(
            @Nullable SlaClock clock,
            EventCodec codec,
            ShardFolds folds,
            ValueState<KeptIncident> kept,
            ValueState<Long> settled,
            Counter late) {}

    IncidentFunction(StreamPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        MetricPlan metrics = plan.metrics().plan();
        working = new Working(
                metrics.clocks(),
                new EventCodec(),
                new ShardFolds(metrics),
                getRuntimeContext().getState(new ValueStateDescriptor<>("incident", KeptSerializer.INSTANCE)),
                getRuntimeContext().getState(new ValueStateDescriptor<>("settled-at-version", Types.LONG)),
                getRuntimeContext().getMetricGroup().counter("lateEvents"));
    }

    private Working working() {
        return Objects.requireNonNull(working, "the function was not opened");
    }

    @Override
    public void processElement(StreamEvent event, Context context, Collector<Contribution> out) throws Exception {
        KeptIncident before = working().kept().value();
        Long version = before == null ? working().settled().value() : null;
        if (version != null) {
            afterwards(event, event.sequence() <= version, context, out);
            return;
        }
        KeptIncident kept = before == null ? new KeptIncident() : before;
        KeptIncident.Taken taken = kept.take(event);
        if (taken == KeptIncident.Taken.REPEATED) {
            count(Contribution.REPEATED, event, context.timerService().currentWatermark(), out);
            return;
        }
        taken(kept, taken == KeptIncident.Taken.IN, event, context, out);
        working().kept().update(kept);
    }

    private void taken(
            KeptIncident kept, boolean isIn, StreamEvent event, Context context, Collector<Contribution> out) {
        long now = context.timerService().currentWatermark();
        boolean isLate = event.effectiveAt() <= now;
        if (isLate) {
            late(event, context, out);
        }
        if (isIn) {
            follow(kept, event, isLate, context);
        }
        if (kept.figuresAt() == KeptIncident.NEVER) {
            await(kept, plan.next(Math.max(now, event.effectiveAt() - 1)), context);
        }
    }

    /** Counts an event of an incident that was let go. */
    private void afterwards(StreamEvent event, boolean isRepeated, Context context, Collector<Contribution> out) {
        if (isRepeated) {
            count(Contribution.REPEATED, event, context.timerService().currentWatermark(), out);
        } else {
            late(event, context, out);
        }
    }

    private void late(StreamEvent event, Context context, Collector<Contribution> out) {
        count(Contribution.LATE, event, context.timerService().currentWatermark(), out);
        working().late().inc();
        context.output(LATE, event);
    }

    private void count(int kind, StreamEvent event, long now, Collector<Contribution> out) {
        OptionalLong next = plan.next(Math.max(now, event.effectiveAt() - 1));
        if (next.isPresent()) {
            out.collect(Contribution.counted(shard(event.key()), next.getAsLong(), kind, 1));
        }
    }

    private int shard(String key) {
        return Math.floorMod(key.hashCode(), plan.shards());
    }

    /**
     * Looks at the incident when time passes the event. Nothing that time has not passed is told, so until then nothing is
     * to be done; but a late event changes what was told already.
     */
    private void follow(KeptIncident kept, StreamEvent event, boolean isLate, Context context) {
        if (working().clock() == null) {
            return;
        }
        if (isLate) {
            tell(kept, Math.min(context.timerService().currentWatermark(), plan.last()), context);
        } else {
            wake(kept, Math.min(kept.wakeAt(), event.effectiveAt()), context);
        }
    }

    /** Sets the timer anew: there is one, and it does not stay where it is not needed any more. */
    private void wake(KeptIncident kept, long at, Context context) {
        long before = kept.wakeAt();
        long next = at <= plan.last() ? at : KeptIncident.NEVER;
        if (next == before) {
            return;
        }
        if (before != KeptIncident.NEVER && before != kept.figuresAt()) {
            context.timerService().deleteEventTimeTimer(before);
        }
        if (next != KeptIncident.NEVER) {
            context.timerService().registerEventTimeTimer(next);
        }
        kept.wakeAt(next);
    }

    private void await(KeptIncident kept, OptionalLong figures, Context context) {
        kept.figuresAt(figures.orElse(KeptIncident.NEVER));
        figures.ifPresent(context.timerService()::registerEventTimeTimer);
    }

    /**
     * Tells what clocks have set off until an instant and was not told. Where a late event may have changed what they set
     * off, they are followed from the beginning, and what they did not set off is taken back.
     */
    private void tell(KeptIncident kept, long until, Context context) {
        int known = kept.known(until);
        if (known == 0 || kept.isOver()) {
            return;
        }
        List<IncidentEvent> events = kept.decoded(known, working().codec());
        FollowedIncident before = kept.followed();
        FollowedIncident followed = continued(before, events);
        Set<ClockSignal> signals = signals(kept.record().get(0), followed.follow(events, until));
        if (followed != before) {
            kept.takeBackAllBut(signals).forEach(signal -> context.output(SIGNALS, signal.takeBack()));
        }
        kept.followed(followed);
        signals.stream().filter(kept::tell).forEach(signal -> context.output(SIGNALS, signal));
        if (working().clock() != null) {
            wake(kept, Math.min(followed.next(), kept.after(known)), context);
        }
    }

    private FollowedIncident continued(@Nullable FollowedIncident before, List<IncidentEvent> events) {
        return before != null && before.isContinuedBy(events)
                ? before
                : new FollowedIncident(working().clock());
    }

    private static Set<ClockSignal> signals(StreamEvent first, List<SlaEvent> events) {
        if (events.isEmpty()) {
            return Set.of(); // as nearly always
        }
        Set<ClockSignal> signals = new LinkedHashSet<>();
        for (SlaEvent event : events) {
            signals.add(ClockSignal.of(first.tenant(), first.incident(), event));
        }
        return signals;
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Contribution> out) throws Exception {
        KeptIncident kept = working().kept().value();
        if (kept == null) {
            return; // it was settled before
        }
        if (kept.wakeAt() == time) {
            kept.wakeAt(KeptIncident.NEVER);
        }
        tell(kept, time, context);
        if (kept.figuresAt() == time && contribute(kept, time, context, out)) {
            working().settled().update((long) kept.record().size());
            working().kept().clear();
            return;
        }
        working().kept().update(kept);
    }

    /** Gives the incident to the figures as of an instant; says whether that was for good. */
    private boolean contribute(KeptIncident kept, long asOf, OnTimerContext context, Collector<Contribution> out) {
        int shard = shard(context.getCurrentKey());
        int waiting = kept.waiting().size();
        if (waiting > 0) {
            out.collect(Contribution.counted(shard, asOf, Contribution.WAITING, waiting));
        }
        int known = kept.known(asOf);
        boolean isSettled = known > 0 && known == kept.record().size() && waiting == 0 && isSettled(kept, asOf);
        if (known > 0) {
            measure(kept.decoded(known, working().codec()), isSettled, asOf, shard, out);
        }
        if (!isSettled) {
            await(kept, plan.next(asOf), context);
        }
        return isSettled;
    }

    private void measure(
            List<IncidentEvent> record, boolean isSettled, long asOf, int shard, Collector<Contribution> out) {
        if (isSettled) {
            working().folds().settled(shard, asOf, record, out::collect);
        } else {
            working().folds().open(shard, asOf, record, out::collect);
        }
    }

    /** Hands on what was measured as of an instant that time has passed. */
    void flush(Consumer<Contribution> out) {
        working().folds().flush(out);
    }

    /** Whether it ended long ago. */
    private boolean isSettled(KeptIncident kept, long asOf) {
        return kept.endedAt()
                < Instant.ofEpochMilli(asOf).minus(plan.settleAfter()).toEpochMilli();
    }
}
