package dev.incidentkit.report;

import dev.incidentkit.metrics.Figure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The sections that tell how service levels were kept. */
final class ComplianceSections {
    private static final List<String> KINDS =
            List.of("met", "missed", "cancelled", "running in time", "running breached");
    private static final List<ReportChart.Tone> TONES = List.of(
            ReportChart.Tone.GOOD,
            ReportChart.Tone.BAD,
            ReportChart.Tone.FAINT,
            ReportChart.Tone.NEUTRAL,
            ReportChart.Tone.WARNING);
    private static final List<String> COLUMNS =
            List.of("met", "missed", "cancelled", "running in time", "running breached", "compliance");
    private static final int SHARE = COLUMNS.size() - 1;

    private ComplianceSections() {}

    static List<ReportSection> of(ReportFold fold) {
        return List.of(byPriority(fold), byPeriod(fold));
    }

    private static ReportRow row(String name, Figure figure) {
        List<ReportValue> values = new ArrayList<>();
        for (String kind : KINDS) {
            values.add(figure.values().isEmpty() ? ReportValue.count(0) : FigureRows.value(figure, kind));
        }
        values.add(FigureRows.value(figure, "share"));
        return new ReportRow(name, values, ReportBasis.of(figure));
    }

    private static ReportSection byPriority(ReportFold fold) {
        List<ReportRow> rows = new ArrayList<>();
        List<ReportRow> charted = new ArrayList<>();
        for (ReportFold.Target target : fold.targets()) {
            rows.add(row(target.name(), FigureRows.whole(fold.figures(), target.compliance())));
            for (Figure figure : FigureRows.byPriority(fold, target.compliance())) {
                ReportRow row = row(target.name() + ", " + FigureRows.group(figure), figure);
                rows.add(row);
                if (figure.n() > 0) {
                    charted.add(row);
                }
            }
        }
        List<ReportChart.Series> series = new ArrayList<>();
        for (int i = 0; i < KINDS.size(); i++) {
            series.add(TrendSections.series(KINDS.get(i), ReportChart.Mark.STACKED, TONES.get(i), charted, i));
        }
        return ReportSection.of(
                        "compliance",
                        "Service levels",
                        "Clocks of each target, a cycle each, as of the report: met + missed + cancelled + running = all."
                                + " Compliance = met / (met + missed + running breached).",
                        new ReportSection.Table("target", COLUMNS, rows, total(fold)))
                .with(new ReportChart(
                        "Clocks by target and priority",
                        "A bar for each target and priority, made of the clocks that were met, missed, cancelled, and those"
                                + " that still run.",
                        true,
                        charted.stream().map(ReportRow::name).toList(),
                        series));
    }

    /** Of all targets together: clocks, and incidents without one, are counted once for each target. */
    private static ReportBasis total(ReportFold fold) {
        long n = 0;
        TreeMap<String, Long> excluded = new TreeMap<>();
        for (ReportFold.Target target : fold.targets()) {
            Figure figure = FigureRows.whole(fold.figures(), target.compliance());
            n += figure.n();
            figure.excluded().forEach((reason, count) -> excluded.merge(reason, count, Long::sum));
        }
        return ReportBasis.of(n, excluded);
    }

    private static ReportSection byPeriod(ReportFold fold) {
        List<ReportRow> rows = new ArrayList<>();
        Set<String> periods = new LinkedHashSet<>();
        List<ReportChart.Series> series = new ArrayList<>();
        for (ReportFold.Target target : fold.targets()) {
            List<ReportRow> own = new ArrayList<>();
            for (Figure figure : FigureRows.byPeriod(fold, target.compliance())) {
                periods.add(figure.group().period());
                own.add(row(figure.group().period() + ", " + target.name(), figure));
            }
            series.add(TrendSections.series(
                    target.name(), ReportChart.Mark.LINE, ReportChart.Tone.of(series.size()), own, SHARE));
            rows.addAll(own);
        }
        String period = TrendSections.period(fold);
        return ReportSection.of(
                        "compliance-trend",
                        "Service levels over time",
                        "Clocks by the " + period + " in which their incidents were reported.",
                        new ReportSection.Table(period, COLUMNS, rows, total(fold)))
                .with(new ReportChart(
                        "Compliance by " + period + " of the report",
                        "A line for each target.",
                        false,
                        List.copyOf(periods),
                        series));
    }
}
