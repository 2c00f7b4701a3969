package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.examples.desk.embed.Embedding;
import dev.incidentkit.examples.desk.page.JtemetricsGenerated;
import dev.incidentkit.examples.desk.view.Frame;
import dev.incidentkit.examples.desk.view.MetricsView;
import dev.incidentkit.report.IncidentReport;
import dev.incidentkit.report.ReportFold;
import dev.incidentkit.report.ReportPlan;
import dev.incidentkit.report.ReportSection;
import dev.incidentkit.store.OutboxCounts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures over all records. They are folded from the events when somebody asks, and kept for some seconds; a desk with many
 * incidents would fold them as they come, with {@code LiveFold} of {@code incident-metrics}.
 */
final class MetricsPages {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int PART = 500;
    private static final Set<String> SHOWN = Set.of("compliance", "resolution", "ageing", "rates");

    /** The report's page brings its own style and script, and loads nothing. */
    private static final String REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline';"
            + " script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Site site;
    private final Pages pages;
    private @Nullable IncidentReport last;

    MetricsPages(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    void routes(RoutesConfig routes) {
        routes.get("/metrics", this::show);
        routes.get("/metrics/report", this::whole);
    }

    private void show(Context ctx) {
        IncidentReport report = report();
        OutboxCounts counts = site.embedding().outbox().counts();
        List<ReportSection> sections = report.sections().stream()
                .filter(section -> SHOWN.contains(section.id()))
                .toList();
        MetricsView view = new MetricsView(
                report.section("summary"),
                sections,
                counts.waiting(),
                counts.parked(),
                site.notices().latest());
        Frame frame = pages.frame(ctx, "Metrics", "metrics");
        pages.html(ctx, out -> JtemetricsGenerated.render(out, null, frame, view));
    }

    private void whole(Context ctx) {
        ctx.header("Content-Security-Policy", REPORT_POLICY);
        ctx.html(report().html());
    }

    private synchronized IncidentReport report() {
        Instant now = site.embedding().now();
        IncidentReport known = last;
        if (known == null || known.asOf().isBefore(now.minus(KEPT))) {
            last = fold(now);
        }
        return Objects.requireNonNull(last);
    }

    private IncidentReport fold(Instant now) {
        Embedding embedding = site.embedding();
        ReportFold fold = ReportFold.of(ReportPlan.of(
                        embedding.definitions().current(), now, site.settings().zone())
                .titled("Ticket desk", "the records of this desk"));
        List<IncidentId> part = embedding.store().incidents(null, PART);
        while (!part.isEmpty()) {
            for (IncidentId id : part) {
                embedding.desk().load(id).filter(each -> isUpTo(each, now)).ifPresent(fold::add);
            }
            part = embedding.store().incidents(part.get(part.size() - 1), PART);
        }
        return fold.report();
    }

    /** What came in while it was folded is for the next one. */
    private static boolean isUpTo(Incident incident, Instant now) {
        return !incident.lastEffectiveAt().isAfter(now);
    }
}
