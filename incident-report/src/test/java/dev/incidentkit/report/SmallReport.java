package dev.incidentkit.report;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Six incidents that are reckoned by hand. Each is to be resolved within 4 hours, whatever its priority, round the clock.
 *
 * <pre>
 * id  category  impact x urgency  priority  reported        resolved after  ended           way
 * A   net/vpn   HIGH HIGH         P1        Jan 10, 10:00   2 h             Jan 10, 13:00   NEW, IN_PROGRESS, RESOLVED, CLOSED
 * B   net/vpn   HIGH HIGH         P1        Jan 20, 10:00   6 h             Jan 21, 10:00   the same, ON_HOLD in between
 * C   net/lan   LOW LOW           P5        Feb  1, 10:00   3 h, reopened,  -               RESOLVED again on Feb 2, 10:00
 * D   disk      LOW LOW           P3 (not what the matrix gives)
 *                                           Feb 10, 10:00   -               -               NEW
 * E   net/vpn   LOW LOW           P5        Feb 11, 10:00   -               Feb 11, 11:00   CANCELLED
 * F   disk      HIGH LOW          P3        Feb 28, 20:00   -               -               NEW, IN_PROGRESS
 * </pre>
 */
final class SmallReport {
    static final Instant AS_OF = Instant.parse("2026-03-01T10:00:00Z");

    private static final Category VPN = new Category("net/vpn");
    private static final Category LAN = new Category("net/lan");
    private static final Category DISK = new Category("disk");

    private SmallReport() {}

    static ProcessDefinition definition() {
        Map<String, Goal> goals = Map.of(
                "P1", Goal.within(Duration.ofHours(4)),
                "P3", Goal.within(Duration.ofHours(4)),
                "P5", Goal.within(Duration.ofHours(4)));
        return ProcessDefinition.builder("small", Lifecycle.itil(), TriagePolicy.matrix(PriorityMatrix.itil3x3()))
                .slas(SlaPolicy.of(
                        "gold", SlaTarget.of(Measure.RESOLUTION, goals).build()))
                .build();
    }

    static ReportPlan plan() {
        return ReportPlan.of(definition(), AS_OF, ZoneOffset.UTC)
                .titled("Six incidents", "made up")
                .withMatrix(PriorityMatrix.itil3x3())
                .withSlowest(2);
    }

    static List<List<IncidentEvent>> records() {
        Priority p5 = new Priority("P5", 4);
        return List.of(
                Story.of("A", "2026-01-10T10:00:00Z", VPN, Impact.HIGH, Urgency.HIGH)
                        .priority("2026-01-10T10:00:00Z", Priority.P1)
                        .acknowledge("2026-01-10T10:05:00Z", Story.ANN)
                        .assign("2026-01-10T10:30:00Z", Owner.group("network"))
                        .start("2026-01-10T10:30:00Z")
                        .resolve("2026-01-10T12:00:00Z")
                        .close("2026-01-10T13:00:00Z")
                        .events(),
                Story.of("B", "2026-01-20T10:00:00Z", VPN, Impact.HIGH, Urgency.HIGH)
                        .priority("2026-01-20T10:00:00Z", Priority.P1)
                        .acknowledge("2026-01-20T10:15:00Z", Story.ANN)
                        .start("2026-01-20T11:00:00Z")
                        .hold("2026-01-20T12:00:00Z", HoldReason.VENDOR)
                        .resume("2026-01-20T14:00:00Z")
                        .resolve("2026-01-20T16:00:00Z")
                        .close("2026-01-21T10:00:00Z")
                        .events(),
                Story.of("C", "2026-02-01T10:00:00Z", LAN, Impact.LOW, Urgency.LOW)
                        .priority("2026-02-01T10:00:00Z", p5)
                        .start("2026-02-01T11:00:00Z")
                        .resolve("2026-02-01T13:00:00Z")
                        .reopen("2026-02-02T08:00:00Z")
                        .resolve("2026-02-02T10:00:00Z")
                        .events(),
                Story.of("D", "2026-02-10T10:00:00Z", DISK, Impact.LOW, Urgency.LOW)
                        .priority("2026-02-10T10:00:00Z", new Priority("P3", 2))
                        .events(),
                Story.of("E", "2026-02-11T10:00:00Z", VPN, Impact.LOW, Urgency.LOW)
                        .priority("2026-02-11T10:00:00Z", p5)
                        .cancel("2026-02-11T11:00:00Z")
                        .events(),
                Story.of("F", "2026-02-28T20:00:00Z", DISK, Impact.HIGH, Urgency.LOW)
                        .priority("2026-02-28T20:00:00Z", new Priority("P3", 2))
                        .start("2026-02-28T21:00:00Z")
                        .events());
    }

    static IncidentReport report() {
        ReportFold fold = ReportFold.of(plan());
        records().forEach(fold::add);
        return fold.report();
    }
}
