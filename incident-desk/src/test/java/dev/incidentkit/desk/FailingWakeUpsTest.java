package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wake-ups that cannot be carried out are tried again after pauses, and keep nobody else waiting. */
class FailingWakeUpsTest {
    private final DeskFixture fixture = new DeskFixture(DeskFixture.UNTIMED);
    private final Instant start = fixture.clock.instant();
    private final Set<IncidentId> broken = new HashSet<>();
    private final List<IncidentId> tried = new ArrayList<>();

    /** What the host's code does before it fails. */
    private Runnable before = () -> {};

    private TimerRunner failing(IncidentStore store) {
        ServiceDesk desk = ServiceDesk.builder(store, DeskFixture.UNTIMED)
                .clock(fixture.clock)
                .notifications((event, incident) -> {
                    tried.add(incident.id());
                    if (broken.contains(incident.id())) {
                        before.run();
                        throw new IllegalStateException("the host's filter fails");
                    }
                    return false;
                })
                .build();
        return new TimerRunner(desk);
    }

    private TimerRunner failing() {
        return failing(fixture.store);
    }

    /** An incident that goes on by itself some time after the start. */
    private IncidentId heldFor(Duration time) {
        IncidentId id = fixture.started();
        fixture.desk.handle(id, new Hold(HoldReason.VENDOR, null, start.plus(time)), ANN);
        return id;
    }

    private Phase phase(IncidentId id) {
        return fixture.desk.load(id).orElseThrow().phase();
    }

    private int triesOf(TimerRunner timers, Duration after) {
        tried.clear();
        fixture.clock.advance(after);
        timers.tick();
        return tried.size();
    }

    @Test
    void pauses_double_with_each_failure_until_they_are_as_long_as_they_get() {
        broken.add(heldFor(Duration.ofHours(1)));
        TimerRunner timers = failing().pausing(Duration.ofSeconds(10), Duration.ofSeconds(60));
        assertThat(triesOf(timers, Duration.ofHours(1))).isEqualTo(1);

        for (int seconds : new int[] {10, 20, 40, 60, 60, 60}) {
            assertThat(timers.nextDue()).contains(fixture.clock.instant().plusSeconds(seconds));
            assertThat(triesOf(timers, Duration.ofSeconds(seconds).minusMillis(1)))
                    .as("before %d s", seconds)
                    .isZero();
            assertThat(triesOf(timers, Duration.ofMillis(1)))
                    .as("after %d s", seconds)
                    .isEqualTo(1);
        }
    }

    @Test
    void unless_it_is_told_otherwise_a_runner_waits_from_ten_seconds_to_ten_minutes() {
        broken.add(heldFor(Duration.ofHours(1)));
        TimerRunner timers = failing();
        triesOf(timers, Duration.ofHours(1));
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Duration pause =
                    Duration.between(fixture.clock.instant(), timers.nextDue().orElseThrow());
            pauses.add(pause.toSeconds());
            triesOf(timers, pause);
        }

