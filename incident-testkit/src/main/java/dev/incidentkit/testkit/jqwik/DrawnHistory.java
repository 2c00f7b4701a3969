package dev.incidentkit.testkit.jqwik;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.cases.CommandCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of a drawn course of commands under a definition; commands that were refused left nothing. Immutable.
 *
 * @param definition the definition
 * @param events the record, which begins with a report
 * @param steps what was tried, in order
 */
public record DrawnHistory(ProcessDefinition definition, List<IncidentEvent> events, List<Step> steps) {
    /** Copies the lists. */
    public DrawnHistory {
        events = List.copyOf(events);
        steps = List.copyOf(steps);
    }

    /**
     * A command that was tried.
     *
     * @param tried the command
     * @param at when
     * @param refused what stood against it; none where it was accepted
     * @param length how many events the record had after it
     */
    public record Step(CommandCase tried, Instant at, List<Unmet> refused, int length) {
        @Override
        public String toString() {
            return at + " " + tried + (refused.isEmpty() ? "" : " (refused)");
        }
    }

    /** What is drawn: a command, and the time that passes before it. */
    record Draw(CommandCase command, Duration before) {}

    static DrawnHistory of(ProcessDefinition definition, CommandCase report, List<Draw> draws) {
        Instant at = Scenario.MONDAY_MORNING;
        List<Step> steps = new ArrayList<>();
        List<IncidentEvent> events = new ArrayList<>(definition.begin(
                new IncidentId("INC-1"), TenantId.DEFAULT, report.command(), CommandContext.of(report.actor(), at)));
        steps.add(new Step(report, at, List.of(), events.size()));
        Incident incident = Incident.replay(events);
        for (Draw draw : draws) {
            at = at.plus(draw.before());
            CommandContext context = CommandContext.of(draw.command().actor(), at);
            List<Unmet> refused = definition.check(incident, draw.command().command(), context);
            if (refused.isEmpty()) {
                List<IncidentEvent> decided =
                        definition.decide(incident, draw.command().command(), context);
                events.addAll(decided);
                incident = incident.applyAll(decided);
            }
            steps.add(new Step(draw.command(), at, refused, events.size()));
        }
        return new DrawnHistory(definition, events, steps);
    }

    /** {@return the incident at the end} */
    public Incident incident() {
        return Incident.replay(events);
    }

    /** {@return when the last command was tried} */
    public Instant end() {
        return steps.get(steps.size() - 1).at();
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("\n  ", "\n  ", "\n"));
    }
}
