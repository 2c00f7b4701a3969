package dev.incidentkit.examples.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every number of a report, computed from the rows of a log alone by plain loops and sorting: without events, folds, clocks or
 * metrics of the library.
 */
final class DirectFigures {
    private static final String[] PRIORITIES = {"1 - Critical", "2 - High", "3 - Moderate", "4 - Low", "5 - Planning"};
    private static final String[] LEVELS = {"1 - High", "2 - Medium", "3 - Low"};
    private static final long DAY = 86_400_000;

    private final Instant asOf;
    private final DirectBreaches.Bundle bundle;
    private final String policy;
    private final List<DirectIncident> all = new ArrayList<>();
    private final Map<String, BigDecimal> numbers = new LinkedHashMap<>();

    DirectFigures(Instant asOf, DirectBreaches.Bundle bundle, String policy) {
        this.asOf = asOf;
        this.bundle = bundle;
        this.policy = policy;
    }

    void add(List<AuditRow> rows) {
        all.add(new DirectIncident(rows));
    }

    /** Every number by section, row and column. */
    Map<String, BigDecimal> numbers() {
        summary();
        trend();
        ageing();
        compliance();
        groups();
        lifecycle();
        times();
        rates();
        slowest();
        return numbers;
    }

    private void put(String section, String row, String column, long number) {
        numbers.put(section + "|" + row + "|" + column, BigDecimal.valueOf(number));
    }

