package dev.incidentkit.report;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.metrics.Case;
import dev.incidentkit.metrics.Exclusion;
import dev.incidentkit.metrics.Metrics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the incidents that took longest to resolve; of equally long ones, those whose ids come first. */
final class Slowest {
    private static final Comparator<Kept> SLOWEST_FIRST = Comparator.comparingLong(Kept::time)
            .reversed()
            .thenComparing(kept -> kept.incident().tenant().value())
            .thenComparing(kept -> kept.incident().id().value());

    private final int limit;
    private final PriorityQueue<Kept> kept = new PriorityQueue<>(SLOWEST_FIRST.reversed());
    private final TreeMap<String, Long> excluded = new TreeMap<>();
    private long n;

    /** An incident and how long it took, in milliseconds. */
    private record Kept(Incident incident, long time) {}

    Slowest(int limit) {
        this.limit = limit;
    }

    void add(Case one) {
        String reason = why(one);
        if (reason != null) {
            excluded.merge(reason, 1L, Long::sum);
            return;
        }
        n++;
        kept.add(new Kept(one.incident(), one.millis(Milestone.RESOLVED) - one.millis(Milestone.REPORTED)));
        if (kept.size() > limit) {
            kept.remove();
        }
    }

    /** Why an incident is left out; null where it is not. */
    private static @Nullable String why(Case one) {
        for (Exclusion exclusion : Metrics.RESOLVE.exclusions()) {
            if (exclusion.test().test(one.incident())) {
                return exclusion.reason();
            }
        }
        long reported = one.millis(Milestone.REPORTED);
        long resolved = one.millis(Milestone.RESOLVED);
        if (reported == Case.UNKNOWN) {
            return "no " + Milestone.REPORTED;
        }
        if (resolved == Case.UNKNOWN) {
            return "no " + Milestone.RESOLVED;
        }
        return resolved < reported ? "ends before it begins" : null;
    }

    ReportSection section(ReportPlan plan) {
        List<ReportRow> rows = new ArrayList<>();
        List<ReportPicture> pictures = new ArrayList<>();
        for (Kept one : kept.stream().sorted(SLOWEST_FIRST).toList()) {
            ReportValue time = ReportValue.time(BigDecimal.valueOf(one.time()));
            rows.add(row(plan, one.incident(), time));
            pictures.add(new ReportPicture(
                    one.incident().id().value() + ": resolved after " + time.text(), timeline(plan, one.incident())));
        }
        return ReportSection.of(
                        "slowest",
                        "The slowest incidents",
                        "Those that took longest from report to the resolution that holds, and how their clocks ran.",
                        new ReportSection.Table(
                                "incident",
                                List.of("priority", "category", "reported", "resolved", "time to resolve", "breached"),
                                rows,
                                ReportBasis.of(n, excluded)))
                .with(pictures);
    }

    private static ReportRow row(ReportPlan plan, Incident incident, ReportValue time) {
        return ReportRow.of(
                incident.id().value(),
                ReportValue.text(incident.priority().map(Priority::name).orElse("")),
                ReportValue.text(incident.category().map(Category::path).orElse("")),
                at(plan, incident, Milestone.REPORTED),
                at(plan, incident, Milestone.RESOLVED),
                time,
                ReportValue.text(breached(plan, incident)));
    }

    private static ReportValue at(ReportPlan plan, Incident incident, Milestone milestone) {
        return ReportValue.text(incident.at(milestone)
                .map(at -> TimeTexts.full(at, plan.zone()))
                .orElse(""));
    }

    private static String breached(ReportPlan plan, Incident incident) {
        return plan.definition().clock().standings(incident.history(), plan.asOf()).stream()
                .filter(SlaStanding::breached)
                .map(standing -> standing.clock().target())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String timeline(ReportPlan plan, Incident incident) {
        List<IncidentEvent> events = incident.history();
        Instant at = incident.phase().isEnd() ? incident.lastEffectiveAt() : plan.asOf();
        return ClockTimeline.svg(events, plan.definition().clock(), TimelineOptions.at(at, plan.zone()));
    }
}
