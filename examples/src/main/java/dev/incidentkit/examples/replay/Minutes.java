package dev.incidentkit.examples.replay;

import dev.incidentkit.metrics.Distribution;
import dev.incidentkit.metrics.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A summary of milliseconds in whole minutes, which is the resolution of a log. */
record Minutes(Summary summary) {
    private static final long MINUTE = 60_000;

    private Optional<Distribution> exact() {
        return summary.values().map(values -> values.wholeUnits(MINUTE));
    }

    long count() {
        return summary.count();
    }

    long sum() {
        return summary.sum() / MINUTE;
    }

    BigDecimal mean(int decimals) {
        return BigDecimal.valueOf(sum()).divide(BigDecimal.valueOf(count()), decimals, RoundingMode.HALF_UP);
    }

    BigDecimal median() {
        return exact().map(Distribution::median).orElseGet(() -> BigDecimal.valueOf(percentile(50)));
    }

    long percentile(int percent) {
        return summary.percentile(percent) / MINUTE;
    }

    /** By linear interpolation, while every number is known. */
    Optional<BigDecimal> interpolated(int percent) {
        return exact().map(values -> values.interpolatedPercentile(percent));
    }

    long min() {
        return summary.min() / MINUTE;
    }

    long max() {
        return summary.max() / MINUTE;
    }
}
