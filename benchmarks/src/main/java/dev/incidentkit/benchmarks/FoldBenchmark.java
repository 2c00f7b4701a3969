package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import java.util.List;
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
 * Serves the decision that incidents are folded from their events each time they are loaded, and kept nowhere else: a
 * record of twelve events is folded to an incident. The bound is a hand-written loop over the same events with a chain
 * of {@code instanceof} into a class that has the fields these events set and no other; both must say the same in each
 * of them. It refuses nothing: neither events out of order nor records that begin wrongly, as the fold does.
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
        handWritten().mustSayWhat(fold());
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
    public Object bound() {
        return handWritten();
    }

    private Ticket handWritten() {
        Ticket ticket = new Ticket();
        for (IncidentEvent event : events) {
            ticket.fold(event);
        }
        return ticket;
    }
}
