package dev.incidentkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.AlertEvent;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People are told when a condition begins to flap, and not of each of its changes. */
class FlapSpellsTest {
    private final DeskFixture fixture = new DeskFixture(AlertDeskTest.definition());
    private final AlertDesk alerts = new AlertDesk(fixture.desk, MaintenancePort.none());

    private IncidentId take(String resource, boolean fires) {
        Alert alert = fires
                ? Alert.firing("watch", "ping", resource, fixture.clock.instant(), "It does not answer")
                : Alert.cleared("watch", "ping", resource, fixture.clock.instant(), "It answers");
        AlertResult result = alerts.receive(List.of(alert), AlertDeskTest.WATCH).get(0);
        return Optional.ofNullable(result.incident()).orElseThrow();
    }

    /** Four changes make it flap, four more go on, and then it is quiet for long enough. */
    private void flap(String resource) {
        for (int i = 0; i < 8; i++) {
            fixture.clock.advance(Duration.ofSeconds(30));
            take(resource, i % 2 == 1);
        }
        fixture.clock.advance(Duration.ofMinutes(16));
        new TimerRunner(fixture.desk).tick();
    }

    private static List<IncidentEvent> flaps(Incident incident) {
        return incident.history().stream()
                .filter(AlertEvent.Flapping.class::isInstance)
                .toList();
    }

    @Test
    @Tag("C-71")
    void people_are_told_once_each_time_that_a_condition_begins_to_flap() {
        IncidentId id = take("zrh-1", true);
        flap("zrh-1");
        flap("zrh-1");

        Incident incident = fixture.desk.load(id).orElseThrow();
        List<IncidentEvent> flaps = flaps(incident);
        assertThat(flaps).hasSize(10);
        assertThat(flaps)
                .filteredOn(event -> NotificationFilter.standard().tells(event, incident))
                .containsExactly(flaps.get(0), flaps.get(5));
    }

    @Test
    @Tag("C-71")
    void each_condition_has_spells_of_its_own() {
        IncidentId id = take("zrh-1", true);
        IncidentId other = take("gva-1", true);
        flap("zrh-1");
        flap("gva-1");

        for (IncidentId each : List.of(id, other)) {
            Incident incident = fixture.desk.load(each).orElseThrow();
            List<IncidentEvent> flaps = flaps(incident);
            assertThat(flaps)
                    .hasSize(5)
                    .filteredOn(event -> NotificationFilter.standard().tells(event, incident))
                    .containsExactly(flaps.get(0));
        }
    }
}
