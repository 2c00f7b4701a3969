package dev.incidentkit.examples.replay;

import dev.incidentkit.metrics.Counts;
import dev.incidentkit.metrics.Summary;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what a replay found, for people. */
final class ReportPrinter {
    private static final int FEW = 8;
    private static final int FEW_LINES = 3;

    private final PrintWriter out;
    private final ReplayRun run;
    private final boolean verbose;

    ReportPrinter(PrintWriter out, ReplayRun run, boolean verbose) {
        this.out = out;
        this.run = run;
        this.verbose = verbose;
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }

    private void title(String text) {
        out.println();
        out.println(text);
    }

    void print(String name) {
        Figures figures = run.figures();
        line("%s: %,d rows, %,d incidents", name, figures.rows(), figures.incidents());
        states(figures);
        resolution(figures);
        new MetricsPrinter(out, figures.metrics(), verbose).print();
        matrix(figures);
        monthly(figures);
        counts("Reopened (times: incidents)", figures.reopenings());
        transitions();
        verdict();
        oddities();
    }

    private void states(Figures figures) {
        counts("Rows by state", figures.rowsByState());
        counts("Incidents by final status", figures.finalStatus());
    }

    private void counts(String title, Counts<?> counts) {
        title(title);
        line(
                "  %s",
                counts.asMap().entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%s: %,d", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("   ")));
    }

    private void resolution(Figures figures) {
        title("Minutes from opened to resolved, physical time, by final priority");
        line(
                "  %-14s %9s %9s %8s %14s %11s %10s %8s %8s",
                "priority", "incidents", "first row", "measured", "sum", "mean", "median", "p90", "p95");
        LogMetrics metrics = figures.metrics();
        metrics.openedToResolved()
                .forEach((priority, summary) -> minutes(
                        priority,
                        figures.finalPriority().of(priority),
                        figures.firstPriority().of(priority),
                        new Minutes(summary)));
        Summary all = metrics.openedToResolvedOfAll();
        if (all.count() > 0) {
            minutes("all", figures.incidents(), figures.incidents(), new Minutes(all));
        }
        if (metrics.unstated() > 0) {
            line("  left out: %,d incidents of which the log does not say when they were resolved", metrics.unstated());
        }
    }

    private void minutes(String name, long last, long first, Minutes figure) {
        line(
                "  %-14s %,9d %,9d %,8d %,14d %,11.1f %,10.1f %,8d %,8d",
                name,
                last,
                first,
                figure.count(),
                figure.sum(),
                figure.mean(1),
                figure.median(),
                figure.percentile(90),
                figure.percentile(95));
    }

    private void matrix(Figures figures) {
        List<Map.Entry<Figures.Cell, Figures.CellCount>> differing = figures.cells().entrySet().stream()
                .filter(entry -> !entry.getKey().priority().equals(entry.getValue().expected))
                .toList();
        title("Priorities that differ from the matrix");
        if (differing.isEmpty()) {
            line("  none");
        }
        differing.forEach(entry -> line(
                "  impact %s x urgency %s: the log says %s, the matrix %s (%,d rows, %,d incidents)",
                entry.getKey().impact(),
                entry.getKey().urgency(),
                entry.getKey().priority(),
                entry.getValue().expected,
                entry.getValue().rows,
                entry.getValue().incidents));
    }

    private void monthly(Figures figures) {
        title("Incidents by the month in which they were opened");
        List<String> cells = figures.months().asMap().entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s %,6d", entry.getKey(), entry.getValue()))
                .toList();
        for (int from = 0; from < cells.size(); from += 6) {
            line("  %s", String.join("   ", cells.subList(from, Math.min(from + 6, cells.size()))));
        }
    }

    private void transitions() {
        title("Changes of status");
        run.verdict()
                .transitions()
                .most(verbose ? Integer.MAX_VALUE : FEW)
                .forEach((step, count) -> line("  %,8d  %s", count, step));
        more(run.verdict().transitions().asMap().size(), "changes");
    }

    private void verdict() {
        StrictVerdict verdict = run.verdict();
        title(String.format(
                Locale.ROOT,
                "What the ITIL lifecycle would have refused: something in %,d of %,d incidents",
                verdict.refusedIncidents(),
                verdict.incidents()));
        verdict.refused().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, StrictVerdict.Refusals> e) -> e.getValue().rows)
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(verbose ? Long.MAX_VALUE : FEW)
                .forEach(entry ->
                        line("  %,8d  %s (%s)", entry.getValue().rows, entry.getKey(), lines(entry.getValue().lines)));
        more(verdict.refused().size(), "refusals");
    }

    private void oddities() {
        Oddities odd = run.oddities();
        title("Oddities");
        odd.found().stream()
                .limit(verbose ? Long.MAX_VALUE : FEW)
                .forEach(entry ->
                        line("  %,8d  %s (%s)", entry.getValue().count, entry.getKey(), lines(entry.getValue().lines)));
        line("  %,8d  neighbouring rows of an incident share a minute", odd.total("neighbour_pairs_same_minute"));
        line("  %,8d  incidents begin in another state than New", odd.total("cases_without_New_row"));
        line("  %,8d  incidents were never seen resolved", odd.withoutResolved().size());
        if (!odd.faults().isEmpty()) {
            line(
                    "  %,8d  rows could not be read and were left out",
                    odd.faults().size());
        }
        more(odd.found().size(), "oddities");
    }

    private void more(int size, String what) {
        if (!verbose && size > FEW) {
            line("            and %,d more %s, with --verbose", size - FEW, what);
        }
    }

    private String lines(List<Long> lines) {
        int shown = verbose ? FEW_LINES * 4 : FEW_LINES;
        String list = lines.stream().limit(shown).map(String::valueOf).collect(Collectors.joining(", "));
        return (lines.size() == 1 ? "line " : "lines ") + list + (lines.size() > shown ? ", ..." : "");
    }
}
