package dev.incidentkit.report;

import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.metrics.StatusChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The section that tells how the lifecycle was lived. */
final class LifecycleSection {
    private static final String BEGINS = "(begins)";

    private LifecycleSection() {}

    static ReportSection of(ReportFold fold) {
        Lifecycle lifecycle = fold.plan().definition().lifecycle();
        List<StatusChange> changes = fold.changes().changes();
        long n = fold.changes().n();
        List<ReportRow> rows = rows(changes, LifecycleGraph.of(lifecycle), n);
        return ReportSection.of(
                        "lifecycle",
                        "The lifecycle as it was lived",
                        "How often incidents went from status to status: an incident that goes the same way twice counts"
                                + " twice. Broken lines are ways that the lifecycle does not have.",
                        new ReportSection.Table(
                                "from and to",
                                List.of("times", "times an incident", "in the lifecycle"),
                                rows,
                                ReportBasis.of(n, fold.changes().excluded().asMap())))
                .with(List.of(new ReportPicture(
                        "Lifecycle " + lifecycle.name() + " with observed frequencies",
                        LifecycleDiagram.observed(lifecycle, changes, ColorScheme.AUTO))));
    }

    private static List<ReportRow> rows(List<StatusChange> changes, LifecycleGraph graph, long n) {
        List<ReportRow> rows = new ArrayList<>();
        for (StatusChange change : changes) {
            BigDecimal each = BigDecimal.valueOf(change.count()).divide(BigDecimal.valueOf(n), 2, RoundingMode.HALF_UP);
            rows.add(ReportRow.of(
                    (change.isBeginning() ? BEGINS : change.from()) + " to " + change.to(),
                    ReportValue.count(change.count()),
                    new ReportValue(ValueKind.COUNT, each, each.toPlainString(), ""),
                    ReportValue.text(graph.has(change) ? "yes" : "no")));
        }
        return rows;
    }
}
