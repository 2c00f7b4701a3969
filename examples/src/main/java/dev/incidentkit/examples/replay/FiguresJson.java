package dev.incidentkit.examples.replay;

import dev.incidentkit.metrics.Counts;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the figures as JSON, under keys that other programs over the same log use. */
final class FiguresJson {
    private static final int DECIMALS = 6;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ReplayRun run;
    private final AuditLogReader reader;

    FiguresJson(ReplayRun run, AuditLogReader reader) {
        this.run = run;
        this.reader = reader;
    }

    byte[] bytes() {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree());
    }

    ObjectNode tree() {
        Figures figures = run.figures();
        ObjectNode root = mapper.createObjectNode();
        root.put("events", figures.rows());
        root.put("columns", reader.columns());
        root.put("incidents", figures.incidents());
        counts(root.putObject("events_per_state"), figures.rowsByState());
        counts(root.putObject("incidents_per_priority_final_row"), figures.finalPriority());
        counts(root.putObject("incidents_per_priority_first_row"), figures.firstPriority());
        counts(root.putObject("events_per_priority"), figures.rowsByPriority());
        ObjectNode minutes = root.putObject("minutes_opened_to_resolved");
        LogMetrics metrics = figures.metrics();
        metrics.openedToResolved()
                .forEach((priority, summary) -> minutes(minutes.putObject(priority), new Minutes(summary)));
        if (metrics.openedToResolvedOfAll().count() > 0) {
            minutes(minutes.putObject("ALL"), new Minutes(metrics.openedToResolvedOfAll()));
        }
        counts(root.putObject("reopen_count_final_row_distribution"), figures.reopenings());
        counts(root.putObject("monthly_volume_opened_at"), figures.months());
        ArrayNode cells = root.putArray("impact_urgency_priority");
        figures.cells()
                .forEach((cell, count) -> cells.addObject()
                        .put("impact", cell.impact())
                        .put("urgency", cell.urgency())
                        .put("priority", cell.priority())
                        .put("rows", count.rows)
                        .put("incidents_final_row", count.incidents));
        oddities(root.putObject("oddities"));
        new MetricsJson(metrics).write(root);
        return root;
    }

    private static void counts(ObjectNode node, Counts<?> counts) {
        counts.asMap().forEach((value, count) -> node.put(String.valueOf(value), count));
    }

    private static void minutes(ObjectNode node, Minutes figure) {
        node.put("n", figure.count());
        node.put("sum", figure.sum());
        node.put("mean", figure.mean(DECIMALS));
        node.put("median", plain(figure.median()));
        node.put("p90_nearest_rank", figure.percentile(90));
        node.put("p95_nearest_rank", figure.percentile(95));
        figure.interpolated(95).ifPresent(value -> node.put("p95_linear_type7", plain(value)));
        node.put("min", figure.min());
        node.put("max", figure.max());
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private void oddities(ObjectNode node) {
        Oddities odd = run.oddities();
        ObjectNode missing = node.putObject("missing_?_per_column");
        reader.missing().forEach(missing::put);
        for (String total : new String[] {
            "neighbour_pairs_same_minute",
            "neighbour_pairs_time_going_back",
            "sys_mod_count_gap_pairs",
            "first_row_sys_mod_count_not_0",
            "created_before_opened",
            "created_after_opened",
            "created_missing_cases",
            "first_update_before_opened",
            "resolved_before_opened",
            "closed_before_resolved",
            "resolved_equals_opened",
            "cases_with_more_than_one_Closed_row",
            "cases_without_New_row",
            "active_false_but_not_Closed_rows",
            "active_true_but_Closed_rows"
        }) {
            node.put(total, odd.total(total));
        }
        ArrayNode drops = node.putArray("sys_mod_count_decreasing_pairs");
        odd.drops()
                .forEach(drop -> drops.addObject()
                        .put("number", drop.number())
                        .put("line", drop.line())
                        .put("from", Integer.toString(drop.from()))
                        .put("to", Integer.toString(drop.to())));
        ArrayNode without = node.putArray("cases_without_Resolved_row");
        odd.withoutResolved().forEach(without::add);
        ArrayNode unknown = node.putArray("state_-100_rows");
        odd.unknownStates()
                .forEach(place ->
                        unknown.addObject().put("number", place.number()).put("line", place.line()));
        ObjectNode log = node.putObject("resolved_at_vs_log");
        log.put(
                "resolved_at == sys_updated_at of the first row of the last run of Resolved rows",
                odd.total("first row of the last run"));
        log.put("== some Resolved row", odd.total("== some Resolved row"));
        log.put("cases with resolved_at", odd.total("cases with resolved_at"));
        ObjectNode days = node.putObject("resolved_to_closed_whole_days_top10");
        for (Map.Entry<Long, Long> entry : odd.daysResolvedToClosed().most(10).entrySet()) {
            days.put(Long.toString(entry.getKey()), entry.getValue());
        }
    }
}
