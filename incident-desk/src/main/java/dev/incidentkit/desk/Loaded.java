package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.store.StoredRecord;
import java.util.List;

/** A record as it was read, with what it means. */
record Loaded(StoredRecord stored, List<IncidentEvent> events, Incident incident) {}
