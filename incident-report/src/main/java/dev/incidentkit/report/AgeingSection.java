package dev.incidentkit.report;

import dev.incidentkit.metrics.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The section that tells how old the backlog is. */
final class AgeingSection {
    /** What the classes of {@link ReportFold#AGES} are called. */
    static final List<String> CLASSES =
            List.of("under 1 day", "1 to 3 days", "3 to 7 days", "7 to 30 days", "30 days or more");

    private AgeingSection() {}

    static ReportSection of(ReportFold fold) {
        List<ReportRow> rows = new ArrayList<>();
        List<Figure> ages = FigureRows.byPriority(fold, fold.backlogAge());
        List<Figure> classes = FigureRows.byPriority(fold, fold.backlogAgeing());
        for (int i = 0; i < ages.size(); i++) {
            rows.add(row(fold, FigureRows.group(ages.get(i)), classes.get(i), ages.get(i)));
        }
        List<ReportRow> charted = List.copyOf(rows);
        Figure whole = FigureRows.whole(fold.figures(), fold.backlogAge());
        rows.add(row(fold, FigureRows.ALL, FigureRows.whole(fold.figures(), fold.backlogAgeing()), whole));
        List<String> columns = new ArrayList<>(CLASSES);
        columns.add("median age");
        columns.add("oldest");
        List<ReportChart.Series> series = new ArrayList<>();
        for (int i = 0; i < CLASSES.size(); i++) {
            series.add(
                    TrendSections.series(CLASSES.get(i), ReportChart.Mark.STACKED, ReportChart.Tone.of(i), charted, i));
        }
        return ReportSection.of(
                        "ageing",
                        "Backlog ageing",
                        "Incidents reported and not ended at "
                                + TimeTexts.full(fold.plan().asOf(), fold.plan().zone())
                                + ", by the time since their report; a class begins with its lower bound.",
                        new ReportSection.Table("priority", columns, rows, ReportBasis.of(whole)))
                .with(new ReportChart(
                        "Open incidents by priority and age",
                        "A bar for each priority, made of a part for each class of age.",
                        true,
                        charted.stream().map(ReportRow::name).toList(),
                        series));
    }

    private static ReportRow row(ReportFold fold, String name, Figure classes, Figure age) {
        List<ReportValue> values = new ArrayList<>();
        for (String label : labels(fold)) {
            values.add(classes.values().isEmpty() ? ReportValue.count(0) : FigureRows.value(classes, label));
        }
        values.add(FigureRows.value(age, "median"));
        values.add(FigureRows.value(age, "max"));
        return new ReportRow(name, values, ReportBasis.of(age));
    }

    private static List<String> labels(ReportFold fold) {
        return Objects.requireNonNull(fold.backlogAgeing().tallies()).labels();
    }
}
