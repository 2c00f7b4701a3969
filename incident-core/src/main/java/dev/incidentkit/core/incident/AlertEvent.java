package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of alerts: what sources said, and what did not follow from it. */
public sealed interface AlertEvent extends IncidentEvent
        permits AlertEvent.Signalled, AlertEvent.Flapping, AlertEvent.ReactionBlocked, AlertEvent.TalliesMoved {
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
         * Treats a {@link Signalled}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R signalled(Signalled event);

        /**
         * Treats a {@link Flapping}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R flapping(Flapping event);

        /**
         * Treats a {@link ReactionBlocked}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R reactionBlocked(ReactionBlocked event);

        /**
         * Treats a {@link TalliesMoved}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R talliesMoved(TalliesMoved event);
    }

    /**
     * Alerts of one key came that say the same.
     *
     * @param meta when, who and why
     * @param key their deduplication key
     * @param state what they say
     * @param count how many they are
     * @param firstAt the earliest of their instants, by the source's clock
     * @param lastAt the latest of their instants, by the source's clock
     * @param suppressedBy by what they were suppressed, if they were
     * @param suppressedUntil when that ends, if it does
     */
    record Signalled(
            EventMeta meta,
            String key,
            AlertState state,
            long count,
            Instant firstAt,
            Instant lastAt,
            @Nullable String suppressedBy,
            @Nullable Instant suppressedUntil)
            implements AlertEvent {
        /**
         * Checks key and count and cuts the instants to milliseconds.
         *
         * @throws IllegalArgumentException if the key is blank or too long, or the count is not positive
         */
        public Signalled {
            Checks.name(key, 190, "key of alerts");
            if (count < 1) {
                throw new IllegalArgumentException("At least 1 alert came, but the count is " + count);
            }
            firstAt = Checks.millis(firstAt);
            lastAt = Checks.millis(lastAt);
            suppressedUntil = Checks.millisOrNull(suppressedUntil);
        }

        /**
         * What a command says, as an event.
         *
         * @param meta when, who and why
         * @param signal the command
         * @return the event
         */
        public static Signalled of(EventMeta meta, AlertCommand.Signal signal) {
            return new Signalled(
                    meta,
                    signal.key(),
                    signal.state(),
                    signal.count(),
                    signal.firstAt(),
                    signal.lastAt(),
                    signal.suppressedBy(),
                    signal.suppressedUntil());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.signalled(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.signalled(this);
        }
    }

    /**
     * The condition changes too often: nothing follows from its changes until it was quiet for long enough.
     *
     * @param meta when, who and why
     * @param key the deduplication key
     * @param changes how many changes were counted
     * @param quietAt when it will have been quiet for long enough, unless it changes again
     */
    record Flapping(EventMeta meta, String key, int changes, Instant quietAt) implements AlertEvent {
        /** Cuts the instant to milliseconds. */
        public Flapping {
            Checks.name(key, 190, "key of alerts");
            quietAt = Checks.millis(quietAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flapping(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.flapping(this);
        }
    }

    /**
     * An alert asked for a step that was refused.
     *
     * @param meta when, who and why
     * @param action the step
     * @param lacking everything that stood against it
     */
    record ReactionBlocked(EventMeta meta, Action action, List<Unmet> lacking) implements AlertEvent {
        /** Copies the list. */
        public ReactionBlocked {
            lacking = List.copyOf(lacking);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reactionBlocked(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.reactionBlocked(this);
        }
    }

    /**
     * What alerts said about another incident is counted here from now on, or back there.
     *
     * @param meta when, who and why
     * @param from the incident that had them
     * @param to the incident that has them now
     * @param tallies what was counted until then, by key
     */
    record TalliesMoved(EventMeta meta, IncidentId from, IncidentId to, List<AlertTally> tallies)
            implements AlertEvent {
        /** Copies the list. */
        public TalliesMoved {
            tallies = List.copyOf(tallies);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.talliesMoved(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.talliesMoved(this);
        }
    }
}
