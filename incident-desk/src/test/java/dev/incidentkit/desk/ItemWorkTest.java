package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.WorkCommand.Link;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.TriagePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What depends on a configuration item suffers with it. */
class ItemWorkTest {
    private static final Link AFFECTED = new Link(new Relation(RelationKind.AFFECTED_ITEM, "db-7"));
    private static final Map<String, Set<String>> DEPENDENT = Map.of("db-7", Set.of("shop", "payments"));

    /** Payments are vital, whatever else is known. */
    private static final TriagePolicy VITAL = new TriagePolicy() {
        @Override
        public Optional<Decision<Priority>> priority(Incident incident) {
            boolean vital = incident.services().contains("payments");
            return Optional.of(new Decision<>(vital ? Priority.P1 : Priority.P4, vital ? "vital" : "else", "1"));
        }

        @Override
        public String version() {
            return "1";
        }
    };

    private final DeskFixture fixture = new DeskFixture(
            ProcessDefinition.builder(ProcessDefinition.itil()).triage(VITAL).build());

    private ServiceDesk desk(ConfigurationPort port) {
        return ServiceDesk.builder(fixture.store, fixture.desk.definition())
                .clock(fixture.clock)
                .configuration(port)
                .build();
    }

    @Test
    @Tag("C-125")
    void services_that_depend_on_an_affected_item_are_affected_and_the_priority_follows() {
        IncidentId id = fixture.reported();
        assertThat(fixture.desk.load(id).orElseThrow().priority()).contains(Priority.P4);

        desk(item -> DEPENDENT.getOrDefault(item, Set.of())).handle(id, AFFECTED, ANN);

        Incident after = fixture.desk.load(id).orElseThrow();
        assertThat(after.services()).containsExactlyInAnyOrder("shop", "payments");
        assertThat(after.priority()).contains(Priority.P1);
        List<IncidentEvent> events = after.history();
        assertThat(events.get(events.size() - 1).meta().cause().answers())
                .containsEntry("configuration", "payments, shop");
        assertThat(events.get(events.size() - 1).meta().cause().rule()).isEqualTo("vital");
    }

    @Test
    void an_item_that_nothing_depends_on_or_that_was_only_changed_adds_nothing() {
        IncidentId id = fixture.reported();
        ServiceDesk desk = desk(item -> DEPENDENT.getOrDefault(item, Set.of()));

        desk.handle(id, new Link(new Relation(RelationKind.AFFECTED_ITEM, "db-8")), ANN);
        desk.handle(id, new Link(new Relation(RelationKind.CHANGED_ITEM, "db-7")), ANN);

        assertThat(desk.load(id).orElseThrow().services()).isEmpty();
    }

    @Test
    void where_fields_no_longer_change_the_item_is_linked_all_the_same() {
        IncidentId id = fixture.resolved();

        desk(item -> Set.of("shop")).handle(id, AFFECTED, ANN);

        assertThat(fixture.desk.load(id).orElseThrow().relations()).contains(AFFECTED.relation());
        assertThat(fixture.desk.load(id).orElseThrow().services()).isEmpty();
    }

    @Test
    void a_port_that_fails_refuses_the_link() {
        IncidentId id = fixture.reported();
        ServiceDesk desk = desk(item -> {
            throw new IllegalStateException("inventory is down");
        });

        assertThatThrownBy(() -> desk.handle(id, AFFECTED, ANN))
                .hasMessageContaining("PORT_FAILED")
                .hasMessageContaining("inventory is down");
        assertThat(desk.load(id).orElseThrow().relations()).isEmpty();
    }
}
