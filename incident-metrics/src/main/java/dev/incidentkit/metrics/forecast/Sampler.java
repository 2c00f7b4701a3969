package dev.incidentkit.metrics.forecast;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws times at random. Pure apart from the generator that it is given; safe for use by several threads. */
@FunctionalInterface
public interface Sampler {
    /**
     * Draws a time.
     *
     * @param random where chance comes from
     * @return milliseconds, 0 or more
     */
    long draw(SplittableRandom random);

    /**
     * Exponentially distributed times, as between the arrivals of a Poisson process.
     *
     * @param mean the mean, at least a millisecond
     * @return the sampler
     */
    static Sampler exponential(Duration mean) {
        long millis = positive(mean);
        return random -> Math.round(-Math.log(1 - random.nextDouble()) * millis);
    }

    /**
     * Log-normally distributed times, as service times often are.
     *
     * @param median the median, at least a millisecond
     * @param sigma the standard deviation of the logarithm, 0 or more
     * @return the sampler
     */
    static Sampler logNormal(Duration median, double sigma) {
        long millis = positive(median);
        if (!(sigma >= 0 && sigma < 10)) {
            throw new IllegalArgumentException("The deviation of a logarithm is 0 to 10, but this is " + sigma);
        }
        return random -> Math.round(millis * Math.exp(sigma * random.nextGaussian()));
    }

    /**
     * Always the same time.
     *
     * @param time the time, at least a millisecond
     * @return the sampler
     */
    static Sampler constant(Duration time) {
        long millis = positive(time);
        return random -> millis;
    }

    /**
     * Times that were measured, each as likely as the others.
     *
     * @param millis the times, at least one, each 0 or more
     * @return the sampler
     */
    static Sampler measured(long... millis) {
        long[] copy = millis.clone();
        if (copy.length == 0 || Arrays.stream(copy).min().orElse(-1) < 0) {
            throw new IllegalArgumentException("Measured times are 0 or more, but these are " + Arrays.toString(copy));
        }
        return random -> copy[random.nextInt(copy.length)];
    }

    private static long positive(Duration time) {
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException("A time is a millisecond at least, but this is " + time);
        }
        return time.toMillis();
    }
}
