package dev.incidentkit.report;

import dev.incidentkit.metrics.BacklogDay;
import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.Metrics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The sections that tell how things went on from period to period. */
final class TrendSections {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);

    private TrendSections() {}

    static List<ReportSection> of(ReportFold fold) {
        return List.of(volume(fold), resolution(fold));
    }

    static String period(ReportFold fold) {
        return fold.plan().period().name().toLowerCase(Locale.ROOT);
    }

    /** The days of one period together. */
    private static final class Sum {
        private long opened;
        private long ended;
        private long backlog;

        void add(BacklogDay day) {
            opened += day.opened();
            ended += day.ended();
            backlog = day.backlog();
        }
    }

    private static ReportSection volume(ReportFold fold) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        long n = 0;
        for (BacklogDay day : fold.backlog().days()) {
            sums.computeIfAbsent(fold.plan().period().label(day.day()), key -> new Sum())
                    .add(day);
            n += day.opened();
        }
        List<ReportRow> rows = new ArrayList<>();
        sums.forEach((label, sum) -> rows.add(ReportRow.of(
                label, ReportValue.count(sum.opened), ReportValue.count(sum.ended), ReportValue.count(sum.backlog))));
        SortedMap<String, Long> excluded = fold.backlog().excluded().asMap();
        String period = period(fold);
        ReportSection section = ReportSection.of(
                "trend",
                "Trend",
                "Incidents reported and ended by " + period
                        + ", and the backlog at its end: reported minus ended of all days up to it.",
                new ReportSection.Table(
                        period, List.of("reported", "ended", "backlog"), rows, ReportBasis.of(n, excluded)));
        return section.with(counts(period, rows));
    }

    private static ReportChart counts(String period, List<ReportRow> rows) {
        return new ReportChart(
                "Reported, ended and backlog by " + period,
                "Two bars for each " + period + " tell how many incidents were reported and ended, a line the backlog.",
                false,
                rows.stream().map(ReportRow::name).toList(),
                List.of(
                        series("reported", ReportChart.Mark.BAR, ReportChart.Tone.FIRST, rows, 0),
                        series("ended", ReportChart.Mark.BAR, ReportChart.Tone.SECOND, rows, 1),
                        series("backlog", ReportChart.Mark.LINE, ReportChart.Tone.NEUTRAL, rows, 2)));
    }

    static ReportChart.Series series(
            String name, ReportChart.Mark mark, ReportChart.Tone tone, List<ReportRow> rows, int column) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        ReportChart.Axis axis = ReportChart.Axis.COUNT;
        for (ReportRow row : rows) {
            ReportValue value = row.values().get(column);
            axis = switch (value.kind()) {
                case SHARE -> ReportChart.Axis.SHARE;
                case TIME -> ReportChart.Axis.HOURS;
                case COUNT, TEXT, SCORE, MONEY -> ReportChart.Axis.COUNT;
            };
            BigDecimal number = value.number();
            values.add(
                    number == null || value.kind() != ValueKind.TIME
                            ? number
                            : number.divide(HOUR, 2, RoundingMode.HALF_UP));
        }
        return new ReportChart.Series(name, mark, axis, tone, values);
    }

    private static ReportSection resolution(ReportFold fold) {
        List<ReportRow> rows = new ArrayList<>();
        for (Figure figure : FigureRows.byPeriod(fold, Metrics.RESOLVE)) {
            rows.add(FigureRows.row(figure.group().period(), figure, "median", "p90", "p95", "max"));
        }
        String period = period(fold);
        ReportSection section = ReportSection.of(
                "resolution-trend",
                "Time to resolve",
                "From report to the resolution that holds, in physical time, by the " + period + " of the report.",
                new ReportSection.Table(
                        period,
                        List.of("median", "p90", "p95", "longest"),
                        rows,
                        ReportBasis.of(FigureRows.whole(fold.figures(), Metrics.RESOLVE))));
        return section.with(hours(period, rows));
    }

    private static ReportChart hours(String period, List<ReportRow> rows) {
        return new ReportChart(
                "Hours to resolve by " + period + " of the report",
                "A line for the median and one for the 90th percentile.",
                false,
                rows.stream().map(ReportRow::name).toList(),
                List.of(
                        series("median", ReportChart.Mark.LINE, ReportChart.Tone.FIRST, rows, 0),
                        series("p90", ReportChart.Mark.LINE, ReportChart.Tone.SECOND, rows, 1)));
    }
}
