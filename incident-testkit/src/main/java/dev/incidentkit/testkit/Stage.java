package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On what a scenario is played. */
sealed interface Stage permits Stage.Core, DeskStage {
    /**
     * Something is done.
     *
     * @throws dev.incidentkit.core.incident.IncidentRejectedException with everything that stands against it
     */
    void act(IncidentId incident, Actor actor, IncidentCommand command, Map<String, String> answers);

    /**
     * An alert that came in.
     *
     * @param incident the incident that it was counted on
     * @param before how many events that had before
     */
    record Received(IncidentId incident, int before) {}

    /** {@return what an alert that comes in was counted on; empty where there is nothing} */
    Optional<Received> receive(Alert alert, Actor actor);

    /** Time has passed; what fell due happens. */
    void wake();

    /** {@return the record of an incident so far; none where there is no such incident} */
    List<IncidentEvent> events(IncidentId incident);

    /** {@return the records of all incidents so far} */
    List<List<IncidentEvent>> records();

    /** One incident, decided by the definition alone: no store, and nothing but what the definition says. */
    final class Core implements Stage {
        private final ProcessDefinition definition;
        private final ManualClock clock;
        private final List<IncidentEvent> events = new ArrayList<>();
        private @Nullable Incident incident;

        Core(ProcessDefinition definition, ManualClock clock) {
            this.definition = definition;
            this.clock = clock;
        }

        @Override
        public void act(IncidentId id, Actor actor, IncidentCommand command, Map<String, String> answers) {
            CommandContext context = new CommandContext(actor, clock.instant(), answers);
            Incident before = incident;
            keep(
                    before == null
                            ? definition.begin(id, TenantId.DEFAULT, command, context)
                            : definition.decide(before, command, context));
        }

        private void keep(List<IncidentEvent> decided) {
            Incident before = incident;
            incident = before == null ? Incident.replay(decided) : before.applyAll(decided);
            events.addAll(decided);
        }

        @Override
        public Optional<Received> receive(Alert alert, Actor actor) {
            throw new IllegalStateException("Alerts come in at a desk, but this is none: " + alert);
        }

        @Override
        public void wake() {
            Incident before = incident;
            if (before != null) {
                keep(definition.decide(
                        before, new RecordCommand.Wake(), CommandContext.of(Actor.SYSTEM, clock.instant())));
            }
        }

        @Override
        public List<IncidentEvent> events(IncidentId id) {
            return events;
        }

        @Override
        public List<List<IncidentEvent>> records() {
            return events.isEmpty() ? List.of() : List.of(events);
        }
    }
}
