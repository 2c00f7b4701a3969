package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.AlertState;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.IncidentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** An alert that is appended without loading its incident's record leads to the same record as one that is decided. */
class AlertLawsTest {
    /** A desk with alerts over a store of its own. */
    private static final class Side {
        private final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
        private final IncidentStore store = new InMemoryIncidentStore(clock);
        private final List<IncidentId> incidents = new ArrayList<>();
        private final ServiceDesk desk;
        private final AlertDesk alerts;

        Side(NotificationFilter filter) {
            AtomicInteger numbers = new AtomicInteger();
            desk = ServiceDesk.builder(store, AlertDeskTest.definition())
                    .clock(clock)
                    .notifications(filter)
                    .identities(() -> {
                        IncidentId id = new IncidentId("INC-" + numbers.incrementAndGet());
                        incidents.add(id);
                        return id;
                    })
                    .build();
            alerts = new AlertDesk(desk, MaintenancePort.none());
        }

        /** One step of what was drawn; the same draws lead to the same steps. */
        String step(Random random) {
            int draw = random.nextInt(20);
            if (draw == 0) {
                clock.advance(Duration.ofMinutes(random.nextInt(90)));
                return "time passes";
            }
            if (draw == 1) {
                new TimerRunner(desk).tick();
                return "tick";
            }
            if (draw == 2 && !incidents.isEmpty()) {
                IncidentId id = incidents.get(random.nextInt(incidents.size()));
                desk.handle(id, new WorkCommand.Note("Looking", Visibility.INTERNAL), ANN);
                desk.bulk(List.of(id), new LifecycleCommand.Start(Owner.group("network")), ANN);
                return "people work";
            }
            List<Alert> batch = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                batch.add(alert(random));
            }
            Actor source = AlertDeskTest.WATCH;
            return alerts.receive(batch, source).get(0).effect().name();
        }

        private Alert alert(Random random) {
            AlertState state = random.nextInt(8) == 0 ? AlertState.CLEARED : AlertState.FIRING;
            String resource = random.nextInt(10) == 0 ? "lab-1" : "zrh-1";
            Instant at = clock.instant().minusSeconds(random.nextInt(100));
            return state == AlertState.FIRING
                    ? Alert.firing("watch", "check-" + random.nextInt(2), resource, at, "Fails")
                    : Alert.cleared("watch", "check-" + random.nextInt(2), resource, at, "Works");
        }

        Map<IncidentId, List<IncidentEvent>> records() {
            Map<IncidentId, List<IncidentEvent>> records = new LinkedHashMap<>();
            incidents.forEach(id -> records.put(id, desk.events(id)));
            return records;
        }
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(Random::nextLong);
    }

    @Property
    void counting_without_loading_leads_to_the_same_record(@ForAll("seeds") long seed) {
        Side quick = new Side(NotificationFilter.none());
        Side slow = new Side((event, after) -> false);
        Random ofQuick = new Random(seed);
        Random ofSlow = new Random(seed);
        for (int i = 0; i < 16; i++) {
            String effect = quick.step(ofQuick);
            assertThat(slow.step(ofSlow)).isEqualTo(effect);
            Statistics.label("step").collect(effect);
        }

        assertThat(quick.records()).isEqualTo(slow.records());
        assertThat(new Housekeeping(quick.desk).rebuild(Housekeeping.Mode.COMPARE))
                .isEmpty();
        quick.incidents.forEach(
                id -> assertThat(new Audit(quick.desk).verify(id).orElseThrow().isWhole())
                        .isTrue());
        Statistics.label("step")
                .coverage(coverage -> List.of(
                                AlertEffect.OPENED,
                                AlertEffect.COUNTED,
                                AlertEffect.REOPENED,
                                AlertEffect.RECOVERED,
                                AlertEffect.FLAPPING,
                                AlertEffect.SUPPRESSED)
                        .forEach(effect -> coverage.check(effect.name()).count(count -> count > 0)));
    }
}
