package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events that write down what is done. */
public sealed interface WorkEvent extends IncidentEvent
        permits WorkEvent.Noted,
                WorkEvent.Communicated,
                WorkEvent.Linked,
                WorkEvent.Unlinked,
                WorkEvent.Contained,
                WorkEvent.Restored,
                WorkEvent.Amended,
                WorkEvent.ChecklistAnswered {
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
         * Treats a {@link Noted}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R noted(Noted event);

        /**
         * Treats a {@link Communicated}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R communicated(Communicated event);

        /**
         * Treats a {@link Linked}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R linked(Linked event);

        /**
         * Treats a {@link Unlinked}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R unlinked(Unlinked event);

        /**
         * Treats a {@link Contained}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R contained(Contained event);

        /**
         * Treats a {@link Restored}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R restored(Restored event);

        /**
         * Treats a {@link Amended}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R amended(Amended event);

        /**
         * Treats a {@link ChecklistAnswered}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R checklistAnswered(ChecklistAnswered event);
    }

    /**
     * A note was written.
     *
     * @param meta when, who and why
     * @param text the note
     * @param visibility who may read it
     */
    record Noted(EventMeta meta, PersonalText text, Visibility visibility) implements WorkEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.noted(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.noted(this);
        }
    }

    /**
     * A message went out or came in.
     *
     * @param meta when, who and why
     * @param direction which way it went
     * @param channel the way by which it went
     * @param audience whom it was for, or whom it came from
     * @param text what it said
     * @param visibility who may read it
     */
    record Communicated(
            EventMeta meta,
            Direction direction,
            Channel channel,
            String audience,
            PersonalText text,
            Visibility visibility)
            implements WorkEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.communicated(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.communicated(this);
        }
    }

    /**
     * A relation was made.
     *
     * @param meta when, who and why
     * @param relation what is related, and how
     */
    record Linked(EventMeta meta, Relation relation) implements WorkEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.linked(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.linked(this);
        }
    }

    /**
     * A relation was ended.
     *
     * @param meta when, who and why
     * @param relation what was related, and how
     */
    record Unlinked(EventMeta meta, Relation relation) implements WorkEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unlinked(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.unlinked(this);
        }
    }

    /**
     * The spread was stopped.
     *
     * @param meta when, who and why
     * @param containedAt when
     * @param text what was done
     * @param before what was affected until then; null where it was not said what still is
     * @param after what still is; null where it was not said
     */
    record Contained(
            EventMeta meta,
            Instant containedAt,
            PersonalText text,
            @Nullable AffectedScope before,
            @Nullable AffectedScope after)
            implements WorkEvent {
        /**
         * Leaves open what is still affected.
         *
         * @param meta when, who and why
         * @param containedAt when
         * @param text what was done
         */
        public Contained(EventMeta meta, Instant containedAt, PersonalText text) {
            this(meta, containedAt, text, null, null);
        }

        /** Cuts instants to milliseconds. */
        public Contained {
            containedAt = Checks.millis(containedAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.contained(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.contained(this);
        }
    }

    /**
     * The service worked again.
     *
     * @param meta when, who and why
     * @param restoredAt when
     */
    record Restored(EventMeta meta, Instant restoredAt) implements WorkEvent {
        /** Cuts instants to milliseconds. */
        public Restored {
            restoredAt = Checks.millis(restoredAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restored(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.restored(this);
        }
    }

    /**
     * Fields were changed. What is null stayed.
     *
     * @param meta when, who and why
     * @param title what it is about
     * @param description what happened
     * @param services the affected services
     * @param affectedUsers how many users suffer
     * @param attributes attributes that were set
     * @param removed names of attributes that were removed
     * @param priority the priority now derived, where it changed
     */
    record Amended(
            EventMeta meta,
            @Nullable PersonalText title,
            @Nullable PersonalText description,
            @Nullable Set<String> services,
            @Nullable Integer affectedUsers,
            Attributes attributes,
            Set<String> removed,
            @Nullable Priority priority)
            implements WorkEvent {
        /** Copies the sets. */
        public Amended {
            services = services == null ? null : Set.copyOf(services);
            removed = Set.copyOf(removed);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.amended(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.amended(this);
        }
    }

    /**
     * An item of the closure checklist was answered.
     *
     * @param meta when, who and why
     * @param item the item's name
     * @param done whether it is done or accepted
     * @param comment a comment
     */
    record ChecklistAnswered(
            EventMeta meta,
            String item,
            boolean done,
            @Nullable PersonalText comment) implements WorkEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.checklistAnswered(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.checklistAnswered(this);
        }
    }
}
