package dev.incidentkit.core.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events of review, satisfaction and effort. */
public sealed interface ReviewEvent extends IncidentEvent
        permits ReviewEvent.ReviewOpened, ReviewEvent.ReviewSigned, ReviewEvent.Surveyed, ReviewEvent.EffortRecorded {
    /**
     * Calls the visitor's method for this event.
     *
     * @param visitor one method for each kind of event of this theme
     * @param <R> what the visitor returns
     * @return what that method returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each kind of event of this theme.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /**
         * Treats a {@link ReviewOpened}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R reviewOpened(ReviewOpened event);

        /**
         * Treats a {@link ReviewSigned}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R reviewSigned(ReviewSigned event);

        /**
         * Treats a {@link Surveyed}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R surveyed(Surveyed event);

        /**
         * Treats a {@link EffortRecorded}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R effortRecorded(EffortRecorded event);
    }

    /**
     * A review of how the incident was handled was opened.
     *
     * @param meta when, who and why
     * @param owner who writes it
     * @param dueAt when it is due
     */
    record ReviewOpened(EventMeta meta, String owner, Instant dueAt) implements ReviewEvent {
        /** Cuts instants to milliseconds. */
        public ReviewOpened {
            dueAt = Checks.millis(dueAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reviewOpened(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.reviewOpened(this);
        }
    }

    /**
     * The review was signed off.
     *
     * @param meta when, who and why
     * @param summary what was learned
     */
    record ReviewSigned(EventMeta meta, PersonalText summary) implements ReviewEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reviewSigned(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.reviewSigned(this);
        }
    }

    /**
     * The caller said how content they are.
     *
     * @param meta when, who and why
     * @param score 1 (not at all) to 5 (fully)
     * @param comment in the caller's words
     */
    record Surveyed(EventMeta meta, int score, @Nullable PersonalText comment) implements ReviewEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.surveyed(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.surveyed(this);
        }
    }

    /**
     * Work was recorded.
     *
     * @param meta when, who and why
     * @param team who worked
     * @param time how long
     * @param cost what it cost, in the host's currency, at most 100 digits; never in thousands or the like: 1E+3 becomes
     *     1000, so that it is equal to itself once it was written out
     * @param billing whether somebody pays
     */
    record EffortRecorded(
            EventMeta meta,
            String team,
            Duration time,
            @Nullable BigDecimal cost,
            Billing billing) implements ReviewEvent {
        /**
         * Writes the cost out.
         *
         * @throws IllegalArgumentException if the cost has more than 100 digits or an exponent beyond 1,000
         */
        public EffortRecorded {
            cost = cost == null ? null : Checks.plain(cost, "cost");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.effortRecorded(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.effortRecorded(this);
        }
    }
}
