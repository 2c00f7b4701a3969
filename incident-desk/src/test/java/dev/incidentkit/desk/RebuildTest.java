package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is derived follows what it is derived from: here the rules of a time zone. */
class RebuildTest {
    private static final Instant SEVEN = Instant.parse("2026-03-02T07:00:00Z");

    private final ManualClock clock = new ManualClock(SEVEN);
    private final IncidentStore store = DeskStores.empty(clock);

    /** A node whose machine has the zone so many hours ahead of UTC. */
    private ServiceDesk node(int hours) {
        ProcessDefinition definition = ProcessDefinition.builder(ProcessDefinition.itil())
                .name("itil in a moving zone")
                .slas(SlaPresets.itil(MovingRules.zone(hours)))
                .build();
        return ServiceDesk.builder(store, definition).clock(clock).build();
    }

    private Instant nextBreach(IncidentId id) {
        return store.summary(id).map(IncidentSummary::nextBreach).orElseThrow();
    }

    private static List<Instant> breaches(ServiceDesk desk, IncidentId id) {
        return desk.events(id).stream()
                .filter(SlaEvent.Breached.class::isInstance)
                .map(event -> event.meta().effectiveAt())
                .toList();
    }

    /** Four working hours from before the opening at nine: one o'clock in the zone. */
    @Test
    void after_a_change_of_tzdb_deadlines_are_put_right_and_fire_by_the_new_rules() {
        ServiceDesk before = node(0);
        IncidentId id = before.report(
                        Report.of("VPN is slow", Reporter.person("Bob"), Channel.PHONE)
                                .impact(Impact.MEDIUM)
                                .urgency(Urgency.MEDIUM)
                                .build(),
                        ANN)
                .incident();
        Instant due = SEVEN.plus(Duration.ofHours(6)).plusMillis(1);
        assertThat(nextBreach(id)).isEqualTo(due);
        assertThat(new Housekeeping(before).rebuild(Housekeeping.Mode.COMPARE)).isEmpty();

        ServiceDesk after = node(1);
        Housekeeping housekeeping = new Housekeeping(after);
        assertThat(after.definition().hash()).isEqualTo(before.definition().hash());
        assertThat(housekeeping.rebuild(Housekeeping.Mode.REPAIR))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.incident()).isEqualTo(id);
                    assertThat(difference.found())
                            .extracting(IncidentSummary::nextBreach)
                            .isEqualTo(due);
                    assertThat(difference.expected().nextBreach()).isEqualTo(due.minus(Duration.ofHours(1)));
                    assertThat(difference.repaired()).isTrue();
                });
        assertThat(nextBreach(id)).isEqualTo(due.minus(Duration.ofHours(1)));
        assertThat(housekeeping.rebuild(Housekeeping.Mode.COMPARE)).isEmpty();

        clock.set(due.minus(Duration.ofHours(1)));
        assertThat(new TimerRunner(after).tick()).isEqualTo(1);
        assertThat(breaches(after, id)).containsExactly(due.minus(Duration.ofHours(1)));
    }
}
