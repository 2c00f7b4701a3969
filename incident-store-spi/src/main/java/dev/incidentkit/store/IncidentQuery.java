package dev.incidentkit.store;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What to find. Conditions that are null or empty are met by every incident; all that are given must be met. Build one
 * with {@link #all()}.
 *
 * @param statuses names of statuses, of which one must hold
 * @param phases phases, of which one must hold
 * @param priorities labels of priorities, of which one must hold
 * @param ownerGroup the accountable group
 * @param ownerPerson the accountable person
 * @param service an affected service
 * @param category a category; those beneath it are found too
 * @param number the host's number, exactly
 * @param externalReference a record of another system, exactly
 * @param words words, of which each must begin a word of the title, of the number or of an external reference, as
 *     {@link SearchTerms} cuts them; case does not matter
 * @param reportedFrom reported at this instant or later
 * @param reportedBefore reported before this instant
 * @param resolvedFrom resolved at this instant or later
 * @param resolvedBefore resolved before this instant
 * @param endedFrom closed or cancelled at this instant or later
 * @param endedBefore closed or cancelled before this instant
 * @param breachBefore with a target that is missed before this instant
 * @param attributes indexed attributes with exactly these values
 * @param order the order of what is found
 * @param after the cursor of the page before, or null for the first page
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 */
@RecordBuilder
@Value.Builder
public record IncidentQuery(
        Set<String> statuses,
        Set<Phase> phases,
        Set<String> priorities,
        @Nullable String ownerGroup,
        @Nullable String ownerPerson,
        @Nullable String service,
        @Nullable String category,
        @Nullable String number,
        @Nullable String externalReference,
        List<String> words,
        @Nullable Instant reportedFrom,
        @Nullable Instant reportedBefore,
        @Nullable Instant resolvedFrom,
        @Nullable Instant resolvedBefore,
        @Nullable Instant endedFrom,
        @Nullable Instant endedBefore,
        @Nullable Instant breachBefore,
        Map<String, AttributeValue> attributes,
        Order order,
        @Nullable String after,
        int limit) {
    /** The most incidents of a page. */
    public static final int MAX_LIMIT = 1_000;

    /** In which order incidents are found. */
    public enum Order {
        /**
         * The order in which to work: what is open first, then by priority, then by the next breach, then the oldest
         * first, then by identity.
         */
        WORK_QUEUE,
        /** The newest first; of those that were reported at once, the greatest identity first. */
        NEWEST,
        /** By identity. */
        IDENTITY
    }

    /**
     * Checks the limit, copies the collections, and puts U+FFFD in the place of U+0000 in texts, as summaries do.
     *
     * @throws IllegalArgumentException if the limit is out of bounds
     */
    public IncidentQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_LIMIT + " incidents, but asked were " + limit);
        }
        ownerGroup = IncidentSummary.kept(ownerGroup);
        ownerPerson = IncidentSummary.kept(ownerPerson);
        category = IncidentSummary.kept(category);
        number = IncidentSummary.kept(number);
        statuses = Set.copyOf(statuses);
        phases = Set.copyOf(phases);
        priorities = Set.copyOf(priorities);
        words = List.copyOf(words);
        attributes = Map.copyOf(attributes);
    }

    /** {@return a builder that finds every incident, the newest first, 100 to a page} */
    public static IncidentQueryBuilder all() {
        return new IncidentQueryBuilder().order(Order.NEWEST).limit(100);
    }
}
