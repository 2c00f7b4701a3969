package dev.incidentkit.desk;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.json.PersonalPaths;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.Redaction;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which stored personal data a redaction reaches. */
final class Redactions {
    private static final String ATTRIBUTE = "attribute:";

    private Redactions() {}

    static List<Redaction> of(IncidentId id, List<IncidentEvent> events) {
        return events.stream()
                .filter(RecordEvent.Redacted.class::isInstance)
                .map(event -> new Redaction(id, PersonalPaths.of(((RecordEvent.Redacted) event).scope())))
                .toList();
    }

    /** The summary without what the events redact: the fold that it was made from still knew the texts. */
    static IncidentSummary applied(IncidentSummary summary, List<IncidentEvent> events) {
        IncidentSummary left = summary;
        for (IncidentEvent event : events) {
            if (event instanceof RecordEvent.Redacted redacted) {
                left = without(left, redacted.scope());
            }
        }
        return left;
    }

    private static IncidentSummary without(IncidentSummary summary, Set<String> scope) {
        SortedMap<String, AttributeValue> attributes = new TreeMap<>(summary.attributes());
        attributes
                .entrySet()
                .removeIf(entry -> entry.getValue() instanceof AttributeValue.Personal
                        && (scope.isEmpty() || scope.contains(ATTRIBUTE + entry.getKey())));
        boolean title = scope.isEmpty() || scope.contains("title");
        return new IncidentSummaryBuilder()
                .from(summary)
                .title(title ? null : summary.title())
                .attributes(attributes)
                .build();
    }
}
