package dev.incidentkit.desk;

import dev.incidentkit.core.incident.IncidentId;
import java.util.List;

/** Writes records of incidents that leave the store. */
@FunctionalInterface
public interface ArchivePort {
    /**
     * Writes a record elsewhere, durably. It may be called again for the same incident after a crash.
     *
     * @param incident the incident
     * @param lines its record as JSON lines, which {@link dev.incidentkit.json.ExportVerifier} proves
     * @return where it is, 1 to 500 characters: what the store answers from then on
     */
    String write(IncidentId incident, List<String> lines);
}
