package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.desk.Receipt;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.json.EncodedEvent;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.store.InMemoryIncidentStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Serves the decision that the desk seals every event: a whole command goes through the desk and the in-memory store
 * (load, decode, fold, decide, encode, hash, append), and beside it stand its parts. {@code report} begins an incident;
 * {@code note} is a command on an incident of twelve events.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DeskBenchmark {
    private final EventCodec codec = new EventCodec();
    private final List<IncidentEvent> events = Stories.twelveEvents();
    private final List<EncodedEvent> encoded =
            events.stream().map(codec::encode).toList();
    private final AtomicLong numbers = new AtomicLong();
    private ServiceDesk desk = desk();
    private IncidentId id = new IncidentId("none");

    private ServiceDesk desk() {
        return ServiceDesk.builder(new InMemoryIncidentStore(), Stories.untimed())
                .identities(() -> new IncidentId("INC-" + numbers.incrementAndGet()))
                .build();
    }

    /** Begins each iteration with an empty store, so that it does not grow without end. */
    @Setup(Level.Iteration)
    public void prepare() {
        desk = desk();
    }

    /** {@return the receipt of a report} */
    @Benchmark
    public Receipt report() {
        return desk.report(Stories.REPORT, Stories.ANN);
    }

    /** {@return the receipt of the last of twelve commands on one incident, all counted: divide by thirteen} */
    @Benchmark
    public Receipt reportAndTwelveNotes() {
        id = desk.report(Stories.REPORT, Stories.ANN).incident();
        Receipt receipt = null;
        for (int i = 0; i < 12; i++) {
            receipt = desk.handle(id, new Note("Looked at it", Visibility.INTERNAL), Stories.ANN);
        }
        return Objects.requireNonNull(receipt, "receipt");
    }

    /** {@return the bytes of one event, with its commitments} */
    @Benchmark
    public EncodedEvent encodeOne() {
        return codec.encode(events.get(8));
    }

    /** {@return an event of its bytes} */
    @Benchmark
    public IncidentEvent decodeOne() {
        return codec.decode(encoded.get(8));
    }

    /**
     * Seals one event: a hash over the hash before and the bytes.
     *
     * @return the hash
     * @throws NoSuchAlgorithmException never: every Java platform has SHA-256
     */
    @Benchmark
    public byte[] sealOne() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(new byte[32]);
        return digest.digest(encoded.get(8).body());
    }
}
