package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Cancel;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Link;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.core.incident.WorkCommand.Unlink;
import dev.incidentkit.store.IncidentStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RelationsTest {
    private final DeskFixture fixture = new DeskFixture();
    private final ServiceDesk desk = fixture.desk;

    private static Link parent(IncidentId id) {
        return new Link(new Relation(RelationKind.PARENT, id.value()));
    }

    private List<Relation> relations(IncidentId id) {
        return desk.load(id).orElseThrow().relations();
    }

    @Test
    void both_ends_of_a_relation_are_written_and_ended_together() {
        IncidentId child = fixture.reported();
        IncidentId parent = fixture.reported();

        desk.handle(child, parent(parent), ANN);

        assertThat(relations(parent)).containsExactly(new Relation(RelationKind.CHILD, child.value()));
        desk.handle(parent, new Unlink(new Relation(RelationKind.CHILD, child.value())), ANN);
        assertThat(relations(child)).isEmpty();
        assertThat(relations(parent)).isEmpty();
    }

    @Test
    void a_relation_to_an_incident_that_does_not_exist_is_refused_and_nothing_is_written() {
        IncidentId child = fixture.reported();

        assertThatThrownBy(() -> desk.handle(child, parent(new IncidentId("nobody")), ANN))
                .hasMessageContaining("INCIDENT_UNKNOWN");
        assertThat(relations(child)).isEmpty();
    }

    @Test
    void a_circle_of_parents_is_refused_however_long() {
        IncidentId a = fixture.reported();
        IncidentId b = fixture.reported();
        IncidentId c = fixture.reported();
        desk.handle(a, parent(b), ANN);
        desk.handle(b, parent(c), ANN);

        assertThatThrownBy(() -> desk.handle(c, parent(a), ANN)).hasMessageContaining("RELATION_CIRCULAR");
        assertThatThrownBy(() -> desk.handle(a, parent(a), ANN)).hasMessageContaining("RELATION_TO_SELF");
        assertThatThrownBy(() -> desk.handle(a, new Link(new Relation(RelationKind.CHILD, c.value())), ANN))
                .hasMessageContaining("RELATION_CIRCULAR");
    }

    @Test
    void two_writers_who_link_each_way_at_once_never_close_a_circle() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 50; round++) {
            IncidentId a = fixture.reported();
            IncidentId b = fixture.reported();
            CountDownLatch begin = new CountDownLatch(1);
            Future<Boolean> one = threads.submit(() -> linked(begin, a, b));
            Future<Boolean> other = threads.submit(() -> linked(begin, b, a));
            begin.countDown();

            assertThat(one.get() ^ other.get())
                    .as("exactly one of both links is made")
                    .isTrue();
        }
        threads.shutdown();
    }

    /** The same store, in which something happens just before the first append through it. */
    private IncidentStore interrupted(Runnable first) {
        AtomicBoolean happened = new AtomicBoolean();
        return (IncidentStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IncidentStore.class}, (self, method, args) -> {
                    if (method.getName().equals("append") && !happened.getAndSet(true)) {
                        first.run();
                    }
                    try {
                        return method.invoke(fixture.store, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** Neither writes what the other writes: the ancestors that were only read are what tells. */
    @Test
    void two_writers_who_join_the_ends_of_two_chains_never_close_a_circle() {
        IncidentId a = fixture.reported();
        IncidentId b = fixture.reported();
        IncidentId c = fixture.reported();
        IncidentId d = fixture.reported();
        desk.handle(b, parent(c), ANN);
        desk.handle(d, parent(a), ANN);
        ServiceDesk other = ServiceDesk.builder(interrupted(() -> desk.handle(c, parent(d), ANN)), desk.definition())
                .clock(fixture.clock)
                .build();

        assertThatThrownBy(() -> other.handle(a, parent(b), ANN)).hasMessageContaining("RELATION_CIRCULAR");
        assertThat(relations(a)).containsExactly(new Relation(RelationKind.CHILD, d.value()));
        assertThat(relations(c)).contains(new Relation(RelationKind.PARENT, d.value()));
    }

    private boolean linked(CountDownLatch begin, IncidentId child, IncidentId parent) throws InterruptedException {
        begin.await();
        try {
            desk.handle(child, parent(parent), ANN);
            return true;
        } catch (IncidentRejectedException e) {
            return false;
        }
    }

    @Test
    void a_parent_does_not_close_while_a_child_is_open() {
        IncidentId parent = fixture.readyToClose();
        IncidentId child = fixture.started();
        desk.handle(child, parent(parent), ANN);

        assertThatThrownBy(() -> desk.handle(parent, new Close(), ANN)).hasMessageContaining("CHILD_OPEN");

        desk.handle(child, Resolve.permanently(new dev.incidentkit.core.incident.Category("x"), "FIXED", "done"), ANN);
        desk.handle(parent, new Close(), ANN);
        assertThat(desk.load(parent).orElseThrow().phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void a_duplicate_that_is_cancelled_again_for_another_leaves_no_half_of_a_relation() {
        IncidentId original = fixture.started();
        IncidentId other = fixture.started();
        IncidentId duplicate = fixture.reported();
        desk.handle(duplicate, new Cancel(CancelReason.DUPLICATE, original, null), ANN);

        desk.bulk(List.of(duplicate), new Cancel(CancelReason.DUPLICATE, other, null), ANN);

        assertThat(relations(other)).isEmpty();
    }

    @Test
    void nothing_is_a_duplicate_of_what_was_itself_cancelled() {
        IncidentId one = fixture.reported();
        IncidentId other = fixture.reported();
        desk.handle(one, new Cancel(CancelReason.DUPLICATE, other, null), ANN);

        assertThatThrownBy(() -> desk.handle(other, new Cancel(CancelReason.DUPLICATE, one, null), ANN))
                .hasMessageContaining("DUPLICATE_CANCELLED");
        assertThat(desk.load(other).orElseThrow().phase()).isEqualTo(Phase.NEW);
    }

    @Test
    void what_is_noted_on_a_parent_does_not_depend_on_its_children() {
        IncidentId parent = fixture.started();
        IncidentId child = fixture.started();
        desk.handle(child, parent(parent), ANN);
        long version = desk.load(child).orElseThrow().version();

        desk.handle(parent, new Note("Called the provider", Visibility.INTERNAL), ANN);

        assertThat(desk.load(child).orElseThrow().version()).isEqualTo(version);
        assertThat(desk.events(parent))
                .last()
                .satisfies(event -> assertThat(event.meta().cause().answers()).isEmpty());
    }

    @Test
    void a_duplicate_points_to_the_incident_that_stands_for_it_and_back() {
        IncidentId original = fixture.started();
        IncidentId duplicate = fixture.reported();

        desk.handle(duplicate, new Cancel(CancelReason.DUPLICATE, original, null), ANN);

        assertThat(relations(duplicate)).containsExactly(new Relation(RelationKind.DUPLICATE_OF, original.value()));
        assertThat(relations(original)).containsExactly(new Relation(RelationKind.DUPLICATED_BY, duplicate.value()));
    }
}
