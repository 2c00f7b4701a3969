package dev.incidentkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.store.InMemoryIncidentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A year of 10,000 incidents under the default service levels, with a clock that is moved by hand. */
class YearOfIncidentsTest {
    private static final int INCIDENTS = 10_000;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final long YEAR = Duration.ofDays(365).toSeconds();
    private static final Duration TICKS = Duration.ofHours(2);
    private static final Actor ANN = Actor.agent("ann");
    private static final Actor CLEO = Actor.human("cleo", Role.CALLER);

    private final Random random = new Random(42);
    private final ManualClock clock = new ManualClock(BEGIN);
    private final InMemoryIncidentStore store = new InMemoryIncidentStore(clock);
    private final ServiceDesk desk =
            ServiceDesk.builder(store, definition()).clock(clock).build();
    private final TimerRunner timers = new TimerRunner(desk, 500, Duration.ofMinutes(1));
    private final PriorityQueue<Planned> plan = new PriorityQueue<>(Comparator.comparing(Planned::at)
            .thenComparing(planned -> planned.id().value()));

    /** A command that somebody is going to give. */
    private record Planned(Instant at, IncidentId id, IncidentCommand command) {}

    /** The default, but that nothing is asked for before an incident closes. */
    private static ProcessDefinition definition() {
        Lifecycle lifecycle = Lifecycle.builder(Lifecycle.itil())
                .without(Action.CLOSE)
                .transition(Action.CLOSE, step -> step.from(Status.RESOLVED).to(Status.CLOSED))
                .build();
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .name("a year")
                .lifecycle(lifecycle)
                .build();
    }

    private void plan() {
        for (int i = 0; i < INCIDENTS; i++) {
            IncidentId id = new IncidentId("INC-" + i);
            Instant at = BEGIN.plusSeconds((long) (random.nextDouble() * YEAR));
            plan.add(new Planned(
                    at,
                    id,
                    Report.of("outage " + i, Reporter.person("cleo"), Channel.PORTAL)
                            .impact(Scale.IMPACT.at(random.nextInt(3)))
                            .urgency(Scale.URGENCY.at(random.nextInt(3)))
                            .build()));
            at = at.plusSeconds(60 + random.nextInt(7_200));
            plan.add(new Planned(at, id, new LifecycleCommand.Start(Owner.group("desk"))));
            if (random.nextInt(4) == 0) {
                at = at.plusSeconds(random.nextInt(3_600));
                Instant resume = at.plusSeconds(3_600 + random.nextInt(90_000));
                plan.add(new Planned(at, id, new LifecycleCommand.Hold(HoldReason.SCHEDULED, null, resume)));
                at = resume;
            }
            at = at.plusSeconds(random.nextInt(100_000));
            plan.add(new Planned(
                    at, id, LifecycleCommand.Resolve.permanently(new Category("mail"), "FIXED", "restarted")));
        }
    }

    @Test
    void a_year_of_incidents_passes_in_seconds_and_every_signal_is_recorded_once() {
        plan();
        Instant tick = BEGIN;
        while (!plan.isEmpty()) {
            Planned next = plan.remove();
            for (; tick.isBefore(next.at()); tick = tick.plus(TICKS)) {
                clock.set(tick);
                timers.tick();
            }
            clock.set(next.at());
            desk.handle(next.id(), next.command(), next.command() instanceof Report ? CLEO : ANN);
        }
        clock.set(BEGIN.plusSeconds(YEAR).plus(Duration.ofDays(30)));
        timers.tick();

        int missed = 0;
        int breaches = 0;
        for (int i = 0; i < INCIDENTS; i++) {
            IncidentId id = new IncidentId("INC-" + i);
            assertThat(desk.load(id))
                    .hasValueSatisfying(incident -> assertThat(incident.phase()).isEqualTo(Phase.CLOSED));
            List<IncidentEvent> events = desk.events(id);
            breaches += recordedOnce(events);
            missed += missed(events);
        }

        assertThat(missed).isEqualTo(breaches).isBetween(INCIDENTS / 10, 3 * INCIDENTS);
        assertThat(timers.nextDue()).isEmpty();
    }

    private static int recordedOnce(List<IncidentEvent> events) {
        Set<String> seen = new HashSet<>();
        int breaches = 0;
        for (IncidentEvent event : events) {
            if (event instanceof SlaEvent.Breached breach) {
                breaches++;
                assertThat(seen.add(breach.clock() + " breached")).isTrue();
            } else if (event instanceof SlaEvent.AtRisk risk) {
                assertThat(seen.add(risk.clock() + " " + risk.threshold())).isTrue();
            }
        }
        return breaches;
    }

    private int missed(List<IncidentEvent> events) {
        List<SlaStanding> standings = desk.definition().clock().standings(events, clock.instant());
        assertThat(standings)
                .allSatisfy(standing -> assertThat(standing.state()).isIn(ClockState.MET, ClockState.MISSED));
        return (int) standings.stream().filter(SlaStanding::breached).count();
    }
}
