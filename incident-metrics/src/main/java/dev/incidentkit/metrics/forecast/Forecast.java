package dev.incidentkit.metrics.forecast;

import dev.incidentkit.core.definition.ProcessDefinition;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Runs a definition forward: independent replications of a seeded simulation tell what share of clocks is to be expected
 * to be met, with an interval. The same seed gives the same result. Immutable and safe for use by several threads.
 */
public final class Forecast {
    private static final int FEWEST = 10;

    private final ProcessDefinition definition;
    private final ForecastModel model;
    private final int replications;

    private Forecast(ProcessDefinition definition, ForecastModel model, int replications) {
        this.definition = definition;
        this.model = model;
        this.replications = replications;
    }

    /**
     * A forecast.
     *
     * @param definition the definition that decides what happens; it must let a reported incident be started with an
     *     owner, and be resolved with category, code and note
     * @param model what is simulated
     * @param replications how many times, 10 or more: the interval narrows with their root
     * @return the forecast
     * @throws IllegalArgumentException if there are fewer
     */
    public static Forecast of(ProcessDefinition definition, ForecastModel model, int replications) {
        if (replications < FEWEST) {
            throw new IllegalArgumentException(
                    "An interval needs " + FEWEST + " replications, but got " + replications);
        }
        return new Forecast(definition, model, replications);
    }

    /**
     * Runs the simulation.
     *
     * @param seed the seed
     * @return what is to be expected
     * @throws dev.incidentkit.core.incident.IncidentRejectedException if the definition refuses a step of the simulation
     */
    public ForecastResult run(long seed) {
        Samples samples = new Samples(replications);
        SplittableRandom seeds = new SplittableRandom(seed);
        long counted = 0;
        for (int i = 0; i < replications; i++) {
            Replication replication = new Replication(definition, model, seeds.split());
            replication.run();
            samples.take(i, replication);
            counted += replication.counted;
        }
        return new ForecastResult(
                seed,
                counted,
                estimates(samples.compliance),
                estimates(samples.waiting),
                estimates(samples.delayed),
                estimates(samples.utilisation));
    }

    private static SortedMap<String, Estimate> estimates(Map<String, double[]> samples) {
        SortedMap<String, Estimate> estimates = new TreeMap<>();
        samples.forEach((name, values) -> estimates.put(name, Estimate.of(values)));
        return estimates;
    }

    /** One number of each replication, by what it is of; NaN where there was nothing to measure. */
    private static final class Samples {
        final Map<String, double[]> compliance = new TreeMap<>();
        final Map<String, double[]> waiting = new TreeMap<>();
        final Map<String, double[]> delayed = new TreeMap<>();
        final Map<String, double[]> utilisation = new TreeMap<>();
        private final int size;

        Samples(int size) {
            this.size = size;
        }

        void take(int index, Replication replication) {
            replication.clocks.forEach(
                    (clock, counts) -> put(compliance, clock, index, (double) counts[0] / (counts[0] + counts[1])));
            replication.waits.forEach((demand, sums) -> {
                put(waiting, demand, index, (double) sums[1] / sums[0]);
                put(delayed, demand, index, (double) sums[2] / sums[0]);
            });
            for (Replication.Crew crew : replication.crews()) {
                long open = crew.staff.calendar().betweenMillis(replication.countFrom(), replication.countUntil());
                put(
                        utilisation,
                        crew.staff.group(),
                        index,
                        open == 0 ? Double.NaN : (double) crew.worked / open / crew.staff.people());
            }
        }

        private void put(Map<String, double[]> samples, String name, int index, double value) {
            samples.computeIfAbsent(name, key -> {
                double[] values = new double[size];
                Arrays.fill(values, Double.NaN);
                return values;
            })[index] = value;
        }
    }
}
