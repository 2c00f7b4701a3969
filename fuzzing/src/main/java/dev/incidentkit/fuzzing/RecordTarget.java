package dev.incidentkit.fuzzing;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.HistoryException;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.json.CodecException;
import dev.incidentkit.json.EncodedEvent;
import dev.incidentkit.json.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A record from a stranger: decoded, folded and timed, as a reader of a feed would. */
final class RecordTarget {
    private static final EventCodec CODEC = new EventCodec();
    private static final int MOST = 50;
    private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

    private RecordTarget() {}

    static boolean reads(String lines) {
        try {
            List<IncidentEvent> events = new ArrayList<>();
            for (String line : lines.lines().limit(MOST).toList()) {
                int blank = line.indexOf(' ');
                String type = blank < 0 ? line : line.substring(0, blank);
                byte[] body = line.substring(blank + 1).getBytes(StandardCharsets.UTF_8);
                events.add(CODEC.decode(new EncodedEvent(type, 1, body, List.of())));
            }
            Incident incident = Incident.replay(events);
            ProcessDefinition itil = ProcessDefinition.itil();
            itil.clock().standings(incident.history(), AT);
            return true;
        } catch (CodecException | HistoryException refused) {
            return false;
        }
    }
}
