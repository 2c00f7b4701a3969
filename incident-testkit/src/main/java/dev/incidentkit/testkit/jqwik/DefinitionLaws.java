package dev.incidentkit.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.json.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Laws that hold for any definition, as properties: a test class implements this, names its definition, and jqwik runs them
 * all. A law that a convention of the definition sets aside is not asked of the clocks that have the convention.
 *
 * <pre>{@code
 * class SupportLawsTest implements DefinitionLaws {
 *     public ProcessDefinition definition() {
 *         return DefinitionFiles.standard().read(Path.of("process/support.yaml")).orThrow();
 *     }
 * }
 * }</pre>
 */
public interface DefinitionLaws {
    /**
     * The definition that is tested.
     *
     * @return the definition; asked often, so made once
     */
    ProcessDefinition definition();

    /**
     * What the laws are asked of.
     *
     * @return histories under the definition
     */
    @Provide
    default Arbitrary<DrawnHistory> histories() {
        return IncidentArbitraries.histories(definition());
    }

    /**
     * The record alone says how an incident stands.
     *
     * @param history any history
     */
    @Property
    default void replaying_the_record_gives_the_incident(@ForAll("histories") DrawnHistory history) {
        Incident step = Incident.replay(history.events().subList(0, 1));
        for (IncidentEvent event : history.events().subList(1, history.events().size())) {
            step = step.apply(event);
        }
        assertThat(history.incident()).isEqualTo(step);
        assertThat(step.version()).isEqualTo(history.events().size());
    }

    /**
     * Every event survives being written and read.
     *
     * @param history any history
     */
    @Property
    default void what_is_written_is_read_as_the_same(@ForAll("histories") DrawnHistory history) {
        EventCodec codec = new EventCodec();
        for (IncidentEvent event : history.events()) {
            assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
        }
    }

    /**
     * Once work has begun somebody is accountable.
     *
     * @param history any history
     */
    @Property
    default void who_works_on_it_is_known(@ForAll("histories") DrawnHistory history) {
        for (int length = 1; length <= history.events().size(); length++) {
            boolean started = history.events().get(length - 1) instanceof LifecycleEvent.Started;
            Incident incident = Incident.replay(history.events().subList(0, length));
            if (started) {
                assertThat(incident.owner()).as("owner after %s", history).isPresent();
            }
        }
    }

    /**
     * No clock counts any more once the incident has ended.
     *
     * @param history any history
     */
    @Property
    default void clocks_have_stopped_when_the_incident_ends(@ForAll("histories") DrawnHistory history) {
        Phase phase = history.incident().phase();
        if (phase.isEnd()) {
            Set<ClockState> going = EnumSet.of(ClockState.RUNNING, ClockState.PAUSED);
            assertThat(standings(history.definition(), history.events(), history.end())
                            .values())
                    .as("clocks after %s", history)
                    .noneMatch(standing -> going.contains(standing.state()));
        }
    }

    /**
     * What a clock counted is never taken back, within a cycle and while its goal counts what was counted before.
     *
     * @param history any history
     */
    @Property
    default void counted_time_never_decreases(@ForAll("histories") DrawnHistory history) {
        Set<String> anew = LawScope.countAnew(history.definition());
        Map<ClockId, SlaStanding> before = Map.of();
        for (DrawnHistory.Step step : history.steps()) {
            List<IncidentEvent> known = history.events().subList(0, step.length());
            Map<ClockId, SlaStanding> now = standings(history.definition(), known, step.at());
            for (SlaStanding earlier : before.values()) {
                SlaStanding later = now.get(earlier.clock());
                if (later != null && !anew.contains(LawScope.name(earlier.clock()))) {
                    assertThat(later.elapsed().working())
                            .as("%s at %s after %s", earlier.clock(), step.at(), history)
                            .isGreaterThanOrEqualTo(earlier.elapsed().working());
                }
            }
            before = now;
        }
    }

    /**
     * Waiting never brings a due instant nearer.
     *
     * @param history any history
     */
    @Property
    default void waiting_never_brings_a_due_instant_nearer(@ForAll("histories") DrawnHistory history) {
        for (int i = 0; i < history.events().size(); i++) {
            if (history.events().get(i) instanceof LifecycleEvent.Held held) {
                Instant at = held.meta().effectiveAt();
                LawScope.notNearer(
                        standings(history.definition(), history.events().subList(0, i), at),
                        standings(
                                history.definition(), history.events().subList(0, i + 1), at.plus(Duration.ofHours(1))),
                        history);
            }
        }
    }

