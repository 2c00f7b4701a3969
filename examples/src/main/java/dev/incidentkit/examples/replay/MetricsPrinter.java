package dev.incidentkit.examples.replay;

import dev.incidentkit.metrics.BacklogDay;
import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.metrics.Unit;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints metrics for people: each with how many it is of, and how many were left out and why. */
final class MetricsPrinter {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);

    private final PrintWriter out;
    private final LogMetrics metrics;
    private final boolean verbose;

    MetricsPrinter(PrintWriter out, LogMetrics metrics, boolean verbose) {
        this.out = out;
        this.metrics = metrics;
        this.verbose = verbose;
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }

    void print() {
        out.println();
        out.println("Metrics, times in hours of physical time");
        line("  %-34s %8s %9s %10s %9s %9s   %s", "metric", "n", "left out", "mean", "median", "p90", "why left out");
        for (Metric metric : metrics.fold().plan().metrics()) {
            boolean told = metric.unit() == Unit.MILLISECONDS && !metric.equals(LogMetrics.OPENED_TO_RESOLVED);
            if (told) {
                metrics.overall(metric).forEach(this::times);
            }
        }
        for (Metric metric : List.of(Metrics.REOPEN_RATE, Metrics.REASSIGNMENT_RATE)) {
            metrics.overall(metric).forEach(this::share);
        }
        metrics.compliance().forEach(metric -> metrics.overall(metric).forEach(this::share));
        backlog();
        out.println();
        out.println("Checks");
        metrics.checks().forEach(check -> line("  %s", check));
        metrics.faults().stream().limit(verbose ? Long.MAX_VALUE : 3).forEach(fault -> line("  FAULT %s", fault));
    }

    private void times(Figure figure) {
        String name = figure.part().isEmpty() ? figure.metric() : "  " + figure.part();
        if (figure.n() > 0 && (figure.part().isEmpty() || verbose || isStatus(figure))) {
            line(
                    "  %-34s %,8d %,9d %,10.1f %,9.1f %,9.1f   %s",
                    name,
                    figure.n(),
                    figure.population() - figure.n(),
                    hours(figure, "mean"),
                    hours(figure, "median"),
                    hours(figure, "p90"),
                    figure.part().isEmpty() ? reasons(figure) : "");
        }
    }

    private static boolean isStatus(Figure figure) {
        return figure.metric().equals(Metrics.TIME_IN_STATUS.name());
    }

    private static BigDecimal hours(Figure figure, String value) {
        return figure.value(value).divide(HOUR, 1, RoundingMode.HALF_UP);
    }

    private static String reasons(Figure figure) {
        return figure.excluded().entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s: %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void share(Figure figure) {
        String kinds = figure.values().entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("share") && entry.getValue().signum() > 0)
                .map(entry -> String.format(
                        Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue().longValue()))
                .collect(Collectors.joining(", "));
        BigDecimal share = figure.values().getOrDefault("share", BigDecimal.ZERO);
        line(
                "  %-34s %,8d %,9d %9.2f%%   %s",
                figure.metric(), figure.n(), figure.population() - figure.n(), share.movePointRight(2), kinds);
    }

    private void backlog() {
        List<BacklogDay> days = metrics.backlog().days();
        if (days.isEmpty()) {
            return;
        }
        BacklogDay most = days.stream()
                .max(Comparator.comparingLong(BacklogDay::backlog)
                        .thenComparing(BacklogDay::day, Comparator.reverseOrder()))
                .orElseThrow();
        out.println();
        line(
                "Backlog by day: %,d days, most %,d at the end of %s; at the end of each month",
                days.size(), most.backlog(), most.day());
        Map<String, Long> months = days.stream()
                .collect(Collectors.toMap(
                        day -> day.day().toString().substring(0, 7), BacklogDay::backlog, (a, b) -> b, TreeMap::new));
        List<String> cells = months.entrySet().stream()
                .map(month -> String.format(Locale.ROOT, "%s %,6d", month.getKey(), month.getValue()))
                .toList();
        for (int from = 0; from < cells.size(); from += 6) {
            line("  %s", String.join("   ", cells.subList(from, Math.min(from + 6, cells.size()))));
        }
    }
}
