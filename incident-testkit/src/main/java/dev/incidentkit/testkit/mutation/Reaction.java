package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.testkit.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a definition reacts to a command: with what incident it leaves, and what of it a test could see. What the hash of
 * the definition enters is left out, since that differs for every mutant.
 *
 * @param incident the incident after the command; null if there still is none
 * @param seen what a test could see
 */
record Reaction(@Nullable Incident incident, String seen) {
    private static final IncidentId ID = new IncidentId("INC-1");

    static Reaction of(
            ProcessDefinition definition, @Nullable Incident before, IncidentCommand command, CommandContext context) {
        try {
            List<IncidentEvent> events = before == null
                    ? definition.begin(ID, TenantId.DEFAULT, command, context)
                    : definition.decide(before, command, context);
            Incident after = before == null ? Incident.replay(events) : before.applyAll(events);
            return new Reaction(after, events(events) + look(definition, after, context.at()));
        } catch (IncidentRejectedException e) {
            return new Reaction(
                    before,
                    "refused: "
                            + e.unmet().stream()
                                    .map(unmet -> unmet.code() + Objects.toString(unmet.field(), ""))
                                    .sorted()
                                    .toList());
        }
    }

    /** What a test could see at the end of a scenario: the last step, and how everything stands after it. */
    static String look(Moment moment) {
        String refused = moment.refusal().stream()
                .map(unmet -> unmet.code() + Objects.toString(unmet.field(), ""))
                .sorted()
                .toList()
                .toString();
        return moment.events().isEmpty()
                ? refused
                : refused + events(moment.events()) + look(moment.definition(), moment.incident(), moment.at());
    }

    private static String events(List<IncidentEvent> events) {
        StringBuilder text = new StringBuilder();
        for (IncidentEvent event : events) {
            text.append(event.getClass().getSimpleName())
                    .append(" at ")
                    .append(event.meta().effectiveAt())
                    .append(event instanceof SlaEvent signal && !signal.isTold() ? " untold; " : "; ");
        }
        return text.toString();
    }

    private static String look(ProcessDefinition definition, Incident incident, Instant at) {
        StringBuilder text = new StringBuilder();
        text.append(incident.status())
                .append(", ")
                .append(incident.priority().map(Object::toString).orElse("no priority"))
                .append(", ")
                .append(incident.owner().map(Object::toString).orElse("no owner"));
        for (SlaStanding standing : definition.clock().standings(incident.history(), at)) {
            text.append("; ")
                    .append(standing.clock())
                    .append(' ')
                    .append(standing.state())
                    .append(standing.breached() ? " breached" : "")
                    .append(standing.dueAt() == null ? "" : " due " + standing.dueAt())
                    .append(" elapsed ")
                    .append(standing.elapsed().working());
        }
        text.append(staffing(incident));
        return text.append("; next ")
                .append(definition.nextDue(incident, at).map(Object::toString).orElse("nothing"))
                .toString();
    }

    /** How many people are required, by role. */
    private static String staffing(Incident incident) {
        return incident.handling().staffing().entrySet().stream()
                .map(entry -> "; " + entry.getValue() + " as " + entry.getKey())
                .sorted()
                .collect(Collectors.joining());
    }
}
