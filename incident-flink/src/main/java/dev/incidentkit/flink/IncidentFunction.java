package dev.incidentkit.flink;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.flink.internal.Contribution;
import dev.incidentkit.json.EventCodec;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
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
 * <p>What clocks set off is computed anew from the record whenever time or a late event may have changed it, and compared
 * with what was told: so it depends on the events alone, and not on when they came.
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
            ValueState<byte[]> kept,
            ValueState<Long> settled,
            ValueState<Long> figures,
            Counter late) {}

    IncidentFunction(StreamPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        working = new Working(
                plan.metrics().plan().clocks(),
                new EventCodec(),
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>(
                                "incident", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)),
                getRuntimeContext().getState(new ValueStateDescriptor<>("settled-at-version", Types.LONG)),
                getRuntimeContext().getState(new ValueStateDescriptor<>("next-figures", Types.LONG)),
                getRuntimeContext().getMetricGroup().counter("lateEvents"));
    }

    private Working working() {
        return Objects.requireNonNull(working, "the function was not opened");
    }

    @Override
    public void processElement(StreamEvent event, Context context, Collector<Contribution> out) throws Exception {
        long now = context.timerService().currentWatermark();
        Long version = working().settled().value();
        if (version != null) {
            boolean again = event.sequence() <= version;
            count(again ? Contribution.REPEATED : Contribution.LATE, event, now, out);
            if (!again) {
                late(event, context);
            }
            return;
        }
        KeptIncident kept = KeptIncident.read(working().kept().value());
        KeptIncident.Taken taken = kept.take(event);
        if (taken == KeptIncident.Taken.REPEATED) {
            count(Contribution.REPEATED, event, now, out);
            return;
        }
        boolean isLate = event.effectiveAt() <= now;
        if (isLate) {
            count(Contribution.LATE, event, now, out);
            late(event, context);
        }
        if (taken == KeptIncident.Taken.IN) {
            follow(kept, isLate ? Math.min(now, plan.last()) : Long.MIN_VALUE, context);
        }
        working().kept().update(kept.bytes());
        if (working().figures().value() == null) {
            await(plan.next(Math.max(now, event.effectiveAt() - 1)), context);
        }
    }

    private void late(StreamEvent event, Context context) {
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

    /** Sets the timer for what is due next after all that is known, and tells anew what time has passed already. */
    private void follow(KeptIncident kept, long passed, Context context) {
        SlaClock clock = working().clock();
        if (clock == null) {
            return;
        }
        if (passed != Long.MIN_VALUE) {
            tell(kept, passed, clock, context);
        }
        List<IncidentEvent> events = KeptIncident.decode(working().codec(), kept.until(Long.MAX_VALUE));
        Instant last = events.get(events.size() - 1).meta().effectiveAt();
        remind(ClockWatch.of(clock, events, last), context);
    }

    private void remind(ClockWatch watch, Context context) {
        watch.next()
                .map(Instant::toEpochMilli)
                .filter(next -> next <= plan.last())
                .ifPresent(context.timerService()::registerEventTimeTimer);
    }

    private void await(OptionalLong figures, Context context) throws Exception {
        if (figures.isPresent()) {
            working().figures().update(figures.getAsLong());
            context.timerService().registerEventTimeTimer(figures.getAsLong());
        }
    }

    /** Tells what clocks have set off until an instant and was not told, and takes back what they have not. */
    private void tell(KeptIncident kept, long until, SlaClock clock, Context context) {
        List<StreamEvent> known = kept.until(until);
        if (known.isEmpty()) {
            return;
        }
        StreamEvent first = known.get(0);
        ClockWatch watch =
                ClockWatch.of(clock, KeptIncident.decode(working().codec(), known), Instant.ofEpochMilli(until));
        Set<ClockSignal> signals = new LinkedHashSet<>();
        for (SlaEvent event : watch.signals()) {
            signals.add(ClockSignal.of(first.tenant(), first.incident(), event));
        }
        KeptIncident.lacking(kept.signals(), signals).forEach(signal -> context.output(SIGNALS, signal.takeBack()));
        KeptIncident.lacking(signals, kept.signals()).forEach(signal -> context.output(SIGNALS, signal));
        kept.signals(signals);
        remind(watch, context);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Contribution> out) throws Exception {
        byte[] bytes = working().kept().value();
        if (bytes == null) {
            return; // it was settled before
        }
        KeptIncident kept = KeptIncident.read(bytes);
        SlaClock clock = working().clock();
        if (clock != null) {
            tell(kept, time, clock, context);
        }
        Long figures = working().figures().value();
        if (figures != null && figures == time && contribute(kept, time, context, out)) {
            working().settled().update((long) kept.size());
            working().kept().clear();
            working().figures().clear();
            return;
        }
        working().kept().update(kept.bytes());
    }

    /** Gives the incident to the figures as of an instant; says whether that was for good. */
    private boolean contribute(KeptIncident kept, long asOf, OnTimerContext context, Collector<Contribution> out)
            throws Exception {
        int shard = shard(context.getCurrentKey());
        if (kept.waiting() > 0) {
            out.collect(Contribution.counted(shard, asOf, Contribution.WAITING, kept.waiting()));
        }
        List<StreamEvent> known = kept.until(asOf);
        boolean isSettled = false;
        if (!known.isEmpty()) {
            isSettled = known.size() == kept.size() && kept.waiting() == 0 && isSettled(known, asOf);
            int kind = isSettled ? Contribution.SETTLED : Contribution.OPEN;
            out.collect(new Contribution(shard, asOf, kind, 1, KeptIncident.bytes(known)));
        }
        if (!isSettled) {
            await(plan.next(asOf), context);
        }
        return isSettled;
    }

    private boolean isSettled(List<StreamEvent> known, long asOf) {
        Incident incident = Incident.replay(KeptIncident.decode(working().codec(), known));
        Instant ended = incident.at(Milestone.ENDED).orElse(Instant.MAX);
        return incident.phase().isEnd()
                && ended.isBefore(Instant.ofEpochMilli(asOf).minus(plan.settleAfter()));
    }
}
