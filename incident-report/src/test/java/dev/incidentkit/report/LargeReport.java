package dev.incidentkit.report;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.sla.SlaPresets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Some hundred incidents of most kinds, with long names: what a page must hold. */
final class LargeReport {
    private static final Instant BEGIN = Instant.parse("2025-10-01T06:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-04-30T10:00:00Z");
    private static final List<String> PARTS = List.of("vpn", "mail", "printing on the third floor", "payroll", "sso");
    private static final PriorityMatrix MATRIX = PriorityMatrix.itil3x3();
    private static final ProcessDefinition DEFINITION = ProcessDefinition.builder(
                    "service-desk", Lifecycle.itil(), TriagePolicy.matrix(MATRIX))
            .slas(SlaPresets.itil())
            .build();

    private final Random random = new Random(2026);
    private Instant at = BEGIN;

    private LargeReport() {}

    static IncidentReport report() {
        ReportFold fold = ReportFold.of(ReportPlan.of(DEFINITION, AS_OF, ZoneId.of("Europe/Berlin"))
                .titled("Incidents of the service desk", "several hundred made-up records")
                .withMatrix(MATRIX)
                .withSlowest(3));
        LargeReport made = new LargeReport();
        IntStream.range(1, 400).mapToObj(made::next).map(LargeReport::byThen).forEach(fold::add);
        return fold.report();
    }

    /** The record as far as it had taken effect. */
    private static List<IncidentEvent> byThen(List<IncidentEvent> record) {
        return record.stream()
                .filter(event -> !event.meta().effectiveAt().isAfter(AS_OF))
                .toList();
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String later(int minutes) {
        at = at.plus(Duration.ofMinutes(1 + random.nextInt(minutes)));
        return at.toString();
    }

    private List<IncidentEvent> next(int number) {
        at = BEGIN.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 205)));
        Category category = new Category(PARTS.get((int) (PARTS.size() * random.nextDouble() * random.nextDouble()))
                + "/" + PARTS.get(random.nextInt(PARTS.size())));
        Impact impact = MATRIX.impacts().at(Math.min(2, random.nextInt(4)));
        Urgency urgency = MATRIX.urgencies().at(random.nextInt(3));
        String reported = at.toString();
        Story story = Story.of("INC" + (1_000_000 + number), reported, category, impact, urgency)
                .priority(reported, MATRIX.at(impact, urgency));
        if (chance(0.04)) {
            return story.cancel(later(500)).events();
        }
        if (chance(0.02)) {
            return story.events();
        }
        story.assign(later(30), Owner.group("network")).acknowledge(at.toString(), Story.ANN);
        story.start(later(300));
        work(story);
        return story.events();
    }

    private void work(Story story) {
        if (chance(0.3)) {
            story.hold(later(400), chance(0.5) ? HoldReason.CALLER : HoldReason.VENDOR);
            story.resume(later(4_000));
        }
        if (chance(0.03)) {
            return;
        }
        story.resolve(later(chance(0.1) ? 20_000 : 1_500));
        if (chance(0.08)) {
            story.reopen(later(1_000)).resolve(later(2_000));
        }
        if (chance(0.95)) {
            story.close(later(7_000));
        }
    }
}
