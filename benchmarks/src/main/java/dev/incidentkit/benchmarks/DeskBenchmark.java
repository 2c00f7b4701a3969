package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.desk.Receipt;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.json.EncodedEvent;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.StoredEvent;
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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Serves the decisions that the desk seals every event, and that it loads, decodes and folds the record anew for each
 * command. Whole commands go through the desk and the in-memory store (validate, load, decode, fold, decide, encode,
 * hash, append); beside them stand their parts.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DeskBenchmark {
    private static final int COMMANDS = 11;

    private final EventCodec codec = new EventCodec();
    private final List<IncidentEvent> events = Stories.twelveEvents();
    private final List<EncodedEvent> encoded =
            events.stream().map(codec::encode).toList();
    private final IncidentEvent resolved = events.get(10);
    private final EncodedEvent sealed = encoded.get(10);
    private final AtomicLong numbers = new AtomicLong();
    private final Note note = new Note("Looked at it", Visibility.INTERNAL);
    private IncidentStore store = new InMemoryIncidentStore();
    private ServiceDesk desk = desk();
    private IncidentId twelve = new IncidentId("none");
    private List<StoredEvent> stored = List.of();
    private IncidentSummary summary = summaryOf(desk.report(Stories.REPORT, Stories.ANN));

    private ServiceDesk desk() {
        return ServiceDesk.builder(store, Stories.UNTIMED)
                .identities(() -> new IncidentId("INC-" + numbers.incrementAndGet()))
                .build();
    }

    private IncidentSummary summaryOf(Receipt receipt) {
        return store.summary(receipt.incident()).orElseThrow();
    }

    /** Begins each iteration with a store that holds two incidents, so that it does not grow without end. */
    @Setup(Level.Iteration)
    public void prepare() {
        store = new InMemoryIncidentStore();
        desk = desk();
        Receipt begun = desk.report(Stories.REPORT, Stories.ANN);
        summary = summaryOf(begun);
        stored = store.load(begun.incident()).orElseThrow().events();
        twelve = reportAndTenNotes().incident();
        if (desk.load(twelve).orElseThrow().version() != 12) {
            throw new IllegalStateException("The record must have 12 events, but has " + desk.load(twelve));
        }
    }

    /** {@return the receipt of a report, which makes two events} */
    @Benchmark
    public Receipt report() {
        return desk.report(Stories.REPORT, Stories.ANN);
    }

    /** {@return the receipt of the last of eleven commands on a record that grows from none to twelve events} */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public Receipt command() {
        return reportAndTenNotes();
    }

    private Receipt reportAndTenNotes() {
        Receipt receipt = desk.report(Stories.REPORT, Stories.ANN);
        for (int i = 1; i < COMMANDS; i++) {
            receipt = desk.handle(receipt.incident(), note, Stories.ANN);
        }
        return Objects.requireNonNull(receipt, "receipt");
    }

    /** {@return an incident of twelve events: read, decoded and folded} */
    @Benchmark
    public Incident load() {
        return desk.load(twelve).orElseThrow();
    }

    /** {@return the bytes of one event with one personal text, and its commitment} */
    @Benchmark
    public EncodedEvent encodeOne() {
        return codec.encode(resolved);
    }

    /** {@return an event of its bytes, its commitment checked} */
    @Benchmark
    public IncidentEvent decodeOne() {
        return codec.decode(sealed);
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
        return digest.digest(sealed.body());
    }

    /** {@return the result of one append of the two sealed events of a report, and of its projection} */
    @Benchmark
    public AppendResult append() {
        IncidentId id = new IncidentId("APP-" + numbers.incrementAndGet());
        IncidentSummary projection =
                new IncidentSummaryBuilder().from(summary).incident(id).build();
        return store.append(new AppendBuilder()
                .addIncidents(new IncidentAppend(id, 0, stored, projection))
                .build());
    }
}
