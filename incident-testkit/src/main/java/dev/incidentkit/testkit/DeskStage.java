package dev.incidentkit.testkit;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.desk.AlertDesk;
import dev.incidentkit.desk.AlertResult;
import dev.incidentkit.desk.MaintenancePort;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.InMemoryIncidentStore;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Several incidents at a desk over a store in memory: what one does to the other happens as it does in production. */
final class DeskStage implements Stage {
    private final ServiceDesk desk;
    private final TimerRunner timers;
    private final Set<IncidentId> known = new LinkedHashSet<>();

    DeskStage(ProcessDefinition definition, ManualClock clock) {
        AtomicInteger opened = new AtomicInteger();
        this.desk = ServiceDesk.builder(new InMemoryIncidentStore(clock), definition)
                .clock(clock)
                .identities(() -> known(new IncidentId("ALERT-" + opened.incrementAndGet())))
                .build();
        this.timers = new TimerRunner(desk);
    }

    private IncidentId known(IncidentId incident) {
        known.add(incident);
        return incident;
    }

    @Override
    public void act(IncidentId incident, Actor actor, IncidentCommand command, Map<String, String> answers) {
        if (command instanceof RelationCommand.HandOver merge) {
            desk.merge(incident, merge.to(), merge.text(), actor);
        } else {
            desk.handle(known(incident), command, actor);
        }
    }

    @Override
    public Optional<Received> receive(Alert alert, Actor actor) {
        Map<IncidentId, Integer> lengths = new HashMap<>();
        known.forEach(id -> lengths.put(id, desk.events(id).size()));
        AlertResult result = new AlertDesk(desk, MaintenancePort.none())
                .receive(List.of(alert), actor)
                .get(0);
        IncidentException failed = result.failed();
        if (failed != null) {
            throw failed;
        }
        IncidentId counted = result.incident();
        return Optional.ofNullable(counted).map(id -> new Received(id, lengths.getOrDefault(id, 0)));
    }

    @Override
    public void wake() {
        while (timers.tick() > 0) {
            // what fell due may make other things fall due
        }
    }

    @Override
    public List<IncidentEvent> events(IncidentId incident) {
        return desk.events(incident);
    }
}
