package dev.incidentkit.flink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * How what is kept of an incident is written: into checkpoints always, and where state is kept as bytes at each access. A
 * savepoint names the form in which it was written, and is refused where that form is not known.
 */
final class KeptSerializer extends TypeSerializerSingleton<KeptIncident> {
    static final KeptSerializer INSTANCE = new KeptSerializer();

    /** Form 1 was an array of bytes to Flink. */
    private static final int FORM = 2;

    private static final long serialVersionUID = 1L;

    private KeptSerializer() {}

    private Object readResolve() {
        return INSTANCE;
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public KeptIncident createInstance() {
        return new KeptIncident();
    }

    @Override
    public KeptIncident copy(KeptIncident kept) {
        return kept.copy();
    }

    @Override
    public KeptIncident copy(KeptIncident kept, KeptIncident reuse) {
        return kept.copy();
    }

    @Override
    public int getLength() {
        return -1; // as the records are long
    }

    @Override
    public void serialize(KeptIncident kept, DataOutputView out) throws IOException {
        StreamEvent first = kept.record().isEmpty()
                ? kept.waiting().iterator().next()
                : kept.record().get(0);
        out.writeUTF(first.tenant());
        out.writeUTF(first.incident());
        EventBytes.write(kept.record(), out);
        EventBytes.write(kept.waiting(), out);
        write(kept.signals(), out);
        out.writeLong(kept.figuresAt());
        out.writeLong(kept.wakeAt());
    }

    @Override
    public KeptIncident deserialize(DataInputView in) throws IOException {
        String tenant = in.readUTF();
        String incident = in.readUTF();
        KeptIncident kept = new KeptIncident(
                EventBytes.read(tenant, incident, in),
                EventBytes.read(tenant, incident, in),
                readSignals(tenant, incident, in));
        kept.figuresAt(in.readLong());
        kept.wakeAt(in.readLong());
        return kept;
    }

    @Override
    public KeptIncident deserialize(KeptIncident reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    private static void write(Set<ClockSignal> signals, DataOutputView out) throws IOException {
        out.writeInt(signals.size());
        for (ClockSignal signal : signals) {
            out.writeUTF(signal.type());
            out.writeUTF(signal.policy());
            out.writeUTF(signal.target());
            out.writeInt(signal.cycle());
            out.writeUTF(signal.threshold());
            out.writeLong(signal.at());
        }
    }

    private static List<ClockSignal> readSignals(String tenant, String incident, DataInputView in) throws IOException {
        int size = in.readInt();
        List<ClockSignal> signals = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            signals.add(new ClockSignal(
                    tenant,
                    incident,
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readInt(),
                    in.readUTF(),
                    in.readLong(),
                    false));
        }
        return signals;
    }

    @Override
    public TypeSerializerSnapshot<KeptIncident> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of the form; public with a constructor because Flink makes it. */
    public static final class Snapshot implements TypeSerializerSnapshot<KeptIncident> {
        /** Made by Flink. */
        public Snapshot() {}

        @Override
        public int getCurrentVersion() {
            return FORM;
        }

        @Override
        public void writeSnapshot(DataOutputView out) {}

        @Override
        public void readSnapshot(int form, DataInputView in, ClassLoader loader) throws IOException {
            if (form != FORM) {
                throw new IOException("Form " + FORM + " of kept incidents can be read, but this savepoint has form "
                        + form + ": begin the job anew from the feed");
            }
        }

        @Override
        public TypeSerializer<KeptIncident> restoreSerializer() {
            return INSTANCE;
        }

        @Override
        public TypeSerializerSchemaCompatibility<KeptIncident> resolveSchemaCompatibility(
                TypeSerializerSnapshot<KeptIncident> old) {
            return old instanceof Snapshot
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
