package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.CascadeOutcome;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.CascadeRule;
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

/** A preview of a cascade is what then happens, over random families of incidents and random steps. */
class CascadeLawsTest {
    private static final int INCIDENTS = 6;
    private static final ProcessDefinition DEFINITION = CascadesTest.definition(CascadeRule.itil());

    /** A family of incidents that are taken through random steps. */
    private static final class Family {
        private final Random random;
        private final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
        private final ServiceDesk desk;
        private final List<IncidentId> incidents = new ArrayList<>();

        Family(long seed) {
            random = new Random(seed);
            AtomicInteger numbers = new AtomicInteger();
            desk = ServiceDesk.builder(DeskStores.empty(clock), DEFINITION)
                    .clock(clock)
                    .identities(() -> new IncidentId("INC-" + numbers.incrementAndGet()))
                    .build();
            for (int i = 0; i < INCIDENTS; i++) {
                incidents.add(
                        desk.report(DeskFixture.outage("Outage " + i), BOB).incident());
            }
            link(1, 0);
            link(2, 0);
            link(3, 2);
            for (IncidentId id : incidents.subList(0, 4)) {
                if (random.nextInt(4) > 0) {
                    desk.handle(id, new TriageCommand.Categorize(new Category("network")), ANN);
                    desk.handle(id, new LifecycleCommand.Start(Owner.group("network")), ANN);
                }
            }
        }

        private void link(int child, int parent) {
            Relation relation =
                    new Relation(RelationKind.PARENT, incidents.get(parent).value());
            desk.handle(incidents.get(child), new WorkCommand.Link(relation), ANN);
        }

        IncidentId any() {
            return incidents.get(random.nextInt(incidents.size()));
        }

        IncidentCommand command() {
            return switch (random.nextInt(11)) {
                case 0, 1 -> new LifecycleCommand.Start(random.nextBoolean() ? Owner.group("network") : null);
                case 2 -> new LifecycleCommand.Hold(HoldReason.CALLER, "Which?", null);
                case 3 -> new LifecycleCommand.Hold(HoldReason.VENDOR, null, null);
                case 4 -> LifecycleCommand.Resume.BY_HAND;
                case 5, 6 -> CascadesTest.RESOLVE;
                case 7 -> new LifecycleCommand.Reopen("Again");
                case 8 -> new TriageCommand.Categorize(new Category("network"));
                case 9 ->
                    random.nextInt(4) == 0
                            ? new LifecycleCommand.Cancel(CancelReason.WITHDRAWN, null, null)
                            : new LifecycleCommand.Reject("No");
                default ->
                    new WorkCommand.Link(new Relation(
                            random.nextBoolean() ? RelationKind.PARENT : RelationKind.CHILD, any().value()));
            };
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
    void what_is_previewed_is_what_then_happens(@ForAll("seeds") long seed) {
        Family family = new Family(seed);
        for (int step = 0; step < 8; step++) {
            family.clock.advance(Duration.ofMinutes(1));
            IncidentId id = family.any();
            IncidentCommand command = family.command();
            Actor actor = command instanceof LifecycleCommand.Reject ? BOB : ANN;
            Map<IncidentId, List<IncidentEvent>> before = family.records();
            Preview preview;
            try {
                preview = family.desk.preview(id, command, actor);
            } catch (IncidentRejectedException refusal) {
                assertThat(family.desk.check(id, command, actor)).isEqualTo(refusal.unmet());
                continue;
            }
            assertThat(family.records()).isEqualTo(before);

            family.desk.handle(id, command, actor);

            Map<IncidentId, List<IncidentEvent>> written = new LinkedHashMap<>();
            family.records().forEach((each, events) -> {
                List<IncidentEvent> more =
                        events.subList(before.getOrDefault(each, List.of()).size(), events.size());
                if (!more.isEmpty()) {
                    written.put(each, more);
                }
            });
            assertThat(preview.events()).isEqualTo(written);
            preview.cascaded().forEach(result -> Statistics.label("outcome").collect(result.outcome()));
        }
        lawsOf(family);
        Statistics.label("outcome").coverage(coverage -> {
            coverage.check(CascadeOutcome.DONE).count(count -> count > 0);
            coverage.check(CascadeOutcome.REFUSED).count(count -> count > 0);
            coverage.check(CascadeOutcome.NOTHING_TO_DO).count(count -> count > 0);
        });
    }

    /** No cascade is left over, and each ended once. */
    private static void lawsOf(Family family) {
        for (IncidentId id : family.incidents) {
            Incident incident = family.desk.load(id).orElseThrow();
            assertThat(incident.handling().cascades()).isEmpty();
            assertThat(incident.history().stream().filter(RelationEvent.CascadeEnded.class::isInstance))
                    .hasSameSizeAs(incident.history().stream()
                            .filter(RelationEvent.CascadeAsked.class::isInstance)
                            .toList());
        }
    }
}
