package dev.incidentkit.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may do by default what changes the record itself, and how a host's own status answers what another one does. */
class RolesTest {
    private static final Status PARKED = new Status("PARKED", Phase.ON_HOLD);
    private static final Action PARK = new Action("PARK");

    @Test
    void callers_suppliers_and_strangers_neither_override_preserve_redact_archive_nor_migrate() {
        Set<Action> reserved =
                Set.of(Action.OVERRIDE, Action.PRESERVE, Action.REDACT, Action.ARCHIVE, Action.MIGRATE, Action.CLOSE);
        List<Actor> others = List.of(
                Actor.caller("cleo"),
                Actor.human("nobody"),
                Actor.external("vendor", Role.SUPPLIER),
                Actor.human("rita", Role.REVIEWER));

        for (Transition transition : Lifecycle.itil().transitions()) {
            if (reserved.contains(transition.action())) {
                assertThat(others).as(transition.toString()).noneMatch(transition::permits);
                assertThat(List.of(Actor.agent("ann"), Actor.human("max", Role.INCIDENT_MANAGER), Actor.SYSTEM))
                        .as(transition.toString())
                        .allMatch(transition::permits);
            }
        }
        assertThat(Lifecycle.itil().transitions().stream()
                        .map(Transition::action)
                        .collect(Collectors.toSet()))
                .containsAll(reserved);
    }

    private static LifecycleBuilder parking() {
        return Lifecycle.builder(Lifecycle.itil())
                .statuses(PARKED)
                .readOnly(Status.ON_HOLD, Field.BuiltIn.TITLE)
                .transition(PARK, step -> step.from(Status.NEW).to(PARKED))
                .transition(
                        Action.CANCEL,
                        step -> step.from(PARKED).to(Status.CANCELLED).roles(Role.INCIDENT_MANAGER));
    }

    @Test
    void a_status_that_is_like_another_answers_all_that_it_answers_but_what_was_declared_of_it() {
        Lifecycle lifecycle = parking().like(PARKED, Status.ON_HOLD).build();

        for (Action action : lifecycle.actions()) {
            Transition example = lifecycle.transition(Status.ON_HOLD, action).orElse(null);
            Transition own = lifecycle.transition(PARKED, action).orElse(null);
            assertThat(own == null).as(action.name()).isEqualTo(example == null);
            if (own != null && example != null && !action.equals(Action.CANCEL)) {
                assertThat(own).isEqualTo(example);
            }
        }
        assertThat(lifecycle.transition(PARKED, Action.CANCEL).orElseThrow().roles())
                .containsExactly(Role.INCIDENT_MANAGER);
        assertThat(lifecycle.transition(PARKED, Action.REDACT).orElseThrow().targets(PARKED))
                .containsExactly(PARKED);
        assertThat(lifecycle.readOnly().get(PARKED)).containsExactly(Field.BuiltIn.TITLE);
        assertThat(lifecycle.verify()).isEmpty();
        assertThat(parking().build().verify())
                .extracting(LifecycleFinding::code)
                .contains(LifecycleFinding.Code.RECORD_UNHANDLED);
    }

    @Test
    void an_example_that_is_not_declared_is_refused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Lifecycle.builder(Lifecycle.itil())
                        .like(PARKED, Status.ON_HOLD)
                        .build())
                .withMessageContaining("PARKED is to be like ON_HOLD, but PARKED in phase ON_HOLD is not declared");
    }

    @Test
    void a_status_that_is_like_another_takes_the_same_steps_with_all_that_they_ask() {
        Lifecycle lifecycle = Lifecycle.builder(Lifecycle.itil())
                .statuses(PARKED)
                .transition(PARK, step -> step.from(Status.NEW).to(PARKED))
                .like(PARKED, Status.ON_HOLD)
                .build();

        for (Action action : lifecycle.actions()) {
            assertThat(lifecycle.transition(PARKED, action))
                    .as(action.name())
                    .isEqualTo(lifecycle.transition(Status.ON_HOLD, action));
        }
        assertThat(lifecycle.transition(PARKED, Action.RESUME)).isPresent();
    }
}
