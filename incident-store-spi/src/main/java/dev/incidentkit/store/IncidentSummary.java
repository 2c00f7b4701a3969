package dev.incidentkit.store;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Phase;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident beside its record, so that it can be found without reading it. All of it is derived from
 * the events and can be built anew. Build one with {@code IncidentSummaryBuilder}.
 *
 * @param incident the incident
 * @param version how many events its record has
 * @param headHash the hash of the last event in hexadecimal digits, which shows a cut tail
 * @param definition the content hash of the definition that it is pinned to
 * @param status the name of its status
 * @param phase what the status means
 * @param priority the label of its priority
 * @param priorityRank the rank of its priority, 0 for the most severe; {@value #NO_RANK} where it has none
 * @param number the host's number
 * @param title what it is about; personal data, removed by redaction
 * @param category its place in the taxonomy
 * @param ownerGroup the accountable group
 * @param ownerPerson the accountable person
 * @param services the affected services
 * @param externalReferences records of other systems that it is linked to
 * @param reportedAt when it was reported
 * @param resolvedAt when it was resolved
 * @param endedAt when it was closed or cancelled
 * @param nextBreach when a target is next missed
 * @param nextWakeUp when something next falls due; the one wake-up of the incident
 * @param legalHold whether redaction, archive and retention are blocked
 * @param attributes the attributes that the definition declares as indexed
 */
@RecordBuilder
@Value.Builder
public record IncidentSummary(
        IncidentId incident,
        long version,
        String headHash,
        String definition,
        String status,
        Phase phase,
        @Nullable String priority,
        int priorityRank,
        @Nullable String number,
        @Nullable String title,
        @Nullable String category,
        @Nullable String ownerGroup,
        @Nullable String ownerPerson,
        Set<String> services,
        Set<String> externalReferences,
        Instant reportedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant endedAt,
        @Nullable Instant nextBreach,
        @Nullable Instant nextWakeUp,
        boolean legalHold,
        SortedMap<String, AttributeValue> attributes) {
    /** The rank of an incident without a priority: after every level. */
    public static final int NO_RANK = Integer.MAX_VALUE;

    /** Copies the collections, and puts U+FFFD in the place of U+0000 in texts, which some databases cannot hold. */
    public IncidentSummary {
        number = kept(number);
        title = kept(title);
        category = kept(category);
        ownerGroup = kept(ownerGroup);
        ownerPerson = kept(ownerPerson);
        services = Set.copyOf(services);
        externalReferences = Set.copyOf(externalReferences);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** A text as every database can hold it. */
    static @Nullable String kept(@Nullable String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }

    /** Names the incident and no personal data. */
    @Override
    public String toString() {
        return "IncidentSummary[" + incident + " " + status + ", version " + version + "]";
    }
}
