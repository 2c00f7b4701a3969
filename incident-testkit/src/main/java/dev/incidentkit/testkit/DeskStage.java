package dev.incidentkit.testkit;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.desk.AlertDesk;
import dev.incidentkit.desk.AlertResult;
import dev.incidentkit.desk.MaintenancePort;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.ServiceDeskBuilder;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.IncidentStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Several incidents at a desk over a store in memory: what one does to the other happens as it does in production. */
final class DeskStage implements Stage {
    private final IncidentStore store;
    private final ProcessDefinition definition;
    private final ManualClock clock;
    private final UnaryOperator<ServiceDeskBuilder> built;
    private final TimerRunner timers;
    private final Map<TenantId, Office> offices = new LinkedHashMap<>();
    private Office office;

    /** The desk of one tenant, and the incidents that it knows of. */
    private record Office(ServiceDesk desk, Set<IncidentId> known) {
        IncidentId known(IncidentId incident) {
            known.add(incident);
            return incident;
        }
    }

    DeskStage(ProcessDefinition definition, ManualClock clock, UnaryOperator<ServiceDeskBuilder> built) {
        this.store = new InMemoryIncidentStore(clock);
        this.definition = definition;
        this.clock = clock;
        this.built = built;
        this.office = office(TenantId.DEFAULT);
        this.timers = new TimerRunner(office.desk());
    }

    private Office office(TenantId tenant) {
        return offices.computeIfAbsent(tenant, one -> {
            Set<IncidentId> known = new LinkedHashSet<>();
            int[] opened = {0};
            ServiceDesk desk = built.apply(ServiceDesk.builder(store.forTenant(one), definition))
                    .clock(clock)
                    .identities(() -> {
                        IncidentId incident = new IncidentId("ALERT-" + ++opened[0]);
                        known.add(incident);
                        return incident;
                    })
                    .build();
            return new Office(desk, known);
        });
    }

    /** What is done from here on is about another tenant's incidents. */
    void turnTo(TenantId tenant) {
        office = office(tenant);
    }

    /** The desk of the tenant that it is about. */
    ServiceDesk desk() {
        return office.desk();
    }

    @Override
    public void act(IncidentId incident, Actor actor, IncidentCommand command, Map<String, String> answers) {
        if (command instanceof RelationCommand.HandOver merge) {
            desk().merge(incident, merge.to(), merge.text(), actor);
        } else {
            desk().handle(office.known(incident), command, actor);
        }
    }

    @Override
    public Optional<Received> receive(Alert alert, Actor actor) {
        Map<IncidentId, Integer> lengths = new HashMap<>();
        office.known().forEach(id -> lengths.put(id, desk().events(id).size()));
        AlertResult result = new AlertDesk(desk(), MaintenancePort.none())
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
        return desk().events(incident);
    }

    @Override
    public List<List<IncidentEvent>> records() {
        List<List<IncidentEvent>> records = new ArrayList<>();
        offices.values()
                .forEach(one -> one.known().stream()
                        .filter(id -> one.desk().store().summary(id).isPresent())
                        .map(one.desk()::events)
                        .filter(events -> !events.isEmpty())
                        .forEach(records::add));
        return records;
    }
}
