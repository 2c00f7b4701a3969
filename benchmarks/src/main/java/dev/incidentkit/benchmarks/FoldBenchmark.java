package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * Serves the decision that incidents are folded from their events each time they are loaded, and kept nowhere else: a
 * record of twelve events is folded to an incident. The bound is a hand-written loop over the same events with a chain
 * of {@code instanceof} into the dozen fields that a ticketing system would keep.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FoldBenchmark {
    private List<IncidentEvent> events = List.of();
    private Incident eleven = Incident.replay(Stories.twelveEvents().subList(0, 11));
    private IncidentEvent twelfth = Stories.twelveEvents().get(11);

    /** Makes the record, and sees that both folds agree. */
    @Setup
    public void prepare() {
        events = Stories.twelveEvents();
        eleven = Incident.replay(events.subList(0, 11));
        twelfth = events.get(11);
        if (!fold().status().equals(bound().status) || fold().version() != bound().version) {
            throw new IllegalStateException("Both folds must agree, but are " + fold() + " and " + bound().status);
        }
    }

    /** {@return the incident after all twelve events} */
    @Benchmark
    public Incident fold() {
        return Incident.replay(events);
    }

    /** {@return the incident after one more event} */
    @Benchmark
    public Incident applyOne() {
        return eleven.apply(twelfth);
    }

    /** {@return the fields of the hand-written bound} */
    @Benchmark
    public Ticket bound() {
        Ticket ticket = new Ticket();
        for (IncidentEvent event : events) {
            ticket.fold(event);
        }
        return ticket;
    }

    /** What a ticketing system would keep. */
    public static final class Ticket {
        @Nullable
        Status status;

        @Nullable
        PersonalText title;

        @Nullable
        Priority priority;

        @Nullable
        Owner owner;

        @Nullable
        Instant reportedAt;

        @Nullable
        Instant acknowledgedAt;

        @Nullable
        Instant resolvedAt;

        @Nullable
        Instant closedAt;

        @Nullable
        Instant heldAt;

        @Nullable
        Resolution resolution;

        long heldMillis;
        int version;

        void fold(IncidentEvent event) {
            Instant at = event.meta().effectiveAt();
            version++;
            if (event instanceof Reported reported) {
                status = reported.status();
                title = reported.title();
                reportedAt = at;
            } else if (event instanceof TriageEvent.Triaged triaged) {
                priority = triaged.priority();
            } else if (event instanceof AssignmentEvent.Assigned assigned) {
                owner = assigned.owner();
            } else if (event instanceof AssignmentEvent.Acknowledged) {
                acknowledgedAt = at;
            } else if (event instanceof LifecycleEvent.Started started) {
                status = started.to();
            } else if (event instanceof LifecycleEvent.Held held) {
                status = held.to();
                heldAt = at;
            } else if (event instanceof LifecycleEvent.Resumed resumed) {
                status = resumed.to();
                heldMillis += heldAt == null ? 0 : at.toEpochMilli() - heldAt.toEpochMilli();
            } else if (event instanceof LifecycleEvent.Resolved resolved) {
                status = resolved.to();
                resolvedAt = at;
                resolution = resolved.resolution();
            } else if (event instanceof LifecycleEvent.Closed closed) {
                status = closed.to();
                closedAt = at;
            }
        }
    }
}
