package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.AlertTally;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Cancel;
import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.ProcessCommand.Engage;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.WorkCommand.Link;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.SlaClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Duplicates, and merging one incident into another. */
class MergeTest {
    private final DeskFixture fixture = new DeskFixture();
    private final ServiceDesk desk = fixture.desk;

    private Incident load(IncidentId id) {
        return desk.load(id).orElseThrow();
    }

    private static Link link(RelationKind kind, String target) {
        return new Link(new Relation(kind, target));
    }

    @Test
    void what_the_merged_incident_had_goes_over_to_the_one_that_goes_on() {
        IncidentId ends = fixture.reported();
        IncidentId goesOn = fixture.started();
        desk.handle(ends, link(RelationKind.PROBLEM, "PRB-1"), ANN);
        desk.handle(ends, link(RelationKind.ATTACHMENT, "trace.pcap"), ANN);
        desk.handle(goesOn, link(RelationKind.PROBLEM, "PRB-1"), ANN);
        desk.handle(ends, new Engage(Role.RESOLVER, "ben"), ANN);

        Receipt receipt = desk.merge(ends, goesOn, "We work on it under " + goesOn, ANN);

        assertThat(receipt.incident()).isEqualTo(goesOn);
        assertThat(load(ends).phase()).isEqualTo(Phase.CANCELLED);
        assertThat(load(ends).cancelReason()).contains(CancelReason.DUPLICATE);
        assertThat(load(goesOn).relations())
                .containsExactlyInAnyOrder(
                        new Relation(RelationKind.PROBLEM, "PRB-1"),
                        new Relation(RelationKind.ATTACHMENT, "trace.pcap"),
                        new Relation(RelationKind.DUPLICATED_BY, ends.value()));
        assertThat(load(goesOn).handling().engaged(Role.RESOLVER)).containsExactly("ben");
        assertThat(load(goesOn).handling().merged()).singleElement().satisfies(merged -> {
            assertThat(merged.incident()).isEqualTo(ends);
            assertThat(merged.reporter()).isEqualTo(Reporter.person("Bob"));
        });
        assertThat(new Audit(desk).verify(ends).orElseThrow().isWhole()).isTrue();
        assertThat(new Audit(desk).verify(goesOn).orElseThrow().isWhole()).isTrue();
        assertThat(new Housekeeping(desk).rebuild(Housekeeping.Mode.COMPARE)).isEmpty();
    }

