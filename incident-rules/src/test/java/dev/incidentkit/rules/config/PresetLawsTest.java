package dev.incidentkit.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must hold for every incident under every process that ships with the library. */
class PresetLawsTest {
    private static final List<ProcessDefinition> PRESETS = DefinitionFiles.presets().stream()
            .map(name -> DefinitionFiles.standard().preset(name).orThrow())
            .toList();
    private static final Map<String, Set<String>> VISITED = new TreeMap<>();
    private static final Map<String, Integer> ENDS = new TreeMap<>();

    private static PresetHistories.History drawn(long seed) {
        ProcessDefinition definition = PRESETS.get(Math.floorMod(seed, PRESETS.size()));
        PresetHistories.History history = PresetHistories.draw(definition, seed);
        Set<String> statuses = VISITED.computeIfAbsent(definition.name(), name -> new TreeSet<>());
        history.states().forEach(incident -> statuses.add(incident.status().name()));
        ENDS.merge(history.last().phase().name(), 1, Integer::sum);
        return history;
    }

    @AfterContainer
    static void every_status_of_every_preset_was_reached() {
        System.out.println("Random histories of presets ended " + ENDS + " after " + VISITED);
        for (ProcessDefinition preset : PRESETS) {
            assertThat(VISITED.get(preset.name()))
                    .as(preset.name())
                    .containsAll(preset.lifecycle().statuses().stream()
                            .map(Status::name)
                            .toList());
        }
    }

    @Property
    void accepted_events_replay_to_the_same_state(@ForAll long seed) {
        PresetHistories.History history = drawn(seed);
        assertThat(Incident.replay(history.events())).isEqualTo(history.last());
        assertThat(history.last().version()).isEqualTo(history.events().size());
    }

    @Property
    void at_most_one_is_accountable_and_exactly_one_from_the_start_on(@ForAll long seed) {
        PresetHistories.History history = drawn(seed);
        for (Incident incident : history.states()) {
            boolean started = incident.history().stream().anyMatch(LifecycleEvent.Started.class::isInstance);
            if (started || incident.phase() == Phase.ACTIVE) {
                assertThat(incident.owner())
                        .as(() -> incident.history().toString())
                        .isPresent();
            }
        }
        assertThat(history.last().owner().orElse(null)).isEqualTo(lastOwner(history.events()));
    }

    /** Who was named last, told from the events alone. */
    private static @Nullable Owner lastOwner(List<IncidentEvent> events) {
        Owner owner = null;
        for (IncidentEvent event : events) {
            if (event instanceof AssignmentEvent.Assigned assigned) {
                owner = assigned.owner();
            } else if (event instanceof AssignmentEvent.Unassigned) {
                owner = null;
            }
        }
        return owner;
    }

    /** Who must be told of an incident must be told after its end too, so that clock alone goes on. */
    @Property
    void what_has_ended_has_no_clock_that_runs_or_waits_to_go_on(@ForAll long seed) {
        PresetHistories.History history = drawn(seed);
        Incident last = history.last();
        if (!last.phase().isEnd()) {
            return;
        }
        List<SlaStanding> standings = history.definition().clock().standings(history.events(), last.lastEffectiveAt());
        assertThat(standings)
                .filteredOn(standing -> !standing.clock().target().equals(Measure.NOTIFICATION.name()))
                .noneMatch(standing -> standing.state() == ClockState.RUNNING || standing.state() == ClockState.PAUSED);
    }

    @Test
    void every_preset_passes_verification_without_a_finding() {
        for (String name : DefinitionFiles.presets()) {
            assertThat(DefinitionFiles.standard().preset(name).findings())
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void every_preset_has_work_a_wait_a_resolution_and_both_ends() {
        for (ProcessDefinition preset : PRESETS) {
            List<Phase> phases = new ArrayList<>();
            preset.lifecycle().statuses().forEach(status -> phases.add(status.phase()));
            assertThat(phases).as(preset.name()).contains(Phase.values());
        }
    }
}
