package dev.incidentkit.report;

import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.GroupKey;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns figures into values of a report. */
final class FigureRows {
    static final String ALL = "all";

    private FigureRows() {}

    /** The figure of all incidents; of none, one that says so. */
    static Figure whole(MetricFold fold, Metric metric) {
        return wholeAndParts(fold, metric).get(0);
    }

    static List<Figure> wholeAndParts(MetricFold fold, Metric metric) {
        List<Figure> found = fold.figures(ReportFold.WHOLE, metric);
        return found.isEmpty() ? List.of(nothing(metric)) : found;
    }

    private static Figure nothing(Metric metric) {
        return new Figure(
                metric.name(),
                metric.formula(),
                GroupKey.ALL,
                "",
                metric.unit(),
                0,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                Map.of(),
                BigDecimal.ZERO);
    }

    /** One of a figure's values; a dash where it has none. */
    static ReportValue value(Figure figure, String name) {
        BigDecimal value = figure.values().get(name);
        if (value == null) {
            return ReportValue.none(name.equals("share") ? ValueKind.SHARE : kind(figure.unit()));
        }
        if (name.equals("share")) {
            return ReportValue.share(value);
        }
        return switch (figure.unit()) {
            case MILLISECONDS -> ReportValue.time(value);
            case SCORE -> ReportValue.score(value);
            case MONEY -> ReportValue.money(value);
            case COUNT -> ReportValue.count(value.longValueExact());
        };
    }

    private static ValueKind kind(Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> ValueKind.TIME;
            case SCORE -> ValueKind.SCORE;
            case MONEY -> ValueKind.MONEY;
            case COUNT -> ValueKind.COUNT;
        };
    }

    static List<ReportValue> values(Figure figure, String... names) {
        List<ReportValue> values = new ArrayList<>();
        for (String name : names) {
            values.add(value(figure, name));
        }
        return values;
    }

    static ReportRow row(String name, Figure figure, String... names) {
        return new ReportRow(name, values(figure, names), ReportBasis.of(figure));
    }

    /** The figures of a metric by priority, the most severe first, then what the definition does not know. */
    static List<Figure> byPriority(ReportFold fold, Metric metric) {
        return fold.figures().figures(ReportFold.BY_PRIORITY, metric).stream()
                .filter(figure -> figure.part().isEmpty())
                .sorted(Comparator.comparingInt((Figure figure) -> rank(fold, group(figure)))
                        .thenComparing(FigureRows::group))
                .toList();
    }

    static int rank(ReportFold fold, String priority) {
        return fold.plan()
                .definition()
                .priorities()
                .find(priority)
                .map(Priority::rank)
                .orElse(Integer.MAX_VALUE);
    }

    static String group(Figure figure) {
        return figure.group().values().get(0);
    }

    /** The figures of a metric by period, in order. */
    static List<Figure> byPeriod(ReportFold fold, Metric metric) {
        return fold.figures().figures(ReportFold.BY_PERIOD, metric).stream()
                .filter(figure -> figure.part().isEmpty())
                .toList();
    }
}
