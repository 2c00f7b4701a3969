package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** The laws of writing. Each has 10,000 tries in full; how many ran is printed with the statistics. */
class DeskLawsTest {
    private static final int MOST_WRITERS = 4;

    /** They end with the machine: these laws also run once for each database, in one. */
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(MOST_WRITERS, work -> {
        Thread thread = new Thread(work, "writer");
        thread.setDaemon(true);
        return thread;
    });

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(Random::nextLong);
    }

    /** Asked only of a run that collected so much that it owes each value: on each database fewer tries are made. */
    private static void mustHaveDrawn(String label, Set<String> values, int enough) {
        Statistics.label(label)
                .coverage(coverage -> values.forEach(
                        value -> coverage.check(value).count((count, all) -> count > 0 || all < enough)));
    }

    @Property
    void many_writers_leave_a_gapless_record_in_which_each_wrote_once(@ForAll("seeds") long seed) throws Exception {
        Random random = new Random(seed);
        DeskFixture fixture = new DeskFixture();
        IncidentId id = fixture.started();
        int writers = 2 + random.nextInt(MOST_WRITERS - 1);
        int attempts = random.nextInt(4) == 0 ? 1 : 1_000;
        List<Callable<List<String>>> work = writers(fixture, id, writers, attempts);
        List<String> written = new ArrayList<>();
        for (Future<List<String>> each : THREADS.invokeAll(work)) {
            written.addAll(each.get());
        }

        List<IncidentEvent> events = fixture.desk.events(id);
        assertThat(notes(events)).containsExactlyInAnyOrderElementsOf(written);
        StoredRecord record = fixture.store.load(id).orElseThrow();
        assertThat(record.events())
                .extracting(StoredEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(new Audit(fixture.desk).verify(id))
                .hasValueSatisfying(verdict -> assertThat(verdict.isWhole()).isTrue());
        Statistics.label("writers").collect(Integer.toString(writers));
        Statistics.label("outcome").collect(written.size() == 2 * writers ? "all wrote" : "some gave up");
        mustHaveDrawn("writers", Set.of("2", "3", "4"), 500);
        mustHaveDrawn("outcome", Set.of("all wrote", "some gave up"), 500);
    }

    /** Each writes two notes, at the same time as the others, and says which were taken. */
    private static List<Callable<List<String>>> writers(DeskFixture fixture, IncidentId id, int writers, int attempts) {
        ServiceDesk desk = ServiceDesk.builder(fixture.store, ProcessDefinition.itil())
                .clock(fixture.clock)
                .attempts(attempts)
                .build();
        CyclicBarrier together = new CyclicBarrier(writers);
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            String name = "writer " + writer + " note ";
            work.add(() -> {
                List<String> taken = new ArrayList<>();
                for (int note = 0; note < 2; note++) {
                    together.await();
                    try {
                        desk.handle(id, new Note(name + note, Visibility.INTERNAL), ANN);
                        taken.add(name + note);
                    } catch (ConflictException conflict) {
                        assertThat(conflict.attempts()).isEqualTo(attempts);
                    }
                }
                return taken;
            });
        }
        return work;
    }

    private static List<String> notes(List<IncidentEvent> events) {
        return events.stream()
                .filter(WorkEvent.Noted.class::isInstance)
                .map(event -> ((WorkEvent.Noted) event).text().text())
                .toList();
    }

    @Property
    void rebuilding_what_is_derived_from_the_events_changes_nothing(@ForAll("seeds") long seed) {
        RandomDesk random = new RandomDesk(new Random(seed));
        random.run();
        DeskFixture fixture = random.fixture();
        for (IncidentId id : random.incidents()) {
            StoredRecord record = fixture.store.load(id).orElseThrow();
            Incident incident = Incident.replay(fixture.desk.events(id));
            IncidentSummary rebuilt =
                    Summaries.of(incident, fixture.desk.definition(), record.headHash(), incident.lastRecordedAt());
            IncidentSummary kept = fixture.store.summary(id).orElseThrow();

            assertThat(kept).isEqualTo(waking(rebuilt, kept.nextWakeUp()));
            assertThat(fixture.store.repair(rebuilt)).isTrue();
            assertThat(fixture.store.summary(id)).contains(rebuilt);
            wakesEarlierAtMost(fixture, kept, rebuilt);
            Statistics.label("phase").collect(kept.phase().name());
            Statistics.label("wakes").collect(kept.nextWakeUp() == null ? "never" : "later");
            Statistics.label("priority").collect(kept.priority() == null ? "none" : kept.priority());
        }
        Statistics.label("refusals").collect(random.refusals() == 0 ? "none" : "some");
        random.accepted().forEach(action -> Statistics.label("accepted").collect(action));
        mustHaveDrawn("wake-up", Set.of("the same"), 500);
        mustHaveDrawn("wake-up", Set.of("earlier"), 2_500);
        mustHaveDrawn("phase", Set.of("NEW", "ACTIVE", "ON_HOLD", "RESOLVED", "CLOSED", "CANCELLED"), 500);
        mustHaveDrawn("refusals", Set.of("some"), 500);
        mustHaveDrawn("wakes", Set.of("never", "later"), 500);
        mustHaveDrawn("priority", Set.of("none", "P1", "P3", "P5"), 500);
        mustHaveDrawn("accepted", RandomDesk.ACTIONS, 5_000);
    }

    private static IncidentSummary waking(IncidentSummary summary, @Nullable Instant at) {
        return new IncidentSummaryBuilder().from(summary).nextWakeUp(at).build();
    }

    /**
     * A wake-up after which there was nothing to record is known to the queue only. Rebuilt from the record it comes
     * again, and again there is nothing to record.
     */
    private static void wakesEarlierAtMost(DeskFixture fixture, IncidentSummary kept, IncidentSummary rebuilt) {
        boolean same = kept.equals(rebuilt);
        Statistics.label("wake-up").collect(same ? "the same" : "earlier");
        if (!same) {
            assertThat(rebuilt.nextWakeUp()).isNotNull().isBefore(kept.nextWakeUp());
            Instant keptAt = Objects.requireNonNull(kept.nextWakeUp());
            if (keptAt.isAfter(fixture.clock.instant())) {
                new TimerRunner(fixture.desk).tick();
                assertThat(fixture.desk.events(kept.incident())).hasSize((int) kept.version());
            }
        }
    }
}
