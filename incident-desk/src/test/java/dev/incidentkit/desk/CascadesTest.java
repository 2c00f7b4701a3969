package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CascadeOutcome;
import dev.incidentkit.core.incident.CascadeResult;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Reject;
import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.ProcessCommand.DecideMajor;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageCommand.Categorize;
import dev.incidentkit.core.incident.WorkCommand.Link;
import dev.incidentkit.core.incident.WorkCommand.Unlink;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.CascadeEffect;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.MajorPolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the steps of a parent do to its children. */
class CascadesTest {
    static final Resolve RESOLVE = Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate");

    static ProcessDefinition definition(List<CascadeRule> table) {
        return ProcessDefinition.builder(DeskFixture.UNTIMED)
                .name("cascades")
                .procedures(Procedures.builder().cascades(table).build())
                .build();
    }

    private final DeskFixture fixture = new DeskFixture(definition(CascadeRule.itil()));
    private final ServiceDesk desk = fixture.desk;

    private static void childOf(ServiceDesk desk, IncidentId child, IncidentId parent) {
        desk.handle(child, new Link(new Relation(RelationKind.PARENT, parent.value())), ANN);
    }

    private IncidentId child(IncidentId parent) {
        IncidentId child = fixture.started();
        desk.handle(child, new Categorize(new Category("network/vpn")), ANN);
        childOf(desk, child, parent);
        return child;
    }

    private Incident load(IncidentId id) {
        return desk.load(id).orElseThrow();
    }

    private List<CascadeResult> results(IncidentId parent) {
        return desk.events(parent).stream()
                .filter(RelationEvent.CascadeEnded.class::isInstance)
                .flatMap(event -> ((RelationEvent.CascadeEnded) event).results().stream())
                .toList();
    }

    @Test
    void children_are_resolved_with_their_parent_and_its_resolution() {
        IncidentId parent = fixture.started();
        IncidentId one = child(parent);
        IncidentId other = child(parent);

        desk.handle(parent, RESOLVE, ANN);

        for (IncidentId child : List.of(one, other)) {
            assertThat(load(child).phase()).isEqualTo(Phase.RESOLVED);
            assertThat(load(child).resolution()).isEqualTo(load(parent).resolution());
        }
        assertThat(results(parent))
                .containsExactly(
                        new CascadeResult(one, CascadeOutcome.DONE, List.of()),
                        new CascadeResult(other, CascadeOutcome.DONE, List.of()));
        assertThat(load(parent).handling().cascades()).isEmpty();
        assertThat(desk.events(one))
                .last()
                .satisfies(event -> assertThat(event.meta().actor()).isEqualTo(ANN));
    }

