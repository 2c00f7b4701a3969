package dev.incidentkit.desk;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.Redaction;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which stored personal data a redaction reaches. */
final class Redactions {
    private static final String ATTRIBUTE = "attribute:";
    private static final String TICKET = "ticket.";
    private static final String ATTRIBUTES = "attributes.";
    private static final String PERSONAL = ".personal";
    private static final Map<String, Set<String>> PATHS = Map.of(
            "title", Set.of("title", "ticket.title"),
            "description", Set.of("description"),
            "symptoms", Set.of("symptoms"),
            "reporter", Set.of("reporter.name", "ticket.reporter.name"),
            "comment", Set.of("comment"),
            "reason", Set.of("reason"),
            "resolutionNote", Set.of("note"),
            "text", Set.of("text"),
            "summary", Set.of("summary"));

    private Redactions() {}

    static List<Redaction> of(IncidentId id, List<IncidentEvent> events) {
        return events.stream()
                .filter(RecordEvent.Redacted.class::isInstance)
                .map(event -> new Redaction(id, paths(((RecordEvent.Redacted) event).scope())))
                .toList();
    }

    /** Whether a redaction accounts for the data at a path being gone. */
    static boolean covers(RecordEvent.Redacted redacted, String path) {
        return redacted.scope().isEmpty() || paths(redacted.scope()).contains(path);
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

    /** The name by which a redaction reaches what stands at a path; the path itself where none does. */
    static String field(String path) {
        String below = path.startsWith(TICKET) ? path.substring(TICKET.length()) : path;
        if (below.startsWith(ATTRIBUTES) && below.endsWith(PERSONAL)) {
            return ATTRIBUTE + below.substring(ATTRIBUTES.length(), below.length() - PERSONAL.length());
        }
        return PATHS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(path))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(path);
    }

    private static Set<String> paths(Set<String> scope) {
        Set<String> paths = new HashSet<>();
        for (String field : scope) {
            if (field.startsWith(ATTRIBUTE)) {
                String name = field.substring(ATTRIBUTE.length());
                paths.add(ATTRIBUTES + name + PERSONAL);
                paths.add(TICKET + ATTRIBUTES + name + PERSONAL);
            } else {
                paths.addAll(PATHS.getOrDefault(field, Set.of()));
            }
        }
        return paths;
    }
}
