package dev.incidentkit.flink;

import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * The figures of all incidents as of an instant, as bytes that travel.
 *
 * @param asOf the instant, in milliseconds since 1970: what took effect until then is in
 * @param late how many events came after time had passed them, so far: those of incidents that were not settled yet are
 *     in, the others are not
 * @param repeated how many events came again, and were left out, so far
 * @param waiting how many events wait for one that comes before them in their record, and are not in
 * @param fold what was measured, as {@link MetricFold#toBytes()} writes it
 */
public record StreamFigures(long asOf, long late, long repeated, long waiting, byte[] fold) {
    /**
     * Reads what was measured.
     *
     * @param plan the plan that it was measured by
     * @return the fold
     * @throws IOException if it was measured by another plan
     */
    public MetricFold measured(MetricPlan plan) throws IOException {
        return MetricFold.of(plan, fold);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamFigures that
                && that.asOf == asOf
                && that.late == late
                && that.repeated == repeated
                && that.waiting == waiting
                && Arrays.equals(that.fold, fold);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asOf, late, repeated, waiting, Arrays.hashCode(fold));
    }

    @Override
    public String toString() {
        return "StreamFigures[asOf=" + asOf + ", late=" + late + ", repeated=" + repeated + ", waiting=" + waiting
                + ", " + fold.length + " bytes]";
    }
}