    private void put(String section, String row, String column, BigDecimal number) {
        numbers.put(section + "|" + row + "|" + column, number);
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    /** Puts what a section tells of numbers: {@code sum, mean, median, p90, p95, longest}, as far as it has the columns. */
    private void spread(String section, String row, long[] values, String... columns) {
        if (values.length == 0) {
            return;
        }
        Arrays.sort(values);
        int n = values.length;
        for (String column : columns) {
            put(
                    section,
                    row,
                    column,
                    switch (column) {
                        case "mean" ->
                            BigDecimal.valueOf(Arrays.stream(values).sum())
                                    .divide(BigDecimal.valueOf(n), 6, RoundingMode.HALF_UP);
                        case "median", "value", "median age" ->
                            BigDecimal.valueOf(values[(n - 1) / 2])
                                    .add(BigDecimal.valueOf(values[n / 2]))
                                    .divide(BigDecimal.valueOf(2));
                        case "p90" -> BigDecimal.valueOf(values[(n * 90 + 99) / 100 - 1]);
                        case "p95" -> BigDecimal.valueOf(values[(n * 95 + 99) / 100 - 1]);
                        case "sum" -> BigDecimal.valueOf(Arrays.stream(values).sum());
                        default -> BigDecimal.valueOf(values[n - 1]);
                    });
        }
    }

    private long[] between(
            Predicate<DirectIncident> which,
            Function<DirectIncident, @Nullable Long> from,
            Function<DirectIncident, @Nullable Long> to) {
        return all.stream()
                .filter(which)
                .filter(one -> from.apply(one) != null && to.apply(one) != null && to.apply(one) >= from.apply(one))
                .mapToLong(one -> to.apply(one) - from.apply(one))
                .toArray();
    }

    private long[] resolutions(Predicate<DirectIncident> which) {
        return between(which, one -> one.reported, one -> one.resolved);
    }

    private static boolean isOf(DirectIncident one, String priority) {
        return one.last.priority().equals(priority);
    }

    private boolean isOpen(DirectIncident one) {
        return one.reported <= asOf.toEpochMilli() && (one.ended == null || one.ended > asOf.toEpochMilli());
    }

    private void summary() {
        put("summary", "Reported", "value", all.size());
        put("summary", "Open", "value", all.stream().filter(this::isOpen).count());
        spread(
                "summary",
                "Acknowledged after (median)",
                between(one -> true, one -> one.reported, one -> one.acknowledged),
                "value");
        spread("summary", "Resolved after (median)", resolutions(one -> true), "value");
        long resolved = all.stream().filter(one -> one.firstResolved != null).count();
        put("summary", "Reopened", "value", share(reopened(), resolved));
    }

    private long reopened() {
        return all.stream()
                .filter(one -> one.firstResolved != null && one.last.reopenings() > 0)
                .count();
    }

    private void trend() {
        Map<String, long[]> months = new TreeMap<>();
        for (DirectIncident one : all) {
            months.computeIfAbsent(one.month(), key -> new long[2])[0]++;
            if (one.ended != null) {
                String month = Instant.ofEpochMilli(one.ended).toString().substring(0, 7);
                months.computeIfAbsent(month, key -> new long[2])[1]++;
            }
        }
        long backlog = 0;
        for (Map.Entry<String, long[]> month : months.entrySet()) {
            backlog += month.getValue()[0] - month.getValue()[1];
            put("trend", month.getKey(), "reported", month.getValue()[0]);
            put("trend", month.getKey(), "ended", month.getValue()[1]);
            put("trend", month.getKey(), "backlog", backlog);
            long[] times = resolutions(one -> one.month().equals(month.getKey()));
            spread("resolution-trend", month.getKey(), times, "median", "p90", "p95", "longest");
        }
    }

    private void ageing() {
        for (String priority : PRIORITIES) {
            if (all.stream().anyMatch(one -> isOf(one, priority))) {
                ages(priority, one -> isOf(one, priority));
            }
        }
        ages("all", one -> true);
    }

    private void ages(String row, Predicate<DirectIncident> which) {
        long[] ages = all.stream()
                .filter(which)
                .filter(this::isOpen)
                .mapToLong(one -> asOf.toEpochMilli() - one.reported)
                .toArray();
        long[] bounds = {0, DAY, 3 * DAY, 7 * DAY, 30 * DAY, Long.MAX_VALUE};
        String[] columns = {"under 1 day", "1 to 3 days", "3 to 7 days", "7 to 30 days", "30 days or more"};
        for (int i = 0; i < columns.length; i++) {
            long from = bounds[i];
            long to = bounds[i + 1];
            put(
                    "ageing",
                    row,
                    columns[i],
                    Arrays.stream(ages).filter(age -> age >= from && age < to).count());
        }
        spread("ageing", row, ages, "median age", "oldest");
    }

    private void compliance() {
        for (String target : List.of("RESPONSE", "RESOLUTION")) {
            String name = policy + "/" + target;
            clocks("compliance", name, target, one -> true);
            numbers.put("summary|" + name + " met|value", numbers.get("compliance|" + name + "|compliance"));
            for (String priority : PRIORITIES) {
                clocks("compliance", name + ", " + priority, target, one -> isOf(one, priority));
            }
            all.stream()
                    .map(DirectIncident::month)
                    .distinct()
                    .forEach(month -> clocks(
                            "compliance-trend",
                            month + ", " + name,
                            target,
                            one -> one.month().equals(month)));
        }
    }

    /** Every incident that was open in the log has one clock of each target, which its resolution ended. */
    private void clocks(String section, String row, String target, Predicate<DirectIncident> which) {
        long met = 0;
        long missed = 0;
        for (DirectIncident one : all) {
            if (which.test(one) && one.wasOpen()) {
                boolean isMissed = new DirectBreaches(bundle, target.equals("RESPONSE"), one.rows).isMissed();
                met += isMissed ? 0 : 1;
                missed += isMissed ? 1 : 0;
            }
        }
        if (met + missed == 0) {
            return;
        }
        put(section, row, "met", met);
        put(section, row, "missed", missed);
        put(section, row, "cancelled", 0);
        put(section, row, "running in time", 0);
        put(section, row, "running breached", 0);
        put(section, row, "compliance", share(met, met + missed));
    }

    private void groups() {
        for (String priority : PRIORITIES) {
            long count = all.stream().filter(one -> isOf(one, priority)).count();
            if (count > 0) {
                put("priorities", priority, "incidents", count);
                put("priorities", priority, "share", share(count, all.size()));
                spread(
                        "resolution",
                        priority,
                        resolutions(one -> isOf(one, priority)),
                        "mean",
                        "median",
                        "p90",
                        "p95",
                        "longest");
            }
        }
        spread("resolution", "all", resolutions(one -> true), "mean", "median", "p90", "p95", "longest");
        categories();
        matrix();
    }

    private void categories() {
        Map<String, Long> counts = new TreeMap<>();
        all.forEach(one -> counts.merge(one.category, 1L, Long::sum));
        List<String> order = new ArrayList<>(counts.keySet());
        order.sort((a, b) -> Long.compare(counts.getOrDefault(b, 0L), counts.getOrDefault(a, 0L)));
        long sum = 0;
        for (int i = 0; i < order.size() && i < 15; i++) {
            long count = counts.getOrDefault(order.get(i), 0L);
            sum += count;
            put("categories", order.get(i), "incidents", count);
            put("categories", order.get(i), "share", share(count, all.size()));
            put("categories", order.get(i), "cumulative share", share(sum, all.size()));
        }
        if (order.size() > 15) {
            String row = "others (" + (order.size() - 15) + ")";
            put("categories", row, "incidents", all.size() - sum);
            put("categories", row, "share", share(all.size() - sum, all.size()));
            put("categories", row, "cumulative share", BigDecimal.ONE);
        }
    }

    private void matrix() {
        for (int i = 0; i < LEVELS.length; i++) {
            for (int j = 0; j < LEVELS.length; j++) {
                String impact = LEVELS[i];
                String urgency = LEVELS[j];
                String derived = PRIORITIES[i + j];
                Map<String, Long> found = new HashMap<>();
                for (DirectIncident one : all) {
                    if (one.last.impact().equals(impact) && one.last.urgency().equals(urgency)) {
                        found.merge(one.last.priority(), 1L, Long::sum);
                    }
                }
                put(
                        "matrix",
                        impact,
                        urgency,
                        found.values().stream().mapToLong(Long::longValue).sum());
                found.remove(derived);
                found.forEach(
                        (priority, count) -> put("other-priorities", impact + " x " + urgency, "incidents", count));
            }
        }
    }

    private void lifecycle() {
        Map<String, Long> counts = new TreeMap<>();
        for (DirectIncident one : all) {
            String before = "(begins)";
            for (String status : one.path) {
                counts.merge(before + " to " + status, 1L, Long::sum);
                before = status;
            }
        }
        counts.forEach((way, count) -> {
            put("lifecycle", way, "times", count);
            put(
                    "lifecycle",
                    way,
                    "times an incident",
                    BigDecimal.valueOf(count).divide(BigDecimal.valueOf(all.size()), 2, RoundingMode.HALF_UP));
        });
    }

    private void times() {
        String[] columns = {"mean", "median", "p90", "p95", "longest"};
        spread("times", "MTTA", between(one -> true, one -> one.reported, one -> one.acknowledged), columns);
        spread("times", "MTT-Restore", between(one -> true, one -> one.reported, one -> one.restored), columns);
        spread("times", "MTT-Resolve", resolutions(one -> true), columns);
        spread("times", "MTT-Close", between(one -> true, one -> one.reported, one -> one.ended), columns);
        spread("times", "Resolve-to-close", between(one -> true, one -> one.resolved, one -> one.ended), columns);
        spread("times", "Effort", new long[all.size()], columns);
        long[] ages = all.stream()
                .filter(this::isOpen)
                .mapToLong(one -> asOf.toEpochMilli() - one.reported)
                .toArray();
        spread("times", "Backlog age at " + asOf, ages, columns);
        parts(
                "Time in status",
                all.stream()
                        .filter(one -> one.ended != null && one.ended >= one.reported)
                        .map(DirectIncident::timeInStatus)
                        .toList());
        parts("Waiting", all.stream().map(one -> one.waits).toList());
    }

    private void parts(String metric, List<Map<String, Long>> parts) {
        String[] columns = {"mean", "median", "p90", "p95", "longest"};
        Map<String, List<Long>> byName = new TreeMap<>();
        List<Long> wholes = new ArrayList<>();
        for (Map<String, Long> one : parts) {
            wholes.add(one.values().stream().mapToLong(Long::longValue).sum());
            one.forEach((name, time) ->
                    byName.computeIfAbsent(name, key -> new ArrayList<>()).add(time));
        }
        spread("times", metric, wholes.stream().mapToLong(Long::longValue).toArray(), columns);
        byName.forEach((name, times) -> spread(
                "times",
                metric + ": " + name,
                times.stream().mapToLong(Long::longValue).toArray(),
                columns));
    }

    private void rates() {
        List<DirectIncident> resolved =
                all.stream().filter(one -> one.firstResolved != null).toList();
        rate("FCR (same contact)", 0, resolved.size());
        long direct = resolved.stream()
                .filter(one -> one.last.reassignments() == 0 && one.last.reopenings() == 0)
                .count();
        rate("FCR (no hand-over)", direct, resolved.size());
        rate("Reopen rate", reopened(), resolved.size());
        rate(
                "Reassignment rate",
                all.stream().filter(one -> one.last.reassignments() > 0).count(),
                all.size());
        rate("Escalation rate", 0, all.size());
        rate("Override rate", 0, all.size());
        rate("CSAT response rate", 0, resolved.size());
        for (String metric : List.of("Cost", "Penalty")) {
            spread("amounts", metric, new long[all.size()], "mean", "median", "p90", "largest", "sum");
        }
    }

    private void rate(String metric, long yes, long of) {
        put("rates", metric, "yes", yes);
        put("rates", metric, "no", of - yes);
        put("rates", metric, "share", share(yes, of));
    }

    private void slowest() {
        List<DirectIncident> order = new ArrayList<>(all);
        order.removeIf(one -> one.took() < 0);
        Collections.sort(order, (a, b) -> {
            int slower = Long.compare(b.took(), a.took());
            return slower == 0 ? a.last.number().compareTo(b.last.number()) : slower;
        });
        for (DirectIncident one : order.subList(0, Math.min(5, order.size()))) {
            put("slowest", one.last.number(), "time to resolve", one.took());
        }
    }
}
