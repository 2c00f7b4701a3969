package dev.incidentkit.report;

import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.Metrics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The sections that tell incidents by what they are: category, priority, impact and urgency. */
final class GroupSections {
    private static final String INCIDENTS = "incidents";

    private final ReportFold fold;
    private final ReportBasis basis;

    private GroupSections(ReportFold fold) {
        this.fold = fold;
        this.basis = ReportBasis.of(FigureRows.whole(fold.figures(), Metrics.VOLUME));
    }

    static List<ReportSection> of(ReportFold fold) {
        GroupSections sections = new GroupSections(fold);
        return List.of(
                sections.priorities(),
                sections.resolutions(),
                sections.pareto(),
                sections.matrix(),
                sections.otherPriorities());
    }

    private static BigDecimal share(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    private ReportSection priorities() {
        List<ReportRow> rows = new ArrayList<>();
        for (Figure figure : FigureRows.byPriority(fold, Metrics.VOLUME)) {
            rows.add(ReportRow.of(
                    FigureRows.group(figure),
                    ReportValue.count(figure.n()),
                    ReportValue.share(share(figure.n(), basis.n()))));
        }
        return ReportSection.of(
                        "priorities",
                        "Incidents by priority",
                        "By the priority that holds at last.",
                        new ReportSection.Table("priority", List.of(INCIDENTS, "share"), rows, basis))
                .with(bars("Incidents by priority", rows));
    }

    private static ReportChart bars(String title, List<ReportRow> rows) {
        return new ReportChart(
                title,
                "A bar for each priority.",
                true,
                rows.stream().map(ReportRow::name).toList(),
                List.of(TrendSections.series(INCIDENTS, ReportChart.Mark.BAR, ReportChart.Tone.FIRST, rows, 0)));
    }

    private ReportSection resolutions() {
        List<ReportRow> rows = new ArrayList<>();
        String[] names = {"mean", "median", "p90", "p95", "max"};
        for (Figure figure : FigureRows.byPriority(fold, Metrics.RESOLVE)) {
            rows.add(FigureRows.row(FigureRows.group(figure), figure, names));
        }
        Figure whole = FigureRows.whole(fold.figures(), Metrics.RESOLVE);
        rows.add(FigureRows.row(FigureRows.ALL, whole, names));
        return ReportSection.of(
                "resolution",
                "Time to resolve by priority",
                "From report to the resolution that holds, in physical time.",
                new ReportSection.Table(
                        "priority", List.of("mean", "median", "p90", "p95", "longest"), rows, ReportBasis.of(whole)));
    }

    private ReportSection pareto() {
        List<Figure> figures = fold.categories().figures(0, Metrics.VOLUME).stream()
                .filter(figure -> figure.n() > 0)
                .sorted(Comparator.comparingLong(Figure::n).reversed().thenComparing(FigureRows::group))
                .toList();
        List<ReportRow> rows = new ArrayList<>();
        long sum = 0;
        int shown = Math.min(figures.size(), fold.plan().categories());
        for (Figure figure : figures.subList(0, shown)) {
            sum += figure.n();
            rows.add(counted(FigureRows.group(figure), figure.n(), sum));
        }
        List<ReportRow> charted = List.copyOf(rows);
        if (shown < figures.size()) {
            rows.add(counted("others (" + (figures.size() - shown) + ")", basis.n() - sum, basis.n()));
        }
        return ReportSection.of(
                        "categories",
                        "Pareto by category",
                        "The most frequent categories, and the share that they make up together. Of " + figures.size()
                                + " categories.",
                        new ReportSection.Table(
                                "category", List.of(INCIDENTS, "share", "cumulative share"), rows, basis))
                .with(new ReportChart(
                        "The most frequent categories",
                        "A bar for each category, the most frequent first, and a line for the share that all up to it make.",
                        false,
                        charted.stream().map(ReportRow::name).toList(),
                        List.of(
                                TrendSections.series(
                                        INCIDENTS, ReportChart.Mark.BAR, ReportChart.Tone.FIRST, charted, 0),
                                TrendSections.series(
                                        "cumulative share",
                                        ReportChart.Mark.LINE,
                                        ReportChart.Tone.NEUTRAL,
                                        charted,
                                        2))));
    }

    private ReportRow counted(String name, long count, long upTo) {
        return ReportRow.of(
                name,
                ReportValue.count(count),
                ReportValue.share(share(count, basis.n())),
                ReportValue.share(share(upTo, basis.n())));
    }

    /** Incidents of one impact, urgency and priority. */
    private record Combination(String impact, String urgency, String priority, long count) {}

    private List<Combination> combinations() {
        return fold.matrix().figures(0, Metrics.VOLUME).stream()
                .filter(figure -> figure.n() > 0)
                .map(figure -> new Combination(
                        figure.group().values().get(0),
                        figure.group().values().get(1),
                        figure.group().values().get(2),
                        figure.n()))
                .toList();
    }

    /** The labels of a scale in its order, then what occurred beside it. */
    private static <L extends Level> List<String> labels(Scale<L> scale, List<String> occurred) {
        Set<String> labels = new LinkedHashSet<>();
        scale.levels().forEach(level -> labels.add(level.name()));
        occurred.stream().sorted().forEach(labels::add);
        return List.copyOf(labels);
    }

    private ReportSection matrix() {
        List<Combination> found = combinations();
        List<String> impacts = labels(
                fold.plan().definition().impacts(),
                found.stream().map(Combination::impact).toList());
        List<String> urgencies = labels(
                fold.plan().definition().urgencies(),
                found.stream().map(Combination::urgency).toList());
        Map<List<String>, Long> counts = new TreeMap<>(Comparator.comparing(Object::toString));
        found.forEach(one -> counts.merge(List.of(one.impact(), one.urgency()), one.count(), Long::sum));
        List<ReportRow> rows = new ArrayList<>();
        for (String impact : impacts) {
            List<ReportValue> values = new ArrayList<>();
            for (String urgency : urgencies) {
                long count = counts.getOrDefault(List.of(impact, urgency), 0L);
                values.add(ReportValue.count(count)
                        .withNote(derived(impact, urgency).orElse("")));
            }
            rows.add(new ReportRow(impact, values, null));
        }
        return ReportSection.of(
                "matrix",
                "Impact and urgency",
                "Rows are impact, columns urgency: how many incidents fell into each cell of the matrix"
                        + (fold.plan().matrix() == null ? "." : ", and the priority that the matrix gives."),
                new ReportSection.Table("impact", urgencies, rows, basis));
    }

    private Optional<String> derived(String impact, String urgency) {
        PriorityMatrix matrix = fold.plan().matrix();
        if (matrix == null) {
            return Optional.empty();
        }
        Optional<Impact> first = matrix.impacts().find(impact);
        Optional<Urgency> second = matrix.urgencies().find(urgency);
        return first.isEmpty() || second.isEmpty()
                ? Optional.empty()
                : Optional.of(matrix.at(first.get(), second.get()).name());
    }

    private ReportSection otherPriorities() {
        List<ReportRow> rows = new ArrayList<>();
        long unknown = 0;
        for (Combination one : combinations()) {
            Optional<String> derived = derived(one.impact(), one.urgency());
            if (derived.isEmpty()) {
                unknown += one.count();
            } else if (!derived.get().equals(one.priority())) {
                rows.add(ReportRow.of(
                        one.impact() + " x " + one.urgency(),
                        ReportValue.text(derived.get()),
                        ReportValue.text(one.priority()),
                        ReportValue.count(one.count())));
            }
        }
        TreeMap<String, Long> excluded = new TreeMap<>(basis.excluded());
        if (unknown > 0) {
            excluded.put("the matrix has no such cell", unknown);
        }
        return ReportSection.of(
                "other-priorities",
                "Priorities that differ from the matrix",
                fold.plan().matrix() == null
                        ? "No matrix was given to hold priorities against."
                        : "Incidents that at last have another priority than the matrix gives, by an override or because it"
                                + " was so recorded.",
                new ReportSection.Table(
                        "impact x urgency",
                        List.of("the matrix gives", "they have", INCIDENTS),
                        rows,
                        ReportBasis.of(basis.n() - unknown, excluded)));
    }
}
