package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keeps a store in order. */
public interface Maintenance {
    /**
     * Lists the tenant's incidents by identity, a part at a time.
     *
     * @param after the last one of the part before, or null to begin
     * @param limit how many at most, at least 1
     * @return the next ones
     */
    List<IncidentId> incidents(@Nullable IncidentId after, int limit);

    /**
     * Replaces what is derived of an incident by what was computed anew from its events. Its wake-up is armed anew:
     * without a claim, a pause or failures.
     *
     * @param summary the summary as it should be
     * @return whether it was replaced; not so where the record has another version by now
     */
    boolean repair(IncidentSummary summary);

    /**
     * Moves an incident out of the store, after its record was written elsewhere. Its events, personal data, summary,
     * messages, receipts and reserved keys go; loading it answers where it is, and the feed has one entry that says so.
     *
     * @param incident the incident
     * @param version how many events its record has
     * @param target where it is now, 1 to 500 characters
     * @throws VersionConflictException if the record has another version
     * @throws LegalHoldException if the incident is under a legal hold
     * @throws ArchivedException if it was archived before
     */
    void archive(IncidentId incident, long version, String target);
}
