package dev.incidentkit.core.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events of review, satisfaction and effort. */
public sealed interface ReviewEvent extends IncidentEvent
        permits ReviewEvent.ReviewOpened,
                ReviewEvent.ReviewSigned,
                ReviewEvent.Surveyed,
                ReviewEvent.EffortRecorded,
                ReviewEvent.ReviewWritten,
                ReviewEvent.ReviewActionPlanned,
                ReviewEvent.ReviewActionEnded,
                ReviewEvent.ReviewShared {
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

        /**
         * Treats a {@link ReviewWritten}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R reviewWritten(ReviewWritten event);

        /**
         * Treats a {@link ReviewActionPlanned}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R reviewActionPlanned(ReviewActionPlanned event);

        /**
         * Treats a {@link ReviewActionEnded}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R reviewActionEnded(ReviewActionEnded event);

        /**
         * Treats a {@link ReviewShared}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R reviewShared(ReviewShared event);
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

    /**
     * Something was written into the review.
     *
     * @param meta when, who and why
     * @param section where
     * @param text what
     */
    record ReviewWritten(EventMeta meta, ReviewSection section, PersonalText text) implements ReviewEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reviewWritten(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.reviewWritten(this);
        }
    }

    /**
     * The review asked for something.
     *
     * @param meta when, who and why
     * @param action its name
     * @param kind what it is for
     * @param owner who does it
     * @param dueAt by when
     * @param text what is to be done
     */
    record ReviewActionPlanned(
            EventMeta meta, String action, ReviewActionKind kind, String owner, Instant dueAt, PersonalText text)
            implements ReviewEvent {
        /** Cuts the instant to milliseconds. */
        public ReviewActionPlanned {
            dueAt = Checks.millis(dueAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reviewActionPlanned(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.reviewActionPlanned(this);
        }
    }

    /**
     * What the review asked for was done or dropped.
     *
     * @param meta when, who and why
     * @param action its name
     * @param state how it stands since
     * @param comment what was done, or why it was dropped
     */
    record ReviewActionEnded(EventMeta meta, String action, ReviewActionState state, PersonalText comment)
            implements ReviewEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reviewActionEnded(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.reviewActionEnded(this);
        }
    }

    /**
     * It was said who may read the review.
     *
     * @param meta when, who and why
     * @param readers the roles that may; empty for everybody
     */
    record ReviewShared(EventMeta meta, Set<Role> readers) implements ReviewEvent {
        /** Copies the roles. */
        public ReviewShared {
            readers = Set.copyOf(readers);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reviewShared(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.reviewShared(this);
        }
    }
}
