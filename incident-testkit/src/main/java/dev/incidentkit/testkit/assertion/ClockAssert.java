package dev.incidentkit.testkit.assertion;

import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.SlaExplanation;
import dev.incidentkit.core.sla.SlaInterval;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.testkit.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on the latest cycle of a clock. A failure tells every stretch of its time. */
public final class ClockAssert extends AbstractAssert<ClockAssert, SlaExplanation> {
    private final String clock;
    private final Moment moment;

    ClockAssert(SlaExplanation actual, String clock, Moment moment) {
        super(actual, ClockAssert.class);
        this.clock = clock;
        this.moment = moment;
    }

    /**
     * It stands in a way.
     *
     * @param state how
     * @return this
     */
    public ClockAssert hasState(ClockState state) {
        return is("to be", state, SlaStanding::state);
    }

    /**
     * It counts, or would if its calendar were open.
     *
     * @return this
     */
    public ClockAssert isRunning() {
        return hasState(ClockState.RUNNING);
    }

    /**
     * It pauses.
     *
     * @return this
     */
    public ClockAssert isPaused() {
        return hasState(ClockState.PAUSED);
    }

    /**
     * It stopped in time.
     *
     * @return this
     */
    public ClockAssert isMet() {
        return hasState(ClockState.MET);
    }

    /**
     * It stopped too late.
     *
     * @return this
     */
    public ClockAssert isMissed() {
        return hasState(ClockState.MISSED);
    }

    /**
     * Its target was missed, whether or not it has stopped.
     *
     * @return this
     */
    public ClockAssert isBreached() {
        return is("to be breached:", true, SlaStanding::breached);
    }

    /**
     * Its target was not missed so far.
     *
     * @return this
     */
    public ClockAssert isNotBreached() {
        return is("to be breached:", false, SlaStanding::breached);
    }

    /**
     * It falls due at an instant.
     *
     * @param instant the instant
     * @return this
     */
    public ClockAssert isDueAt(Instant instant) {
        return is("to fall due at", instant, SlaStanding::dueAt);
    }

    /**
     * It falls due at an instant.
     *
     * @param instant the instant in ISO 8601
     * @return this
     */
    public ClockAssert isDueAt(String instant) {
        return isDueAt(Instant.parse(instant));
    }

    /**
     * Working time counted so far.
     *
     * @param time how much
     * @return this
     */
    public ClockAssert hasElapsed(Duration time) {
        return is("to have counted", time, standing -> standing.elapsed().working());
    }

    /**
     * Working time is left until it falls due.
     *
     * @param time how much; negative past it
     * @return this
     */
    public ClockAssert hasRemaining(Duration time) {
        return is("to have left", time, standing -> standing.remaining().working());
    }

    /**
     * It does not apply to the incident.
     *
     * @return this
     */
    public ClockAssert doesNotApply() {
        isNotNull();
        SlaStanding standing = actual.standing();
        if (standing != null) {
            fail("not to apply", "it does, and is " + standing.state());
        }
        return this;
    }

    private ClockAssert is(String verb, Object expected, Function<SlaStanding, @Nullable Object> view) {
        isNotNull();
        SlaStanding standing = actual.standing();
        if (standing == null) {
            fail(verb + " " + expected, "it does not apply to the incident");
        } else {
            Object came = view.apply(standing);
            if (!Objects.equals(expected, came)) {
                fail(verb + " " + expected, "it was " + (came == null ? "none" : came));
            }
        }
        return this;
    }

    private void fail(String expected, String came) {
        failWithMessage(
                "%s",
                Told.message(
                        "the clock " + clock + " " + expected + " at " + moment.at(),
                        came,
                        explained(),
                        Told.last(moment.events())));
    }

    /** The sentence about the clock, then a line for each stretch of its time. */
    private String explained() {
        StringBuilder why = new StringBuilder(actual.summary());
        for (SlaInterval interval : actual.intervals()) {
            why.append("\n")
                    .append(interval.from())
                    .append(" to ")
                    .append(interval.to())
                    .append(' ')
                    .append(interval.kind())
                    .append(interval.reason().isEmpty() ? "" : " (" + interval.reason() + ")")
                    .append(", ended by ")
                    .append(interval.endedBy());
        }
        return why.toString();
    }
}