        assertThat(pauses).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L, 600L);
    }

    @Test
    void failures_that_take_longer_than_their_lease_keep_no_others_waiting() {
        IntStream.range(0, 40)
                .forEach(i -> broken.add(heldFor(Duration.ofMinutes(1).plusMillis(i))));
        IncidentId other = heldFor(Duration.ofMinutes(2));
        IncidentId next = heldFor(Duration.ofSeconds(125));
        fixture.clock.set(start.plus(Duration.ofMinutes(2)));
        before = () -> fixture.clock.advance(Duration.ofSeconds(4));
        TimerRunner timers = failing();

        timers.tick();

        assertThat(tried).hasSize(41).doesNotHaveDuplicates().endsWith(other);
        assertThat(phase(other)).isEqualTo(Phase.ACTIVE);
        assertThat(timers.failing()).isEqualTo(40);
        tried.clear();
        timers.tick();
        assertThat(tried)
                .as("what fell due before the pauses ended comes first")
                .startsWith(next);
    }

    @Test
    void what_failed_is_carried_out_as_of_its_instant_when_the_fault_is_mended() {
        IncidentId id = heldFor(Duration.ofHours(1));
        broken.add(id);
        TimerRunner timers = failing();
        triesOf(timers, Duration.ofHours(3));
        assertThat(timers.failing()).isEqualTo(1);
        assertThat(timers.overdue()).as("it rests, and nobody is late").isZero();
        broken.clear();

        assertThat(triesOf(timers, Duration.ofSeconds(10))).isPositive();

        assertThat(timers.failing()).isZero();
        assertThat(fixture.desk
                        .events(id)
                        .get(fixture.desk.events(id).size() - 1)
                        .meta()
                        .effectiveAt())
                .isEqualTo(start.plus(Duration.ofHours(1)));
    }

    @Test
    void a_command_on_the_incident_ends_the_pause() {
        IncidentId id = heldFor(Duration.ofHours(1));
        broken.add(id);
        TimerRunner timers = failing();
        triesOf(timers, Duration.ofHours(1));
        Instant later = fixture.clock.instant().plusSeconds(5);

        fixture.desk.handle(id, new Note("The vendor called", Visibility.INTERNAL), ANN);
        fixture.desk.handle(id, new Hold(HoldReason.VENDOR, null, later), ANN);

        assertThat(timers.failing()).isZero();
        assertThat(timers.nextDue()).contains(later);
        broken.clear();
        triesOf(timers, Duration.ofSeconds(5));
        assertThat(phase(id)).isEqualTo(Phase.ACTIVE);
    }

    @Test
    void a_failure_after_the_lease_was_lost_changes_nothing() {
        IncidentId id = heldFor(Duration.ofHours(1));
        broken.add(id);
        before = () -> {
            fixture.clock.advance(Duration.ofMinutes(2));
            assertThat(new TimerRunner(fixture.desk).tick()).isEqualTo(1);
        };
        TimerRunner timers = failing();

        assertThat(triesOf(timers, Duration.ofHours(1))).isEqualTo(1);

        assertThat(phase(id)).isEqualTo(Phase.ACTIVE);
        assertThat(timers.failing()).isZero();
        assertThat(timers.nextDue()).isEmpty();
    }

    /** A store that cannot put anything off. */
    private IncidentStore cannotPutOff() {
        return (IncidentStore) Proxy.newProxyInstance(
                IncidentStore.class.getClassLoader(), new Class<?>[] {IncidentStore.class}, (self, method, args) -> {
                    if (method.getName().equals("putOff")) {
                        throw new StoreException("the disk is full");
                    }
                    try {
                        return method.invoke(fixture.store, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Test
    void the_others_go_on_where_not_even_the_failure_can_be_written() {
        IncidentId failing = heldFor(Duration.ofHours(1));
        IncidentId other = heldFor(Duration.ofHours(2));
        broken.add(failing);
        TimerRunner timers = failing(cannotPutOff());

        triesOf(timers, Duration.ofHours(2));

        assertThat(phase(other)).isEqualTo(Phase.ACTIVE);
        assertThat(triesOf(timers, Duration.ofSeconds(59)))
                .as("the lease lasts")
                .isZero();
        assertThat(triesOf(timers, Duration.ofSeconds(1)))
                .as("the lease has run out")
                .isEqualTo(1);
    }

    @Test
    void a_comparison_with_the_record_takes_no_pause_for_a_difference() {
        IncidentId id = heldFor(Duration.ofHours(1));
        broken.add(id);
        TimerRunner timers = failing();
        triesOf(timers, Duration.ofHours(1));
        Instant rests = timers.nextDue().orElseThrow();

        assertThat(new Housekeeping(fixture.desk).rebuild(Housekeeping.Mode.COMPARE))
                .isEmpty();
        assertThat(new Housekeeping(fixture.desk).rebuild(Housekeeping.Mode.REPAIR))
                .isEmpty();

        assertThat(timers.nextDue()).contains(rests);
        assertThat(timers.failing()).isEqualTo(1);
    }

    @Test
    void what_a_node_does_not_know_the_definition_of_waits_for_one_that_does() {
        IncidentId id = heldFor(Duration.ofHours(1));
        ProcessDefinition another =
                ProcessDefinition.builder(DeskFixture.UNTIMED).name("another").build();
        TimerRunner ignorant = new TimerRunner(
                ServiceDesk.builder(fixture.store, another).clock(fixture.clock).build());
        TimerRunner knowing = new TimerRunner(fixture.desk);
        fixture.clock.advance(Duration.ofHours(1));

        assertThat(ignorant.tick()).isZero();
        assertThat(knowing.failing()).isEqualTo(1);
        assertThat(knowing.tick()).isZero();
        fixture.clock.advance(Duration.ofSeconds(10));
        assertThat(knowing.tick()).isEqualTo(1);
        assertThat(phase(id)).isEqualTo(Phase.ACTIVE);
        assertThat(knowing.failing()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1M", "-PT1S, PT1M", "PT0.000999999S, PT1M", "PT2S, PT1S", "PT1S, PT24H0.001S"})
    void pauses_out_of_bounds_are_refused_with_what_was_asked(Duration first, Duration longest) {
        TimerRunner timers = new TimerRunner(fixture.desk);

        assertThatThrownBy(() -> timers.pausing(first, longest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(first + " to " + longest);
        assertThat(timers.pausing(Duration.ofMillis(1), Duration.ofDays(1))).isNotSameAs(timers);
    }
}
