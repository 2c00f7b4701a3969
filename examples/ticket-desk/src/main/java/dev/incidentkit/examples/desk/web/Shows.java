package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.examples.desk.form.Words;
import dev.incidentkit.examples.desk.view.QueueView.Chips;
import dev.incidentkit.store.IncidentSummary;
import java.util.Locale;
import java.util.Objects;

/** Status, phase and priority as pages show them: colours go by phase and rank, whatever a definition calls them. */
final class Shows {
    private static final int RANKS = 5;

    private Shows() {}

    static Chips chips(IncidentSummary summary) {
        return chips(
                summary.status(),
                summary.phase(),
                Objects.requireNonNullElse(summary.priority(), ""),
                summary.priorityRank());
    }

    static Chips chips(Incident incident) {
        Priority priority = incident.priority().orElse(null);
        return chips(
                incident.status().name(),
                incident.phase(),
                priority == null ? "" : priority.name(),
                priority == null ? 0 : priority.rank());
    }

    private static Chips chips(String status, Phase phase, String priority, int rank) {
        return new Chips(
                Words.label(status),
                "phase-" + phase.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                priority,
                "rank-" + Math.min(rank, RANKS - 1));
    }
}
