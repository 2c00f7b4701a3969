package dev.incidentkit.desk;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.json.Chain;
import dev.incidentkit.json.CodecException;
import dev.incidentkit.json.EncodedEvent;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.json.ExportLine;
import dev.incidentkit.json.PersonalData;
import dev.incidentkit.json.RecordVerifier;
import dev.incidentkit.store.PersonalValue;
import dev.incidentkit.store.StoredEvent;
import java.util.ArrayList;
import java.util.List;

/** Turns events into finished lines of a record and back. */
final class Sealer {
    private final EventCodec codec;

    Sealer(EventCodec codec) {
        this.codec = codec;
    }

    List<StoredEvent> seal(List<IncidentEvent> events, long version, byte[] headHash) {
        List<StoredEvent> sealed = new ArrayList<>(events.size());
        byte[] previous = headHash;
        long sequence = version;
        for (IncidentEvent event : events) {
            EncodedEvent encoded = codec.encode(event);
            previous = Chain.next(previous, encoded.type(), encoded.form(), encoded.body());
            sequence++;
            sealed.add(new StoredEvent(
                    sequence,
                    encoded.type(),
                    encoded.form(),
                    encoded.body(),
                    previous,
                    event.meta().effectiveAt(),
                    event.meta().recordedAt(),
                    encoded.personal().stream()
                            .map(data -> new PersonalValue(data.path(), data.salt(), data.text()))
                            .toList()));
        }
        return sealed;
    }

    ExportLine line(TenantId tenant, IncidentId incident, StoredEvent stored) {
        return new ExportLine(
                tenant.value(),
                incident.value(),
                stored.sequence(),
                stored.type(),
                stored.form(),
                stored.effectiveAt(),
                stored.recordedAt(),
                stored.body(),
                stored.hash(),
                personal(stored));
    }

    private static List<PersonalData> personal(StoredEvent stored) {
        return stored.personal().stream()
                .map(value -> new PersonalData(value.path(), value.salt(), value.text()))
                .toList();
    }

    /** What cannot be read here, because a later version wrote it or somebody changed it, is refused by its place. */
    IncidentEvent open(IncidentId incident, StoredEvent stored) {
        try {
            return codec.decode(encoded(stored));
        } catch (CodecException e) {
            throw new IncidentException(
                    "Event " + stored.sequence() + " of incident " + incident + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    /** Proves a record of whoever it must be. */
    RecordVerifier verifier(TenantId tenant, IncidentId incident) {
        return new RecordVerifier(codec, tenant.value(), incident.value());
    }

    private static EncodedEvent encoded(StoredEvent stored) {
        return new EncodedEvent(stored.type(), stored.form(), stored.body(), personal(stored));
    }

    List<IncidentEvent> open(IncidentId incident, List<StoredEvent> stored) {
        List<IncidentEvent> events = new ArrayList<>(stored.size());
        stored.forEach(event -> events.add(open(incident, event)));
        return events;
    }

    String type(IncidentEvent event) {
        return EventCodec.type(event);
    }
}
