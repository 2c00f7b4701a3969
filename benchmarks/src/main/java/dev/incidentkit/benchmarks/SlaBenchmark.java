package dev.incidentkit.benchmarks;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decides whether clocks may be folded anew on each question instead of being stored: the standing of three clocks after 30
 * events, and the next due instant of 100,000 open incidents.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SlaBenchmark {
    private static final int EVENTS = 30;
    private static final int INCIDENTS = 100_000;
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private final ProcessDefinition definition = ProcessDefinition.itil();
    private final SlaClock clock = definition.clock();
    private List<IncidentEvent> thirty = List.of();
    private List<Incident> open = List.of();

    /** Prepares the records. */
    @Setup
    public void prepare() {
        Actor ann = Actor.agent("ann");
        Incident incident = Incident.replay(definition.begin(
                new IncidentId("INC-1"), TenantId.DEFAULT, Stories.REPORT, CommandContext.of(ann, AT)));
        List<Incident> all = new ArrayList<>(INCIDENTS);
        for (int i = 0; i < INCIDENTS; i++) {
            Instant at = AT.plusSeconds(i);
            all.add(Incident.replay(definition.begin(
                    new IncidentId("INC-" + i), TenantId.DEFAULT, Stories.REPORT, CommandContext.of(ann, at))));
        }
        open = List.copyOf(all);
        Instant at = AT;
        while (incident.version() < EVENTS) {
            at = at.plus(Duration.ofMinutes(1));
            incident = incident.applyAll(definition.decide(
                    incident, new WorkCommand.Note("seen", Visibility.INTERNAL), CommandContext.of(ann, at)));
        }
        thirty = incident.history().subList(0, EVENTS);
    }

    /**
     * How three clocks stand after 30 events.
     *
     * @return the standings
     */
    @Benchmark
    public List<SlaStanding> standingsAfterThirtyEvents() {
        return clock.standings(thirty, AT.plus(Duration.ofHours(2)));
    }

    /**
     * The earliest of the next due instants of 100,000 open incidents.
     *
     * @return the instant
     */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Optional<Instant> nextDueOfAHundredThousand() {
        Instant earliest = null;
        for (Incident incident : open) {
            Instant due = definition.nextDue(incident, AT).orElse(null);
            if (due != null && (earliest == null || due.isBefore(earliest))) {
                earliest = due;
            }
        }
        return Optional.ofNullable(earliest);
    }
}
