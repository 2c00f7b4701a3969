package dev.incidentkit.flink;

import dev.incidentkit.flink.internal.Contribution;
import dev.incidentkit.flink.internal.Partial;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What a job makes of a stream of events. The stream may hold the events of any number of incidents and tenants mixed, those
 * of one incident in any order, each at least once.
 *
 * @param figures the figures as of each instant of the plan, in its order; they equal those of one process over the same
 *     events
 * @param signals what clocks set off, each once, when time has passed it
 * @param late events that came after time had passed them; those of incidents that were not settled yet are measured
 *     nevertheless
 */
public record IncidentStreams(
        DataStream<StreamFigures> figures, DataStream<ClockSignal> signals, DataStream<StreamEvent> late) {
    /**
     * Adds the steps to a job.
     *
     * @param events the events, with timestamps and watermarks, see {@link StreamEvent#watermarks}
     * @param plan what is measured, and as of when
     * @return what comes out
     */
    public static IncidentStreams of(DataStream<StreamEvent> events, StreamPlan plan) {
        IncidentOperator operator =
                new IncidentOperator(events.getExecutionEnvironment().clean(new IncidentFunction(plan)));
        SingleOutputStreamOperator<Contribution> incidents = events.keyBy(StreamEvent::key, Types.STRING)
                .transform("incidents", TypeInformation.of(Contribution.class), operator)
                .uid("incidentkit-incidents");
        SingleOutputStreamOperator<Partial> shards = incidents
                .keyBy(Contribution::shard, Types.INT)
                .process(new ShardFunction(plan.metrics()), TypeInformation.of(Partial.class))
                .name("measured by shard")
                .uid("incidentkit-shards");
        SingleOutputStreamOperator<StreamFigures> figures = shards.keyBy(partial -> 0, Types.INT)
                .process(new MergeFunction(plan.metrics()), TypeInformation.of(StreamFigures.class))
                .name("figures")
                .uid("incidentkit-figures")
                .setParallelism(1);
        return new IncidentStreams(
                figures,
                incidents.getSideOutput(IncidentFunction.SIGNALS),
                incidents.getSideOutput(IncidentFunction.LATE));
    }
}