    /**
     * A more severe priority never gives more time, where its clock goes on with what was counted.
     *
     * @param history any history
     */
    @Property
    default void a_more_severe_priority_never_gives_more_time(@ForAll("histories") DrawnHistory history) {
        Set<String> kept = LawScope.keepElapsed(history.definition());
        for (int i = 1; i < history.events().size(); i++) {
            List<IncidentEvent> earlier = history.events().subList(0, i);
            Priority before = Incident.replay(earlier).priority().orElse(null);
            Priority after = Incident.replay(history.events().subList(0, i + 1))
                    .priority()
                    .orElse(null);
            if (before != null && after != null && after.rank() < before.rank()) {
                Instant at = history.events().get(i).meta().effectiveAt();
                LawScope.notLater(
                        standings(history.definition(), earlier, at),
                        standings(history.definition(), history.events().subList(0, i + 1), at),
                        kept,
                        history);
            }
        }
    }

    /**
     * A tick that comes late, or twice, writes what one in time would have written.
     *
     * @param history any history
     */
    @Property
    default void lateness_changes_nothing(@ForAll("histories") DrawnHistory history) {
        Incident incident = history.incident();
        Instant late = history.end().plus(Duration.ofDays(30));
        List<IncidentEvent> once = wake(incident, late);
        Incident woken = incident;
        for (int day = 1; day <= 30; day++) {
            woken = woken.applyAll(wake(woken, history.end().plus(Duration.ofDays(day))));
        }
        List<IncidentEvent> daily = woken.history().subList(incident.version(), woken.version());
        Function<IncidentEvent, String> seen =
                event -> event.getClass().getSimpleName() + " " + event.meta().effectiveAt();
        assertThat(daily.stream().map(seen).toList())
                .as("what falls due after %s", history)
                .isEqualTo(once.stream().map(seen).toList());
    }

    private List<IncidentEvent> wake(Incident incident, Instant at) {
        return definition().decide(incident, new RecordCommand.Wake(), CommandContext.of(Actor.SYSTEM, at));
    }

    /**
     * The record that a desk keeps of a history is chained by hashes, and every link holds.
     *
     * @param history any history
     */
    @Property(tries = 50)
    default void the_chain_of_hashes_holds(@ForAll("histories") DrawnHistory history) {
        Audit.Verdict verdict = LawScope.sealed(history);
        assertThat(verdict.isWhole()).as("%s after %s", verdict, history).isTrue();
        assertThat(verdict.events()).isPositive();
    }

    /**
     * Of two commands that have nothing to do with each other the order does not matter.
     *
     * @param history any history
     */
    @Property
    default void the_order_of_independent_commands_does_not_matter(@ForAll("histories") DrawnHistory history) {
        Incident incident = history.incident();
        CommandContext context = CommandContext.of(Actor.agent("ann"), history.end());
        WorkCommand.Note note = new WorkCommand.Note("Seen", Visibility.INTERNAL);
        AssignmentCommand.Acknowledge acknowledge = new AssignmentCommand.Acknowledge();
        if (definition().check(incident, note, context).isEmpty()
                && definition().check(incident, acknowledge, context).isEmpty()) {
            Incident one = incident.applyAll(definition().decide(incident, note, context));
            one = one.applyAll(definition().decide(one, acknowledge, context));
            Incident other = incident.applyAll(definition().decide(incident, acknowledge, context));
            other = other.applyAll(definition().decide(other, note, context));
            assertThat(other.status()).isEqualTo(one.status());
            assertThat(standings(definition(), other.history(), history.end()))
                    .as("clocks after %s", history)
                    .isEqualTo(standings(definition(), one.history(), history.end()));
        }
    }

    private static Map<ClockId, SlaStanding> standings(
            ProcessDefinition definition, List<IncidentEvent> events, Instant at) {
        return definition.clock().standings(events, at).stream()
                .collect(Collectors.toMap(SlaStanding::clock, standing -> standing, (one, other) -> one));
    }
}
