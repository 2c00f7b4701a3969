package dev.incidentkit.report;

import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.metrics.Unit;
import java.util.ArrayList;
import java.util.List;

/** The sections that tell metrics over all incidents. */
final class MetricSections {
    private static final String FORMULA = "formula";

    private final ReportFold fold;
    private final ReportBasis all;

    MetricSections(ReportFold fold) {
        this.fold = fold;
        this.all = ReportBasis.of(whole(Metrics.VOLUME));
    }

    private Figure whole(Metric metric) {
        return FigureRows.whole(fold.figures(), metric);
    }

    ReportSection summary() {
        List<ReportRow> rows = new ArrayList<>();
        rows.add(FigureRows.row("Reported", whole(Metrics.VOLUME), "incidents"));
        Figure open = whole(fold.backlogAge());
        rows.add(new ReportRow("Open", List.of(ReportValue.count(open.n())), ReportBasis.of(open)));
        rows.add(FigureRows.row("Acknowledged after (median)", whole(Metrics.ACKNOWLEDGE), "median"));
        rows.add(FigureRows.row("Resolved after (median)", whole(Metrics.RESOLVE), "median"));
        for (ReportFold.Target target : fold.targets()) {
            rows.add(FigureRows.row(target.name() + " met", whole(target.compliance()), "share"));
        }
        rows.add(FigureRows.row("Reopened", whole(Metrics.REOPEN_RATE), "share"));
        return ReportSection.of(
                "summary",
                "At a glance",
                "Open incidents are those reported and not ended. A service level is met by met / (met + missed + running"
                        + " breached) of its clocks.",
                new ReportSection.Table("figure", List.of("value"), rows, all));
    }

    ReportSection times() {
        List<ReportRow> rows = new ArrayList<>();
        for (Metric metric : fold.figures().plan().metrics()) {
            if (metric.unit() == Unit.MILLISECONDS) {
                rows(metric, rows, "mean", "median", "p90", "p95", "max");
            }
        }
        return ReportSection.of(
                "times",
                "Times",
                "Physical time. A percentile is the nearest rank; the median of an even count is the mean of both middle"
                        + " values. " + exactness(),
                new ReportSection.Table(
                        "metric", List.of("mean", "median", "p90", "p95", "longest", FORMULA), rows, all));
    }

    private String exactness() {
        boolean exact = fold.figures().figures(ReportFold.WHOLE).stream()
                .allMatch(figure -> figure.relativeError().signum() == 0);
        return exact
                ? "All figures are exact."
                : "Counts, sums and means are exact; percentiles of more than "
                        + fold.figures().plan().exactUpTo() + " numbers are at most 0.1 % too high.";
    }

    private void rows(Metric metric, List<ReportRow> rows, String... names) {
        for (Figure figure : FigureRows.wholeAndParts(fold.figures(), metric)) {
            boolean isWhole = figure.part().isEmpty();
            List<ReportValue> values = new ArrayList<>(FigureRows.values(figure, names));
            values.add(ReportValue.text(isWhole ? metric.text() : ""));
            String name = isWhole ? figure.metric() : figure.metric() + ": " + figure.part();
            rows.add(new ReportRow(name, values, ReportBasis.of(figure)));
        }
    }

    ReportSection rates() {
        List<ReportRow> rows = new ArrayList<>();
        for (Metric metric : Metrics.standard()) {
            if (metric.tallies() != null && metric.tallies().hasShare()) {
                rows(metric, rows, "yes", "no", "share");
            }
        }
        return ReportSection.of(
                "rates",
                "Rates",
                "Shares of incidents of which something holds.",
                new ReportSection.Table("metric", List.of("yes", "no", "share", FORMULA), rows, all));
    }

    ReportSection amounts() {
        List<ReportRow> rows = new ArrayList<>();
        for (Metric metric : Metrics.standard()) {
            if (metric.unit() == Unit.SCORE || metric.unit() == Unit.MONEY) {
                rows(metric, rows, "mean", "median", "p90", "max", "sum");
            }
        }
        return ReportSection.of(
                "amounts",
                "Satisfaction and cost",
                "Scores of callers, 1 to 5, and what recorded work and misses cost.",
                new ReportSection.Table(
                        "metric", List.of("mean", "median", "p90", "largest", "sum", FORMULA), rows, all));
    }
}
