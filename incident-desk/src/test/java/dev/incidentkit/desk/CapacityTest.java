package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.policy.CapacityPolicy;
import dev.incidentkit.core.policy.CapacityRouting;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.store.IncidentStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report goes to a group by rules, and to whoever of it has room. */
class CapacityTest {
    private final ManualClock clock = new ManualClock(java.time.Instant.parse("2026-03-02T09:00:00Z"));
    private final IncidentStore store = DeskStores.empty(clock);

    private static RoutingPolicy to(Owner owner) {
        return new RoutingPolicy() {
            @Override
            public Optional<Decision<Owner>> route(Incident incident) {
                return Optional.of(new Decision<>(owner, "R1", "teams"));
            }

            @Override
            public String version() {
                return "teams";
            }
        };
    }

    private ServiceDesk desk(Owner owner, CapacityPolicy capacity) {
        ProcessDefinition definition = ProcessDefinition.builder(ProcessDefinition.itil())
                .routing(new CapacityRouting(to(owner), capacity))
                .build();
        return ServiceDesk.builder(store, definition).clock(clock).build();
    }

    private static Owner owner(ServiceDesk desk, IncidentId id) {
        return desk.load(id).orElseThrow().owner().orElseThrow();
    }

    private static IncidentId report(ServiceDesk desk) {
        return desk.report(DeskFixture.outage("VPN is down"), BOB).incident();
    }

    @Test
    @Tag("C-124")
    void whoever_has_the_fewest_open_incidents_gets_the_next_one_until_nobody_has_room() {
        ServiceDesk desk =
                desk(Owner.group("network"), new LeastLoaded(store, Map.of("network", List.of("ann", "ben")), 2));

        IncidentId first = report(desk);
        assertThat(owner(desk, first)).isEqualTo(new Owner("network", "ann"));
        assertThat(owner(desk, report(desk))).isEqualTo(new Owner("network", "ben"));
        assertThat(owner(desk, report(desk))).isEqualTo(new Owner("network", "ann"));
        assertThat(owner(desk, report(desk))).isEqualTo(new Owner("network", "ben"));
        assertThat(owner(desk, report(desk))).isEqualTo(Owner.group("network"));

        desk.handle(first, Resolve.permanently(new Category("network"), "FIXED", "Restarted"), ANN);
        assertThat(owner(desk, report(desk))).isEqualTo(new Owner("network", "ann"));
    }

    @Test
    void the_event_names_the_rule_that_found_the_group() {
        ServiceDesk desk = desk(Owner.group("network"), new LeastLoaded(store, Map.of("network", List.of("ann")), 2));
        List<IncidentEvent> events = desk.events(report(desk));

        assertThat(events.get(events.size() - 1).meta().cause().rule()).isEqualTo("R1");
    }

    @Test
    void a_person_who_was_named_and_a_group_that_is_not_counted_stay() {
        CapacityPolicy nobody = new LeastLoaded(store, Map.of("mail", List.of("ann")), 2);

        ServiceDesk named = desk(new Owner("network", "cleo"), nobody);
        assertThat(owner(named, report(named))).isEqualTo(new Owner("network", "cleo"));
        ServiceDesk other = desk(Owner.group("network"), nobody);
        assertThat(owner(other, report(other))).isEqualTo(Owner.group("network"));
    }

    @Test
    void a_capacity_that_cannot_be_told_refuses_the_report() {
        ServiceDesk desk = desk(Owner.group("network"), new CapacityPolicy() {
            @Override
            public Optional<String> whoTakes(String group, Incident incident) {
                throw new IllegalStateException("calendar is down");
            }

            @Override
            public String version() {
                return "1";
            }
        });

        assertThatThrownBy(() -> report(desk))
                .hasMessageContaining("PORT_FAILED")
                .hasMessageContaining("calendar is down");
    }

    @Test
    void other_members_or_bounds_are_another_version() {
        LeastLoaded two = new LeastLoaded(store, Map.of("network", List.of("ann", "ben")), 2);

        assertThat(two.version())
                .isEqualTo(new LeastLoaded(store, Map.of("network", List.of("ann", "ben")), 2).version())
                .isNotEqualTo(new LeastLoaded(store, Map.of("network", List.of("ann", "ben")), 3).version())
                .isNotEqualTo(new LeastLoaded(store, Map.of("network", List.of("ben", "ann")), 2).version());
        assertThatThrownBy(() -> new LeastLoaded(store, Map.of(), 0)).hasMessageContaining("came 0");
    }
}
