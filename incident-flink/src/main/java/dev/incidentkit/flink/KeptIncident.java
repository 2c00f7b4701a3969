package dev.incidentkit.flink;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.json.EncodedEvent;
import dev.incidentkit.json.EventCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an incident while it may change: its events as they were sealed, those that came too early, and what
 * its clocks have set off. It travels as bytes that begin with their version.
 */
final class KeptIncident {
    private static final int VERSION = 1;

    private final List<StreamEvent> record = new ArrayList<>();
    private final TreeMap<Long, StreamEvent> waiting = new TreeMap<>();
    private Set<ClockSignal> signals = new LinkedHashSet<>();

    /** What became of an event. */
    enum Taken {
        /** It is part of the record, perhaps with others that waited for it. */
        IN,

        /** It waits for one that comes before it. */
        WAITING,

        /** It was there before. */
        REPEATED
    }

    Taken take(StreamEvent event) {
        if (event.sequence() <= record.size() || waiting.containsKey(event.sequence())) {
            return Taken.REPEATED;
        }
        waiting.put(event.sequence(), event);
        if (event.sequence() != record.size() + 1) {
            return Taken.WAITING;
        }
        while (!waiting.isEmpty() && waiting.firstKey() == record.size() + 1) {
            record.add(waiting.pollFirstEntry().getValue());
        }
        return Taken.IN;
    }

    int size() {
        return record.size();
    }

    int waiting() {
        return waiting.size();
    }

    Set<ClockSignal> signals() {
        return signals;
    }

    void signals(Set<ClockSignal> others) {
        signals = others;
    }

    /** The events that took effect by an instant. */
    List<StreamEvent> until(long instant) {
        int known = record.size();
        while (known > 0 && record.get(known - 1).effectiveAt() > instant) {
            known--;
        }
        return record.subList(0, known);
    }

    static List<IncidentEvent> decode(EventCodec codec, List<StreamEvent> events) {
        List<IncidentEvent> decoded = new ArrayList<>(events.size());
        events.forEach(event -> decoded.add(codec.decode(event.encoded())));
        return decoded;
    }

    /** Reads what was kept; nothing where nothing was. */
    static KeptIncident read(byte @Nullable [] bytes) {
        KeptIncident kept = new KeptIncident();
        if (bytes == null) {
            return kept;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException("Form " + VERSION + " of a kept incident can be read, but this is " + version);
            }
            kept.record.addAll(readEvents(in));
            readEvents(in).forEach(event -> kept.waiting.put(event.sequence(), event));
            for (int left = in.readInt(); left > 0; left--) {
                kept.signals.add(readSignal(in));
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("The state of an incident cannot be read: " + e.getMessage(), e);
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            writeEvents(record, out);
            writeEvents(List.copyOf(waiting.values()), out);
            out.writeInt(signals.size());
            for (ClockSignal signal : signals) {
                write(signal, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** Events as bytes, for the way to where they are measured. */
    static byte[] bytes(List<StreamEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeEvents(events, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    static List<IncidentEvent> decode(EventCodec codec, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return decode(codec, readEvents(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The record of an incident cannot be read: " + e.getMessage(), e);
        }
    }

    private static void writeEvents(List<StreamEvent> events, DataOutputStream out) throws IOException {
        out.writeInt(events.size());
        for (StreamEvent event : events) {
            out.writeUTF(event.tenant());
            out.writeUTF(event.incident());
            out.writeLong(event.sequence());
            out.writeUTF(event.type());
            out.writeInt(event.form());
            out.writeInt(event.body().length);
            out.write(event.body());
            out.writeLong(event.effectiveAt());
        }
    }

    private static List<StreamEvent> readEvents(DataInputStream in) throws IOException {
        List<StreamEvent> events = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String tenant = in.readUTF();
            String incident = in.readUTF();
            long sequence = in.readLong();
            EncodedEvent encoded = new EncodedEvent(in.readUTF(), in.readInt(), in.readNBytes(in.readInt()), List.of());
            events.add(new StreamEvent(
                    tenant, incident, sequence, encoded.type(), encoded.form(), encoded.body(), in.readLong()));
        }
        return events;
    }

    private static void write(ClockSignal signal, DataOutputStream out) throws IOException {
        out.writeUTF(signal.tenant());
        out.writeUTF(signal.incident());
        out.writeUTF(signal.type());
        out.writeUTF(signal.policy());
        out.writeUTF(signal.target());
        out.writeInt(signal.cycle());
        out.writeUTF(signal.threshold());
        out.writeLong(signal.at());
    }

    private static ClockSignal readSignal(DataInputStream in) throws IOException {
        return new ClockSignal(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readInt(),
                in.readUTF(),
                in.readLong(),
                false);
    }

    /** Those of the first that the second lack. */
    static List<ClockSignal> lacking(Set<ClockSignal> some, Set<ClockSignal> others) {
        return some.stream().filter(signal -> !others.contains(signal)).toList();
    }
}
