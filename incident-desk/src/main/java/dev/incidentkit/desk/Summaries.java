package dev.incidentkit.desk;

import dev.incidentkit.core.definition.Outlook;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.store.IncidentSummary;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Derives what is kept of an incident beside its record. */
final class Summaries {
    private Summaries() {}

    /** Of what a command led to. */
    static IncidentSummary of(Draft.Entry entry, byte[] headHash) {
        return of(entry.after(), entry.definition(), headHash, entry.outcome().outlook());
    }

    /** Of an incident as it stands, as of an instant until which everything that fell due was decided. */
    static IncidentSummary of(Incident incident, ProcessDefinition definition, byte[] headHash, Instant asOf) {
        return of(incident, definition, headHash, definition.outlook(incident, asOf));
    }

    private static IncidentSummary of(
            Incident incident, ProcessDefinition definition, byte[] headHash, Outlook outlook) {
        Priority priority = incident.priority().orElse(null);
        return new IncidentSummary(
                incident.id(),
                incident.version(),
                HexFormat.of().formatHex(headHash),
                incident.definition(),
                incident.status().name(),
                incident.phase(),
                priority == null ? null : priority.name(),
                priority == null ? IncidentSummary.NO_RANK : priority.rank(),
                incident.number().orElse(null),
                incident.title()
                        .filter(title -> !title.isRedacted())
                        .map(PersonalText::text)
                        .orElse(null),
                incident.category().map(Category::path).orElse(null),
                incident.owner().map(Owner::group).orElse(null),
                incident.owner().map(Owner::person).orElse(null),
                incident.services(),
                externals(incident),
                incident.at(Milestone.REPORTED).orElse(incident.lastEffectiveAt()),
                incident.at(Milestone.RESOLVED).orElse(null),
                incident.at(Milestone.ENDED).orElse(null),
                outlook.nextBreach(),
                outlook.nextDue(),
                incident.isUnderLegalHold(),
                indexed(incident, definition));
    }

    /** Whether an incident is found by what it was found by before what was decided; false where that is hard to say. */
    static boolean isFoundAlike(Draft.Entry entry) {
        if (entry.before() == null || entry.events().stream().anyMatch(RecordEvent.Redacted.class::isInstance)) {
            return false;
        }
        Incident before = entry.before().incident();
        Incident after = entry.after();
        return before.definition().equals(after.definition())
                && before.title().equals(after.title())
                && before.number().equals(after.number())
                && before.category().equals(after.category())
                && before.services().equals(after.services())
                && before.relations().equals(after.relations())
                && before.attributes().equals(after.attributes());
    }

    private static Set<String> externals(Incident incident) {
        return incident.relations().stream()
                .filter(relation -> relation.kind() == RelationKind.EXTERNAL)
                .map(Relation::target)
                .collect(Collectors.toSet());
    }

    private static SortedMap<String, AttributeValue> indexed(Incident incident, ProcessDefinition definition) {
        SortedMap<String, AttributeValue> indexed = new TreeMap<>();
        incident.attributes().asMap().forEach((name, value) -> {
            AttributeDefinition declared = definition.attributes().get(name);
            boolean isRedacted = value instanceof AttributeValue.Personal personal
                    && personal.value().isRedacted();
            if (declared != null && declared.traits().contains(AttributeTrait.INDEXED) && !isRedacted) {
                indexed.put(name, value);
            }
        });
        return indexed;
    }
}
