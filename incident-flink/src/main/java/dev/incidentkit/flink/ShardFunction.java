package dev.incidentkit.flink;

import dev.incidentkit.flink.internal.Contribution;
import dev.incidentkit.flink.internal.Partial;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what was measured of the incidents of one part: those that are settled once and for good, the others anew as of each
 * instant.
 */
final class ShardFunction extends KeyedProcessFunction<Integer, Contribution, Partial> {
    private static final long serialVersionUID = 1L;

    private final PlanSource source;
    private transient @Nullable Working working;

    /** What is made where the function runs. */
    private record Working(
            MetricPlan plan,
            ListState<Contribution> pending,
            ValueState<byte[]> settled,
            ValueState<Long> late,
            ValueState<Long> repeated) {}

    ShardFunction(PlanSource source) {
        this.source = source;
    }

    @Override
    public void open(OpenContext context) {
        working = new Working(
                source.plan(),
                getRuntimeContext()
                        .getListState(new ListStateDescriptor<>("pending", TypeInformation.of(Contribution.class))),
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>(
                                "settled", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)),
                getRuntimeContext().getState(new ValueStateDescriptor<>("late", Types.LONG)),
                getRuntimeContext().getState(new ValueStateDescriptor<>("repeated", Types.LONG)));
    }

    private Working working() {
        return Objects.requireNonNull(working, "the function was not opened");
    }

    @Override
    public void processElement(Contribution one, Context context, Collector<Partial> out) throws Exception {
        working().pending().add(one);
        context.timerService().registerEventTimeTimer(one.asOf());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Partial> out) throws Exception {
        MetricPlan plan = working().plan();
        byte[] before = working().settled().value();
        MetricFold settled = before == null ? MetricFold.of(plan) : MetricFold.of(plan, before);
        MetricFold open = MetricFold.of(plan);
        long late = orZero(working().late().value());
        long repeated = orZero(working().repeated().value());
        long waiting = 0;
        List<Contribution> later = new ArrayList<>();
        for (Contribution one : working().pending().get()) {
            if (one.asOf() > time) {
                later.add(one);
                continue;
            }
            switch (one.kind()) {
                case Contribution.LATE -> late += one.count();
                case Contribution.REPEATED -> repeated += one.count();
                case Contribution.WAITING -> waiting += one.count();
                case Contribution.SETTLED -> settled.merge(MetricFold.of(plan, one.fold()));
                default -> open.merge(MetricFold.of(plan, one.fold()));
            }
        }
        working().pending().update(later);
        working().settled().update(settled.toBytes());
        working().late().update(late);
        working().repeated().update(repeated);
        open.merge(settled);
        out.collect(new Partial(context.getCurrentKey(), time, late, repeated, waiting, open.toBytes()));
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
