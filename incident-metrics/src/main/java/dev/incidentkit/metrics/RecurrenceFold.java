package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Milestone;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The recurrence rate: the share of incidents that another one of the same service and category preceded by at most so
 * many days, from report to report. Which days are counted as 24 hours. The times of all incidents are kept, 16 bytes
 * each, because one of another shard may come between. Not safe for use by several threads: fold apart and merge.
 */
public final class RecurrenceFold implements IncidentFold<RecurrenceFold> {
    private static final String KIND = "recurrence fold";

    private final int days;
    private final TreeMap<String, Spans> reports = new TreeMap<>();
    private final Counts<String> excluded = new Counts<>();

    /**
     * A fold over no incidents.
     *
     * @param days within how many days one recurs, 1 or more
     * @throws IllegalArgumentException if it is less
     */
    public RecurrenceFold(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("Incidents recur within a day or more, but not within " + days);
        }
        this.days = days;
    }

    @Override
    public void add(Case one) {
        String reason = reason(one);
        if (reason != null) {
            excluded.add(reason);
            return;
        }
        Category category = one.outline().category;
        long at = one.millis(Milestone.REPORTED);
        for (String service : one.outline().services) {
            reports.computeIfAbsent(service + "\n" + (category == null ? "" : category.path()), key -> new Spans())
                    .add(at, at);
        }
    }

    private static @Nullable String reason(Case one) {
        for (Exclusion exclusion : Metrics.RESOLVE.exclusions()) {
            if (exclusion.leavesOut(one)) {
                return exclusion.reason();
            }
        }
        if (one.outline().services.isEmpty()) {
            return "no service";
        }
        return one.outline().category == null ? "no category" : null;
    }

    @Override
    public void merge(RecurrenceFold other) {
        if (other.days != days) {
            throw new IllegalArgumentException(
                    "Recurrence within " + other.days + " days does not merge with that within " + days);
        }
        excluded.merge(other.excluded);
        other.reports.forEach((key, spans) ->
                reports.computeIfAbsent(key, name -> new Spans()).addAll(spans));
    }

    /** {@return the share; an incident of several services counts once for each} */
    public Figure figure() {
        long within = Duration.ofDays(days).toMillis();
        long n = 0;
        long recurred = 0;
        for (Spans spans : reports.values()) {
            long[][] all = spans.sorted();
            n += all.length;
            for (int i = 1; i < all.length; i++) {
                recurred += all[i][0] - all[i - 1][0] <= within ? 1 : 0;
            }
        }
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        values.put("yes", BigDecimal.valueOf(recurred));
        values.put("no", BigDecimal.valueOf(n - recurred));
        if (n > 0) {
            values.put("share", BigDecimal.valueOf(recurred).divide(BigDecimal.valueOf(n), 6, RoundingMode.HALF_UP));
        }
        return new Figure(
                "Recurrence rate within " + days + " days",
                formula(),
                GroupKey.ALL,
                "",
                Unit.COUNT,
                n + excluded.total(),
                n,
                excluded.asMap(),
                new TreeMap<>(),
                values,
                BigDecimal.ZERO);
    }

    /** {@return the definition in words} */
    public String formula() {
        return "Recurrence rate within " + days
                + " days = count(another of the same service and category was reported at"
                + " most " + days + " x 24 hours before) / count(all); of incidents with service and category, once for"
                + " each service; without " + Metrics.RESOLVE.exclusions();
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        Heads.write(KIND, "days " + days, out);
        Cell.write(excluded, out);
        out.writeInt(reports.size());
        for (Map.Entry<String, Spans> report : reports.entrySet()) {
            out.writeUTF(report.getKey());
            report.getValue().writeTo(out);
        }
    }

    /**
     * Adds a partial result that was written.
     *
     * @param in where it was written to
     * @throws IOException if that fails, or it is of another number of days
     */
    public void read(DataInput in) throws IOException {
        RecurrenceFold other = new RecurrenceFold(days);
        Heads.read(KIND, "days " + days, in);
        Cell.read(other.excluded, in);
        for (int left = in.readInt(); left > 0; left--) {
            other.reports.computeIfAbsent(in.readUTF(), key -> new Spans()).read(in);
        }
        merge(other);
    }
}
