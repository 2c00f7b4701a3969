package dev.incidentkit.metrics.forecast;

import java.util.Arrays;

/**
 * The mean of independent replications, with its confidence interval of 95 % after Student (1908).
 *
 * @param mean the mean of the replications
 * @param low the lower end of the interval
 * @param high the upper end of the interval
 * @param replications of how many replications it is; those in which there was nothing to measure are left out
 */
public record Estimate(double mean, double low, double high, int replications) {
    /** The 0.975 quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * Whether a value lies in the interval.
     *
     * @param value the value
     * @return true if it does
     */
    public boolean covers(double value) {
        return low <= value && value <= high;
    }

    static Estimate of(double[] replications) {
        double[] values = Arrays.stream(replications)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (n < 2) {
            return new Estimate(mean, Double.NaN, Double.NaN, n);
        }
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double half = student(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new Estimate(mean, mean - half, mean + half, n);
    }

    /** The 0.975 quantile of Student's t, by the expansion 26.7.5 of Abramowitz and Stegun (1964), from 9 degrees on. */
    static double student(int degrees) {
        double z3 = Z * Z * Z;
        double z5 = z3 * Z * Z;
        double z7 = z5 * Z * Z;
        double g1 = (z3 + Z) / 4;
        double g2 = (5 * z5 + 16 * z3 + 3 * Z) / 96;
        double g3 = (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / 384;
        return Z + g1 / degrees + g2 / ((double) degrees * degrees) + g3 / ((double) degrees * degrees * degrees);
    }
}
