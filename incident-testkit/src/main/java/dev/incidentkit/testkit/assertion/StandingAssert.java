package dev.incidentkit.testkit.assertion;

import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.SlaStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on how one cycle of a clock stands, for those who have no scenario: a standing from a store or an API. Where
 * there is one, {@link MomentAssert#clock} tells every stretch of time besides.
 */
public final class StandingAssert extends AbstractAssert<StandingAssert, SlaStanding> {
    StandingAssert(SlaStanding actual) {
        super(actual, StandingAssert.class);
    }

    /**
     * It stands in a way.
     *
     * @param state how
     * @return this
     */
    public StandingAssert hasState(ClockState state) {
        return is("to be", state, SlaStanding::state);
    }

    /**
     * Its target was missed, whether or not it has stopped.
     *
     * @return this
     */
    public StandingAssert isBreached() {
        return is("to be breached:", true, SlaStanding::breached);
    }

    /**
     * Its target was not missed so far.
     *
     * @return this
     */
    public StandingAssert isNotBreached() {
        return is("to be breached:", false, SlaStanding::breached);
    }

    /**
     * It falls due at an instant.
     *
     * @param instant the instant in ISO 8601
     * @return this
     */
    public StandingAssert isDueAt(String instant) {
        return is("to fall due at", Instant.parse(instant), SlaStanding::dueAt);
    }

    /**
     * Working time counted so far.
     *
     * @param time how much
     * @return this
     */
    public StandingAssert hasElapsed(Duration time) {
        return is("to have counted", time, standing -> standing.elapsed().working());
    }

    private StandingAssert is(String what, Object expected, Function<SlaStanding, @Nullable Object> view) {
        isNotNull();
        Object came = view.apply(actual);
        if (!Objects.equals(expected, came)) {
            failWithMessage(
                    "%s",
                    Told.message(
                            "the clock " + actual.clock() + " " + what + " " + expected,
                            "it was " + (came == null ? "none" : came),
                            actual.toString(),
                            ""));
        }
        return this;
    }
}
