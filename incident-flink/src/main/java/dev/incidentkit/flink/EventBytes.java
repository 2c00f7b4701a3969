package dev.incidentkit.flink;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.json.EventCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes sealed events of one incident one after the other: each body as it was sealed. */
final class EventBytes {
    /** About what an event takes beside its body. */
    private static final int BESIDE_BODY = 64;

    private EventBytes() {}

    static void write(Collection<StreamEvent> events, DataOutput out) throws IOException {
        out.writeInt(events.size());
        for (StreamEvent event : events) {
            out.writeLong(event.sequence());
            out.writeUTF(event.type());
            out.writeInt(event.form());
            out.writeInt(event.body().length);
            out.write(event.body());
            out.writeLong(event.effectiveAt());
        }
    }

    static List<StreamEvent> read(String tenant, String incident, DataInput in) throws IOException {
        int size = in.readInt();
        List<StreamEvent> events = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            long sequence = in.readLong();
            String type = in.readUTF();
            int form = in.readInt();
            byte[] body = new byte[in.readInt()];
            in.readFully(body);
            events.add(new StreamEvent(tenant, incident, sequence, type, form, body, in.readLong()));
        }
        return events;
    }

    /** Events as bytes, for the way to where they are measured. */
    static byte[] of(List<StreamEvent> events) {
        int size = Integer.BYTES;
        for (StreamEvent event : events) {
            size += event.body().length + BESIDE_BODY;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(events, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** The record that {@link #of} wrote. */
    static List<IncidentEvent> decode(EventCodec codec, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            List<IncidentEvent> record = new ArrayList<>();
            for (StreamEvent event : read("", "", in)) {
                record.add(codec.decode(event.encoded()));
            }
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException("The record of an incident cannot be read: " + e.getMessage(), e);
        }
    }
}
