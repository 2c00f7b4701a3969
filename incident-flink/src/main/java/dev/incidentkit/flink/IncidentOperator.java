package dev.incidentkit.flink;

import dev.incidentkit.flink.internal.Contribution;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/** Runs the function, and has it hand on what it measured before each watermark and each checkpoint. */
final class IncidentOperator extends KeyedProcessOperator<String, StreamEvent, Contribution> {
    private static final long serialVersionUID = 1L;

    private final IncidentFunction function;

    IncidentOperator(IncidentFunction function) {
        super(function);
        this.function = function;
    }

    @Override
    public void open() throws Exception {
        output = new Flushing(output); // what is opened next takes it from here
        super.open();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
        flush();
        super.prepareSnapshotPreBarrier(checkpoint);
    }

    private void flush() {
        function.flush(contribution -> output.collect(new StreamRecord<>(contribution)));
    }

    /** The output of the operator: a watermark says that what lies before it is complete. */
    private final class Flushing implements Output<StreamRecord<Contribution>> {
        private final Output<StreamRecord<Contribution>> next;

        Flushing(Output<StreamRecord<Contribution>> next) {
            this.next = next;
        }

        @Override
        public void emitWatermark(Watermark mark) {
            flush();
            next.emitWatermark(mark);
        }

        @Override
        public void emitWatermark(WatermarkEvent mark) {
            flush();
            next.emitWatermark(mark);
        }

        @Override
        public void collect(StreamRecord<Contribution> contribution) {
            next.collect(contribution);
        }

        @Override
        public <X> void collect(OutputTag<X> tag, StreamRecord<X> beside) {
            next.collect(tag, beside);
        }

        @Override
        public void emitWatermarkStatus(WatermarkStatus status) {
            next.emitWatermarkStatus(status);
        }

        @Override
        public void emitLatencyMarker(LatencyMarker marker) {
            next.emitLatencyMarker(marker);
        }

        @Override
        public void emitRecordAttributes(RecordAttributes attributes) {
            next.emitRecordAttributes(attributes);
        }

        @Override
        public void close() {
            next.close();
        }
    }
}
