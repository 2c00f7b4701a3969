package dev.incidentkit.testkit.history;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.metrics.whatif.PrioritySource;
import dev.incidentkit.metrics.whatif.Rerun;
import dev.incidentkit.metrics.whatif.RerunResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of an incident, as texts that people read in a review.
 *
 * @param incident its identifier
 * @param status the name of its status; {@code (refused)} where it did not begin at all
 * @param priority the priority that holds; empty where none does
 * @param owner who is accountable; empty where nobody is
 * @param clocks how every cycle of every clock stands
 * @param refusals the recorded steps that are refused
 */
public record IncidentOutcome(
        String incident, String status, String priority, String owner, String clocks, String refusals) {
    static final List<String> COLUMNS = List.of("incident", "status", "priority", "owner", "clocks", "refusals");

    static IncidentOutcome of(
            List<? extends IncidentEvent> record,
            ProcessDefinition definition,
            PrioritySource priorities,
            Instant asOf) {
        RerunResult result = Rerun.under(definition, priorities).run(record, asOf);
        String id = Incident.replay(record).id().toString();
        String refusals = result.refusals().stream().map(Object::toString).collect(Collectors.joining("; "));
        Incident incident = result.incident();
        if (incident == null) {
            return new IncidentOutcome(id, "(refused)", "", "", "", refusals);
        }
        String clocks = result.standings().stream()
                .map(standing -> standing.clock() + " " + standing.state() + (standing.breached() ? " breached" : ""))
                .collect(Collectors.joining("; "));
        return new IncidentOutcome(
                id,
                incident.status().name(),
                incident.priority().map(Object::toString).orElse(""),
                incident.owner().map(Object::toString).orElse(""),
                clocks,
                refusals);
    }

    static IncidentOutcome of(List<String> fields) {
        if (fields.size() != COLUMNS.size()) {
            throw new IllegalArgumentException("A line of a golden file has " + COLUMNS + ", but this is " + fields);
        }
        return new IncidentOutcome(
                fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4), fields.get(5));
    }

    List<String> fields() {
        return List.of(incident, status, priority, owner, clocks, refusals);
    }

    /** What is another than before, for example {@code priority P2, was P3}. */
    String changedFrom(IncidentOutcome before) {
        List<String> changed = new ArrayList<>();
        for (int i = 1; i < COLUMNS.size(); i++) {
            String now = fields().get(i);
            String was = before.fields().get(i);
            if (!now.equals(was)) {
                changed.add(COLUMNS.get(i) + " " + (now.isEmpty() ? "none" : now) + ", was "
                        + (was.isEmpty() ? "none" : was));
            }
        }
        return String.join(" | ", changed);
    }
}
