package dev.incidentkit.flink;

import dev.incidentkit.flink.internal.Partial;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Merges the parts. A part of which nothing came has only settled incidents, so its figures are as they were. */
final class MergeFunction extends KeyedProcessFunction<Integer, Partial, StreamFigures> {
    private static final long serialVersionUID = 1L;

    private final PlanSource source;
    private transient @Nullable Working working;

    /** What is made where the function runs. */
    private record Working(MetricPlan plan, ListState<Partial> pending, MapState<Integer, Partial> latest) {}

    MergeFunction(PlanSource source) {
        this.source = source;
    }

    @Override
    public void open(OpenContext context) {
        TypeInformation<Partial> type = TypeInformation.of(Partial.class);
        working = new Working(
                source.plan(),
                getRuntimeContext().getListState(new ListStateDescriptor<>("pending", type)),
                getRuntimeContext().getMapState(new MapStateDescriptor<>("latest", Types.INT, type)));
    }

    private Working working() {
        return Objects.requireNonNull(working, "the function was not opened");
    }

    @Override
    public void processElement(Partial one, Context context, Collector<StreamFigures> out) throws Exception {
        working().pending().add(one);
        context.timerService().registerEventTimeTimer(one.asOf());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<StreamFigures> out) throws Exception {
        List<Partial> later = new ArrayList<>();
        for (Partial one : working().pending().get()) {
            if (one.asOf() > time) {
                later.add(one);
            } else {
                working().latest().put(one.shard(), one);
            }
        }
        working().pending().update(later);
        MetricFold all = MetricFold.of(working().plan());
        long late = 0;
        long repeated = 0;
        long waiting = 0;
        for (Partial one : working().latest().values()) {
            all.merge(MetricFold.of(working().plan(), one.fold()));
            late += one.late();
            repeated += one.repeated();
            waiting += one.waiting();
        }
        out.collect(new StreamFigures(time, late, repeated, waiting, all.toBytes()));
    }
}
