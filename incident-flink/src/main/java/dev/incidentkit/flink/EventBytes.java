package dev.incidentkit.flink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes sealed events of one incident one after the other: each body as it was sealed. */
final class EventBytes {
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
}