    @Test
    void a_child_that_refuses_stays_and_what_it_lacks_is_on_the_parents_record() {
        IncidentId parent = fixture.started();
        IncidentId child = fixture.started();
        childOf(desk, child, parent);

        desk.handle(parent, RESOLVE, ANN);

        assertThat(load(child).phase()).isEqualTo(Phase.ACTIVE);
        assertThat(results(parent)).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(CascadeOutcome.REFUSED);
            assertThat(result.lacking()).singleElement().satisfies(unmet -> {
                assertThat(unmet.code()).isEqualTo("FIELD_REQUIRED");
                assertThat(unmet.field()).isEqualTo("category");
            });
        });
    }

    @Test
    void holding_cascades_but_for_the_callers_sake_and_reopening_unless_a_caller_did() {
        IncidentId parent = fixture.started();
        IncidentId child = child(parent);

        desk.handle(parent, new Hold(HoldReason.CALLER, "Which office?", null), ANN);
        assertThat(load(child).phase()).isEqualTo(Phase.ACTIVE);
        desk.handle(parent, RESOLVE, ANN);
        assertThat(load(child).phase()).isEqualTo(Phase.RESOLVED);

        desk.handle(parent, new Reject("Still down"), BOB);
        assertThat(load(parent).phase()).isEqualTo(Phase.ACTIVE);
        assertThat(load(child).phase()).isEqualTo(Phase.RESOLVED);

        desk.handle(parent, RESOLVE, ANN);
        desk.handle(parent, new Reopen("Down again"), ANN);
        assertThat(load(child).phase()).isEqualTo(Phase.ACTIVE);

        desk.handle(parent, new Hold(HoldReason.VENDOR, null, null), ANN);
        assertThat(load(child).holdReason()).contains(HoldReason.VENDOR);
    }

    @Test
    void a_cascade_reaches_the_children_of_children() {
        IncidentId parent = fixture.started();
        IncidentId child = child(parent);
        IncidentId grandchild = child(child);

        desk.handle(parent, RESOLVE, ANN);

        assertThat(load(grandchild).phase()).isEqualTo(Phase.RESOLVED);
        assertThat(results(child)).containsExactly(new CascadeResult(grandchild, CascadeOutcome.DONE, List.of()));
    }

    @Test
    void a_rule_may_reach_some_children_and_only_tell_them() {
        DeskFixture other = new DeskFixture(definition(List.of(new CascadeRule(
                "tell",
                Action.RESOLVE,
                CascadeEffect.NOTE,
                Set.of(),
                Set.of(),
                Condition.oneOf(Fact.BuiltIn.CATEGORY, "network/vpn")))));
        IncidentId parent = other.started();
        IncidentId told = other.started();
        IncidentId leftOut = other.started();
        other.desk.handle(told, new Categorize(new Category("network/vpn")), ANN);
        childOf(other.desk, told, parent);
        childOf(other.desk, leftOut, parent);

        Preview preview = other.desk.preview(parent, RESOLVE, ANN);
        other.desk.handle(parent, RESOLVE, ANN);

        assertThat(preview.cascaded())
                .containsExactly(
                        new CascadeResult(told, CascadeOutcome.DONE, List.of()),
                        new CascadeResult(leftOut, CascadeOutcome.LEFT_OUT, List.of()));
        assertThat(other.desk.events(told))
                .last()
                .isInstanceOfSatisfying(
                        WorkEvent.Noted.class,
                        note -> assertThat(note.text().text()).contains(parent.value(), "RESOLVE"));
        assertThat(other.desk.load(told).orElseThrow().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    void a_major_incident_takes_no_step_because_its_parent_did() {
        Lifecycle reviewing = Lifecycle.builder(Lifecycle.itil())
                .without(Action.CLOSE)
                .without(Action.CONFIRM)
                .transition(
                        Action.CLOSE,
                        step -> step.from(Status.RESOLVED).to(Status.CLOSED).guards(Guards.MAJOR_REVIEWED))
                .build();
        DeskFixture other = new DeskFixture(ProcessDefinition.builder(
                        "majors", reviewing, ProcessDefinition.itil().triage())
                .procedures(Procedures.builder()
                        .cascades(CascadeRule.itil())
                        .majors(new MajorPolicy(
                                List.of(), Set.of(Role.SERVICE_DESK), Allowance.of(Duration.ofHours(1))))
                        .build())
                .build());
        IncidentId parent = other.started();
        IncidentId major = other.started();
        other.desk.handle(major, new Categorize(new Category("network/vpn")), ANN);
        childOf(other.desk, major, parent);
        other.desk.handle(major, new DecideMajor(MajorState.ACCEPTED, "Nobody can work"), ANN);

        Preview preview = other.desk.preview(parent, RESOLVE, ANN);
        other.desk.handle(parent, RESOLVE, ANN);

        assertThat(preview.cascaded()).containsExactly(new CascadeResult(major, CascadeOutcome.LEFT_OUT, List.of()));
        assertThat(other.desk.load(major).orElseThrow().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    void a_preview_writes_nothing_and_a_refused_one_says_why() {
        IncidentId parent = fixture.started();
        IncidentId child = child(parent);
        long version = load(parent).version();

        Preview preview = desk.preview(parent, RESOLVE, ANN);

        assertThat(preview.events()).containsOnlyKeys(parent, child);
        assertThat(load(parent).version()).isEqualTo(version);
        assertThat(load(child).phase()).isEqualTo(Phase.ACTIVE);
        assertThatThrownBy(() -> desk.preview(parent, new Reopen("x"), ANN)).hasMessageContaining("TRANSITION_UNKNOWN");
    }

    @Test
    void nobody_but_the_system_says_what_became_of_a_cascade() {
        IncidentId parent = fixture.started();
        child(parent);
        RelationCommand.EndCascade end = new RelationCommand.EndCascade(1, List.of());

        assertThatThrownBy(() -> desk.handle(parent, end, ANN)).hasMessageContaining("ROLE_REQUIRED");
        assertThatThrownBy(() -> desk.handle(parent, end, Actor.SYSTEM)).hasMessageContaining("CASCADE_UNKNOWN");
    }

    /** A store that stops answering after some appends, as for a process that was killed. */
    private static IncidentStore dyingAfter(IncidentStore real, AtomicInteger appends) {
        return (IncidentStore) Proxy.newProxyInstance(
                IncidentStore.class.getClassLoader(), new Class<?>[] {IncidentStore.class}, (proxy, method, given) -> {
                    if (given != null
                            && given.length == 1
                            && given[0] instanceof Append
                            && appends.getAndDecrement() <= 0) {
                        throw new StoreException("the process was killed");
                    }
                    try {
                        return method.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private ServiceDesk dying(int after) {
        return ServiceDesk.builder(dyingAfter(fixture.store, new AtomicInteger(after)), desk.definition())
                .clock(fixture.clock)
                .build();
    }

    @Test
    void a_process_that_is_killed_between_the_parents_step_and_the_childrens_has_them_done_once_later() {
        for (int appends = 1; appends <= 4; appends++) {
            IncidentId parent = fixture.started();
            IncidentId one = child(parent);
            IncidentId other = child(parent);
            dying(appends).handle(parent, RESOLVE, ANN);
            assertThat(load(parent).phase()).isEqualTo(Phase.RESOLVED);
            assertThat(results(parent)).hasSize(appends == 4 ? 2 : 0);
            long versionOfFirst = load(one).version();

            fixture.clock.advance(Duration.ofSeconds(1));
            new TimerRunner(desk).tick();
            new TimerRunner(desk).tick();

            assertThat(results(parent))
                    .as("killed after %s appends", appends)
                    .containsExactly(
                            new CascadeResult(one, CascadeOutcome.DONE, List.of()),
                            new CascadeResult(other, CascadeOutcome.DONE, List.of()));
            assertThat(load(one).phase()).isEqualTo(Phase.RESOLVED);
            assertThat(load(other).phase()).isEqualTo(Phase.RESOLVED);
            assertThat(load(one).version()).isEqualTo(versionOfFirst + (appends == 1 ? 1 : 0));
            assertThat(new Housekeeping(desk).rebuild(Housekeeping.Mode.COMPARE))
                    .isEmpty();
        }
    }

    @Test
    void a_child_that_left_its_parent_before_the_cascade_went_on_is_left_alone() {
        IncidentId parent = fixture.started();
        IncidentId child = child(parent);
        dying(1).handle(parent, RESOLVE, ANN);
        desk.handle(child, new Unlink(new Relation(RelationKind.PARENT, parent.value())), ANN);

        new TimerRunner(desk).tick();

        assertThat(load(child).phase()).isEqualTo(Phase.ACTIVE);
        assertThat(results(parent)).containsExactly(new CascadeResult(child, CascadeOutcome.GONE, List.of()));
    }

    @Test
    void nodes_that_finish_a_cascade_at_once_write_what_became_of_it_once() throws Exception {
        IncidentId parent = fixture.started();
        IncidentId child = child(parent);
        dying(1).handle(parent, RESOLVE, ANN);
        Incident asked = load(parent);
        CascadeWork work = new CascadeWork(desk.writer());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(threads.submit(() -> work.run(asked, desk.definition())));
        }
        for (Future<?> each : all) {
            each.get();
        }
        threads.shutdown();

        assertThat(results(parent)).containsExactly(new CascadeResult(child, CascadeOutcome.DONE, List.of()));
        assertThat(desk.events(child).stream().filter(LifecycleEvent.Resolved.class::isInstance))
                .hasSize(1);
    }
}