    @Test
    void children_follow_at_once_where_the_table_says_that_they_end_with_their_parent() {
        DeskFixture following =
                new DeskFixture(CascadesTest.definition(List.of(CascadeRule.same("end with it", Action.CANCEL))));
        IncidentId ends = following.reported();
        IncidentId goesOn = following.started();
        IncidentId child = following.started();
        following.desk.handle(child, link(RelationKind.PARENT, ends.value()), ANN);

        following.desk.merge(ends, goesOn, "We work on it under " + goesOn, ANN);

        Incident cancelled = following.desk.load(child).orElseThrow();
        assertThat(cancelled.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(cancelled.relations()).contains(new Relation(RelationKind.DUPLICATE_OF, goesOn.value()));
        assertThat(following.desk.load(ends).orElseThrow().handling().cascades())
                .isEmpty();
    }

    @Test
    void whoever_reported_the_merged_incident_is_told_where_it_goes_on() {
        IncidentId ends = fixture.reported();
        IncidentId goesOn = fixture.started();
        List<Notification> told = new ArrayList<>();
        new OutboxRunner(desk, told::add).tick();
        told.clear();

        desk.merge(ends, goesOn, "We work on it under " + goesOn, ANN);
        new OutboxRunner(desk, told::add).tick();

        assertThat(told)
                .filteredOn(message -> message.event() instanceof WorkEvent.Communicated)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.incident()).isEqualTo(ends);
                    assertThat(((WorkEvent.Communicated) message.event()).text().text())
                            .contains(goesOn.value());
                });
    }

    @Test
    void the_clocks_of_the_merged_incident_end_and_those_of_the_other_run_on() {
        IncidentId ends = fixture.reported();
        IncidentId goesOn = fixture.reported();
        fixture.clock.advance(Duration.ofMinutes(5));

        desk.merge(ends, goesOn, "Merged", ANN);

        SlaClock clock = desk.definition().clock();
        assertThat(clock.standings(load(ends).history(), fixture.clock.instant()))
                .isNotEmpty()
                .noneMatch(standing -> standing.state() == ClockState.RUNNING);
        assertThat(clock.standings(load(goesOn).history(), fixture.clock.instant()))
                .anyMatch(standing -> standing.state() == ClockState.RUNNING);
    }

    @Test
    @Tag("C-71")
    void alerts_of_the_merged_incident_are_counted_on_the_one_that_goes_on_from_then_on() {
        DeskFixture alerted = new DeskFixture(AlertDeskTest.definition());
        AlertDesk alerts = new AlertDesk(alerted.desk, MaintenancePort.none());
        Alert ping = Alert.firing("watch", "ping", "zrh-1", alerted.clock.instant(), "No answer");
        Alert disk = Alert.firing("watch", "disk", "zrh-1", alerted.clock.instant(), "Disk is full");
        List<AlertResult> opened = alerts.receive(List.of(ping, ping, ping, disk), AlertDeskTest.WATCH);
        IncidentId ends = Objects.requireNonNull(opened.get(0).incident());
        IncidentId goesOn = Objects.requireNonNull(opened.get(3).incident());

        alerted.desk.merge(ends, goesOn, "Same switch", ANN);
        AlertResult next = alerts.receive(List.of(ping), AlertDeskTest.WATCH).get(0);

        assertThat(next.incident()).isEqualTo(goesOn);
        Incident all = alerted.desk.load(goesOn).orElseThrow();
        assertThat(all.handling().alerts().values())
                .extracting(AlertTally::key, AlertTally::occurrences)
                .containsExactlyInAnyOrder(tuple("watch/ping/zrh-1", 4L), tuple("watch/disk/zrh-1", 1L));
        assertThat(alerted.desk.load(ends).orElseThrow().handling().alerts()).isEmpty();
    }

    @Test
    void a_duplicate_that_was_marked_before_can_still_be_merged_and_merging_twice_does_nothing() {
        IncidentId ends = fixture.reported();
        IncidentId goesOn = fixture.started();
        desk.handle(ends, new Cancel(CancelReason.DUPLICATE, goesOn, null), ANN);

        assertThat(desk.merge(ends, goesOn, "Merged", ANN).events()).isPositive();
        long version = load(goesOn).version();
        assertThat(desk.merge(ends, goesOn, "Merged", ANN).events()).isZero();

        assertThat(load(goesOn).version()).isEqualTo(version);
        assertThat(load(goesOn).handling().merged()).hasSize(1);
    }

    @Test
    void what_cannot_be_merged_is_refused_and_nothing_is_written() {
        IncidentId ends = fixture.reported();
        IncidentId resolved = fixture.resolved();
        IncidentId goesOn = fixture.started();

        assertThatThrownBy(() -> desk.merge(resolved, goesOn, "Merged", ANN))
                .hasMessageContaining("TRANSITION_UNKNOWN");
        assertThatThrownBy(() -> desk.merge(ends, ends, "Merged", ANN)).hasMessageContaining("RELATION_TO_SELF");
        assertThatThrownBy(() -> desk.merge(ends, new IncidentId("nobody"), "Merged", ANN))
                .hasMessageContaining("INCIDENT_UNKNOWN");
        assertThatThrownBy(() -> desk.merge(ends, goesOn, " ", ANN)).hasMessageContaining("text");
        assertThat(load(ends).phase()).isEqualTo(Phase.NEW);
        assertThat(load(goesOn).relations()).isEmpty();
        RelationCommand.Absorb absorb = new RelationCommand.Absorb(ends, null, List.of(), List.of(), List.of());
        assertThatThrownBy(() -> desk.handle(goesOn, absorb, Actor.SYSTEM)).hasMessageContaining("DUPLICATE_REQUIRED");
        assertThatThrownBy(() -> desk.handle(ends, new Reopen("x"), ANN)).hasMessageContaining("TRANSITION_UNKNOWN");
    }

    @Test
    void a_circle_of_duplicates_is_refused_however_long() {
        IncidentId a = fixture.reported();
        IncidentId b = fixture.reported();
        IncidentId c = fixture.reported();
        desk.handle(a, link(RelationKind.DUPLICATE_OF, b.value()), ANN);
        desk.handle(b, link(RelationKind.DUPLICATE_OF, c.value()), ANN);

        assertThatThrownBy(() -> desk.handle(c, link(RelationKind.DUPLICATE_OF, a.value()), ANN))
                .hasMessageContaining("RELATION_CIRCULAR")
                .hasMessageContaining("stands for");
        assertThatThrownBy(() -> desk.handle(a, link(RelationKind.DUPLICATED_BY, c.value()), ANN))
                .hasMessageContaining("RELATION_CIRCULAR");
    }
}
