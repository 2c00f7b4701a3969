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
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.Requirement;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.cases.CommandCases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a definition reacts to a command: with what incident it leaves, and what of it a test could see. What the hash of
 * the definition enters is left out, since that differs for every mutant.
 *
 * @param incident the incident after the command; null if there still is none
 * @param seen what a test could see of it
 * @param offered what may be done next, each with what must be given with it
 */
record Reaction(@Nullable Incident incident, String seen, List<String> offered) {
    private static final IncidentId ID = new IncidentId("INC-1");

    static Reaction of(
            ProcessDefinition definition, @Nullable Incident before, IncidentCommand command, CommandContext context) {
        try {
            List<IncidentEvent> events = before == null
                    ? definition.begin(ID, TenantId.DEFAULT, command, context)
                    : definition.decide(before, command, context);
            Incident after = before == null ? Incident.replay(events) : before.applyAll(events);
            return new Reaction(
                    after, events(events) + look(definition, after, context.at()), offered(definition, after));
        } catch (IncidentRejectedException e) {
            return new Reaction(before, "refused: " + codes(e.unmet()), List.of());
        }
    }

    boolean differs(Reaction other) {
        return !seen.equals(other.seen) || !offered.equals(other.offered);
    }

    /** What is seen, with what is offered here and not there. */
    String unlike(Reaction other) {
        List<String> more = new ArrayList<>(offered);
        more.removeAll(other.offered);
        return more.isEmpty() ? seen : seen + "; may " + String.join(", ", more);
    }

    private static List<String> codes(List<Unmet> all) {
        return all.stream()
                .map(unmet -> unmet.code() + Objects.toString(unmet.field(), ""))
                .sorted()
                .toList();
    }

    /**
     * What a form shows before anybody decides: which steps there are, what must be given with each, and whether somebody of
     * the desk may take it. Guards are left to what is decided, so that to look covers none of them.
     */
    private static List<String> offered(ProcessDefinition definition, Incident incident) {
        List<String> offered = new ArrayList<>();
        for (Transition step : definition.lifecycle().transitions()) {
            if (step.from().contains(incident.status())) {
                List<Requirement> lacking = step.required().stream()
                        .filter(requirement -> !incident.has(requirement.field()))
                        .toList();
                offered.add(step.action()
                        + (lacking.isEmpty() ? "" : " with " + lacking)
                        + (step.permits(CommandCases.ANN) ? "" : " by others"));
            }
        }
        return offered;
    }

    /** What a test could see at the end of a scenario: the last step, and how everything stands after it. */
    static String look(Moment moment) {
        String refused = codes(moment.refusal()).toString();
        if (moment.events().isEmpty()) {
            return refused;
        }
        ProcessDefinition definition = moment.definition();
        return refused
                + events(moment.events())
                + look(definition, moment.incident(), moment.at())
                + "; may "
                + String.join(", ", offered(definition, moment.incident()));
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
