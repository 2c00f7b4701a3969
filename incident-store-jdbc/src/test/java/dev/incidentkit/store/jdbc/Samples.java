package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Made-up appends. */
final class Samples {
    static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private Samples() {}

    static Append append(String incident, long expected, String... texts) {
        return new AppendBuilder()
                .addIncidents(incident(incident, expected, UnaryOperator.identity(), texts))
                .build();
    }

    static IncidentAppend incident(
            String incident, long expected, UnaryOperator<IncidentSummaryBuilder> known, String... texts) {
        List<StoredEvent> events = new ArrayList<>();
        for (String text : texts) {
            byte[] hash = Sql.sha256(incident + expected + text);
            events.add(new StoredEvent(
                    expected + events.size() + 1,
                    "incident.noted",
                    1,
                    text.getBytes(StandardCharsets.UTF_8),
                    hash,
                    AT,
                    AT,
                    List.of()));
        }
        IncidentSummary summary = known.apply(new IncidentSummaryBuilder()
                        .incident(new IncidentId(incident))
                        .version(expected + texts.length)
                        .headHash(HexFormat.of().formatHex(Sql.sha256(incident)))
                        .definition("f00d")
                        .status("NEW")
                        .phase(Phase.NEW)
                        .priority("P3")
                        .priorityRank(2)
                        .reportedAt(AT)
                        .legalHold(false)
                        .attributes(new TreeMap<>()))
                .build();
        return new IncidentAppend(new IncidentId(incident), expected, events, summary);
    }
}
