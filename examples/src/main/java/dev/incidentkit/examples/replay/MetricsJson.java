package dev.incidentkit.examples.replay;

import dev.incidentkit.metrics.BacklogDay;
import dev.incidentkit.metrics.Figure;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes metrics as JSON: each figure with its formula, its population and what was left out. */
final class MetricsJson {
    private final LogMetrics metrics;

    MetricsJson(LogMetrics metrics) {
        this.metrics = metrics;
    }

    void write(ObjectNode root) {
        ObjectNode node = root.putObject("metrics");
        figures(node.putArray("overall"), LogMetrics.OVERALL);
        figures(node.putArray("by_priority"), LogMetrics.BY_PRIORITY);
        figures(node.putArray("by_month"), LogMetrics.BY_MONTH);
        ArrayNode days = node.putArray("backlog_by_day");
        for (BacklogDay day : metrics.backlog().days()) {
            days.addObject()
                    .put("day", day.day().toString())
                    .put("opened", day.opened())
                    .put("ended", day.ended())
                    .put("backlog", day.backlog());
        }
        ArrayNode checks = node.putArray("checks");
        metrics.checks().forEach(checks::add);
    }

    private void figures(ArrayNode array, int grouping) {
        for (Figure figure : metrics.fold().figures(grouping)) {
            ObjectNode node = array.addObject()
                    .put("metric", figure.metric())
                    .put("formula", figure.formula())
                    .put("period", figure.group().period());
            ArrayNode group = node.putArray("group");
            figure.group().values().forEach(group::add);
            node.put("part", figure.part())
                    .put("unit", figure.unit().symbol())
                    .put("population", figure.population())
                    .put("n", figure.n());
            counts(node.putObject("excluded"), figure.excluded());
            counts(node.putObject("notes"), figure.notes());
            ObjectNode values = node.putObject("values");
            figure.values().forEach((name, value) -> values.put(name, FiguresJson.plain(value)));
            node.put("relative_error", figure.relativeError());
        }
    }

    private static void counts(ObjectNode node, Map<String, Long> counts) {
        counts.forEach(node::put);
    }
}
