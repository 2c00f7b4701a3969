package dev.incidentkit.testkit.assertion;

import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on what a metric says. A failure tells its formula and what was left out. */
public final class FigureAssert extends AbstractAssert<FigureAssert, Figure> {
    FigureAssert(Figure actual) {
        super(actual, FigureAssert.class);
    }

    /**
     * It is measured of so many.
     *
     * @param incidents how many incidents, or clocks
     * @return this
     */
    public FigureAssert isOf(long incidents) {
        isNotNull();
        return is("to be of", incidents, actual.n());
    }

    /**
     * Something is left out for a reason.
     *
     * @param reason the reason in the words of the metric, for example {@code no incident}
     * @param times how often
     * @return this
     */
    public FigureAssert leavesOut(String reason, long times) {
        isNotNull();
        return is("for '" + reason + "' to leave out", times, actual.excluded().getOrDefault(reason, 0L));
    }

    /**
     * The mean of a metric of times is a length of time, to the millisecond.
     *
     * @param time the length
     * @return this
     */
    public FigureAssert hasMean(Duration time) {
        isNotNull();
        BigDecimal mean = actual.values().get("mean");
        return is("to have the mean", time, mean == null ? null : Duration.ofMillis(mean.longValue()));
    }

    /**
     * A value has an amount.
     *
     * @param name the name of the value: {@code sum}, {@code mean}, {@code share}, or a kind that is counted
     * @param amount the amount, however many zeros it ends with; of money in its currency, for example {@code 12.50}
     * @return this
     */
    public FigureAssert has(String name, String amount) {
        isNotNull();
        BigDecimal came = inItsUnit(actual.values().get(name));
        BigDecimal expected = new BigDecimal(amount);
        boolean same = came != null && came.compareTo(expected) == 0;
        return is("for '" + name + "' to have", expected, same ? expected : came);
    }

    private @Nullable BigDecimal inItsUnit(@Nullable BigDecimal value) {
        return value != null && actual.unit() == Unit.MONEY ? value.movePointLeft(4) : value;
    }

    private FigureAssert is(String what, Object expected, @Nullable Object came) {
        if (!expected.equals(came)) {
            failWithMessage(
                    "%s",
                    Told.message(
                            "the metric " + actual.metric() + " " + what + " " + expected,
                            "it was " + (came == null ? "none" : came),
                            "it is " + actual.formula() + "; of " + actual.population() + " it left out "
                                    + actual.excluded() + " and has " + actual.values(),
                            ""));
        }
        return this;
    }
}
