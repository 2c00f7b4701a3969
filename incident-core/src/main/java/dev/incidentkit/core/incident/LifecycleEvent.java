package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that may change the status. */
public sealed interface LifecycleEvent extends IncidentEvent
        permits Reported,
                LifecycleEvent.Started,
                LifecycleEvent.Held,
                LifecycleEvent.Resumed,
                LifecycleEvent.Resolved,
                LifecycleEvent.Reopened,
                LifecycleEvent.Rejected,
                LifecycleEvent.Confirmed,
                LifecycleEvent.Closed,
                LifecycleEvent.ClosureBlocked,
                LifecycleEvent.Cancelled,
                LifecycleEvent.Performed {
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
         * Treats a {@link Reported}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R reported(Reported event);

        /**
         * Treats a {@link Started}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R started(Started event);

        /**
         * Treats a {@link Held}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R held(Held event);

        /**
         * Treats a {@link Resumed}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R resumed(Resumed event);

        /**
         * Treats a {@link Resolved}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R resolved(Resolved event);

        /**
         * Treats a {@link Reopened}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R reopened(Reopened event);

        /**
         * Treats a {@link Rejected}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R rejected(Rejected event);

        /**
         * Treats a {@link Confirmed}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R confirmed(Confirmed event);

        /**
         * Treats a {@link Closed}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R closed(Closed event);

        /**
         * Treats a {@link ClosureBlocked}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R closureBlocked(ClosureBlocked event);

        /**
         * Treats a {@link Cancelled}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R cancelled(Cancelled event);

        /**
         * Treats a {@link Performed}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R performed(Performed event);
    }

    /**
     * Work began.
     *
     * @param meta when, who and why
     * @param to the status after it
     */
    record Started(EventMeta meta, Status to) implements LifecycleEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.started(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.started(this);
        }
    }

    /**
     * Work waits.
     *
     * @param meta when, who and why
     * @param to the status after it
     * @param reason what it waits for
     * @param comment what the caller was asked
     * @param resumeAt when waiting ends by itself
     */
    record Held(
            EventMeta meta,
            Status to,
            HoldReason reason,
            @Nullable PersonalText comment,
            @Nullable Instant resumeAt) implements LifecycleEvent {
        /** Cuts instants to milliseconds. */
        public Held {
            resumeAt = Checks.millisOrNull(resumeAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.held(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.held(this);
        }
    }

    /**
     * Waiting ended.
     *
     * @param meta when, who and why
     * @param to the status after it
     * @param trigger what ended it
     */
    record Resumed(EventMeta meta, Status to, ResumeTrigger trigger) implements LifecycleEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resumed(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.resumed(this);
        }
    }

    /**
     * The service is back as it should be.
     *
     * @param meta when, who and why
     * @param to the status after it
     * @param category where the incident belongs, if that was given
     * @param resolution what was done
     */
    record Resolved(EventMeta meta, Status to, @Nullable Category category, Resolution resolution)
            implements LifecycleEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resolved(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.resolved(this);
        }
    }

    /**
     * The desk took the resolution back.
     *
     * @param meta when, who and why
     * @param to the status after it
     * @param reason why
     */
    record Reopened(EventMeta meta, Status to, PersonalText reason) implements LifecycleEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reopened(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.reopened(this);
        }
    }

    /**
     * The caller refused the resolution.
     *
     * @param meta when, who and why
     * @param to the status after it
     * @param reason why
     */
    record Rejected(EventMeta meta, Status to, PersonalText reason) implements LifecycleEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rejected(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.rejected(this);
        }
    }

    /**
     * The caller accepted the resolution.
     *
     * @param meta when, who and why
     * @param to the status after it
     * @param lacking what closure still lacks; empty where it follows
     */
    record Confirmed(EventMeta meta, Status to, List<Unmet> lacking) implements LifecycleEvent {
        /** Copies the list. */
        public Confirmed {
            lacking = List.copyOf(lacking);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.confirmed(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.confirmed(this);
        }
    }

    /**
     * Nothing more is to be done.
     *
     * @param meta when, who and why
     * @param to the status after it
     * @param trigger what closed it
     */
    record Closed(EventMeta meta, Status to, ClosureTrigger trigger) implements LifecycleEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closed(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.closed(this);
        }
    }

    /**
     * The closure delay passed, but closure lacks something. Recorded once; it is then tried again daily in silence.
     *
     * @param meta when, who and why
     * @param lacking what is lacking, at least one
     */
    record ClosureBlocked(EventMeta meta, List<Unmet> lacking) implements LifecycleEvent {
        /** Copies the list. */
        public ClosureBlocked {
            lacking = List.copyOf(lacking);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closureBlocked(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.closureBlocked(this);
        }
    }

    /**
     * The incident ended without a resolution.
     *
     * @param meta when, who and why
     * @param to the status after it
     * @param reason why
     * @param duplicateOf the incident that stands for this one
     * @param comment a comment
     */
    record Cancelled(
            EventMeta meta,
            Status to,
            CancelReason reason,
            @Nullable IncidentId duplicateOf,
            @Nullable PersonalText comment)
            implements LifecycleEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cancelled(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.cancelled(this);
        }
    }

    /**
     * A step of the host's own lifecycle was taken.
     *
     * @param meta when, who and why
     * @param action the step's name
     * @param to the status after it
     * @param comment a comment
     * @param attributes attributes that it set
     */
    record Performed(
            EventMeta meta,
            Action action,
            Status to,
            @Nullable PersonalText comment,
            Attributes attributes) implements LifecycleEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.performed(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.performed(this);
        }
    }
}
