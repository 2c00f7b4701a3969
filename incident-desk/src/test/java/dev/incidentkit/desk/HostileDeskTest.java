package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Link;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.store.IncidentQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clocks that go wrong, and tenants that reach for each other. */
class HostileDeskTest {
    private final DeskFixture fixture = new DeskFixture();
    private final ServiceDesk desk = fixture.desk;

    private static List<Instant> recorded(List<IncidentEvent> events) {
        return events.stream().map(event -> event.meta().recordedAt()).toList();
    }

    private static List<IncidentEvent> signals(List<IncidentEvent> events) {
        return events.stream().filter(SlaEvent.class::isInstance).toList();
    }

    @Test
    void a_clock_that_goes_backwards_neither_turns_the_record_back_nor_sets_anything_off_twice() {
        IncidentId id = fixture.started();
        TimerRunner timers = new TimerRunner(desk);
        fixture.clock.advance(Duration.ofHours(5));
        timers.tick();
        List<IncidentEvent> before = desk.events(id);
        assertThat(signals(before)).isNotEmpty();

        fixture.clock.advance(Duration.ofHours(-5));
        desk.handle(id, new Note("The clock is wrong", Visibility.INTERNAL), ANN);
        timers.tick();
        desk.handle(id, Hold.on(HoldReason.VENDOR), ANN);
        fixture.clock.advance(Duration.ofHours(5));
        timers.tick();

        List<IncidentEvent> after = desk.events(id);
        assertThat(recorded(after)).isSorted();
        assertThat(after.stream().map(event -> event.meta().effectiveAt())).isSorted();
        assertThat(signals(after))
                .doesNotHaveDuplicates()
                .startsWith(signals(before).toArray(IncidentEvent[]::new));
        assertThat(new Audit(desk).verify(id))
                .hasValueSatisfying(verdict -> assertThat(verdict.isWhole()).isTrue());
    }

    @Test
    void a_desk_of_one_tenant_knows_nothing_of_the_incidents_of_another() {
        IncidentId theirs = fixture.started();
        ServiceDesk other = ServiceDesk.builder(
                        fixture.store.forTenant(new TenantId("other")), ProcessDefinition.itil())
                .clock(fixture.clock)
                .identities(() -> new IncidentId("OWN"))
                .build();
        IncidentId own = other.report(DeskFixture.outage("Ours"), BOB).incident();

        assertThat(other.load(theirs)).isEmpty();
        assertThat(other.store().find(IncidentQuery.all().build()).incidents())
                .singleElement()
                .satisfies(summary -> assertThat(summary.incident()).isEqualTo(own));
        assertThatThrownBy(() -> other.handle(theirs, new Start(Owner.group("network")), ANN))
                .isInstanceOf(IncidentRejectedException.class)
                .hasMessageContaining("INCIDENT_UNKNOWN");
        assertThatThrownBy(() -> other.handle(own, new Link(new Relation(RelationKind.PARENT, theirs.value())), ANN))
                .isInstanceOf(IncidentRejectedException.class)
                .hasMessageContaining("INCIDENT_UNKNOWN");
        assertThatThrownBy(() -> other.merge(own, theirs, "Merged", ANN))
                .isInstanceOf(IncidentRejectedException.class)
                .hasMessageContaining("INCIDENT_UNKNOWN");
        assertThat(new Audit(other).verify(theirs)).isEmpty();
    }

    @Test
    void the_same_identity_and_the_same_key_in_two_tenants_are_two_incidents() {
        CommandKey key = new CommandKey("mail-1");
        Receipt ours = desk.report(DeskFixture.outage("Ours"), BOB, key);
        ServiceDesk other = ServiceDesk.builder(
                        fixture.store.forTenant(new TenantId("other")), ProcessDefinition.itil())
                .clock(fixture.clock)
                .identities(ours::incident)
                .build();
        Receipt theirs = other.report(DeskFixture.outage("Theirs"), BOB, key);
        other.handle(theirs.incident(), new Start(Owner.group("network")), ANN);

        assertThat(theirs.incident()).isEqualTo(ours.incident());
        assertThat(theirs.repeated()).isFalse();
        assertThat(desk.load(ours.incident()).orElseThrow().status()).hasToString("NEW");
        assertThat(other.load(ours.incident()).orElseThrow().status()).hasToString("IN_PROGRESS");
    }
}
