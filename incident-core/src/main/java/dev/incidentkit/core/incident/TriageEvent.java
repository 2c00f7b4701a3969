package dev.incidentkit.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events that judge an incident. */
public sealed interface TriageEvent extends IncidentEvent
        permits TriageEvent.Triaged,
                TriageEvent.Categorized,
                TriageEvent.PriorityOverridden,
                TriageEvent.OverrideEnded,
                TriageEvent.Reclassified,
                TriageEvent.MajorChanged {
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
         * Treats a {@link Triaged}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R triaged(Triaged event);

        /**
         * Treats a {@link Categorized}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R categorized(Categorized event);

        /**
         * Treats a {@link PriorityOverridden}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R priorityOverridden(PriorityOverridden event);

        /**
         * Treats a {@link OverrideEnded}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R overrideEnded(OverrideEnded event);

        /**
         * Treats a {@link Reclassified}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R reclassified(Reclassified event);

        /**
         * Treats a {@link MajorChanged}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R majorChanged(MajorChanged event);
    }

    /**
     * Impact, urgency or severity was judged, and the priority derived anew. What is null stayed.
     *
     * @param meta when, who and why
     * @param impact how far the effect reaches
     * @param urgency how soon it becomes unbearable
     * @param severity how bad it is on its own
     * @param priority the priority now derived
     */
    record Triaged(
            EventMeta meta,
            @Nullable Impact impact,
            @Nullable Urgency urgency,
            @Nullable Severity severity,
            @Nullable Priority priority)
            implements TriageEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.triaged(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.triaged(this);
        }
    }

    /**
     * The category was set, and the priority derived anew.
     *
     * @param meta when, who and why
     * @param category where the incident belongs
     * @param priority the priority now derived
     */
    record Categorized(
            EventMeta meta, Category category, @Nullable Priority priority) implements TriageEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.categorized(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.categorized(this);
        }
    }

    /**
     * Another priority was put in the place of the derived one.
     *
     * @param meta when, who and why
     * @param override the new line of the ledger
     */
    record PriorityOverridden(EventMeta meta, PriorityOverride override) implements TriageEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.priorityOverridden(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.priorityOverridden(this);
        }
    }

    /**
     * The derived priority holds again, unless another override follows.
     *
     * @param meta when, who and why
     * @param end how the override ended
     */
    record OverrideEnded(EventMeta meta, OverrideEnd end) implements TriageEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.overrideEnded(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.overrideEnded(this);
        }
    }

    /**
     * What the record is was corrected.
     *
     * @param meta when, who and why
     * @param from what it was taken for
     * @param to what it is
     * @param reason why
     */
    record Reclassified(EventMeta meta, RecordType from, RecordType to, PersonalText reason) implements TriageEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reclassified(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.reclassified(this);
        }
    }

    /**
     * Somebody, or a rule, said how it stands with whether the incident is a major one.
     *
     * @param meta when, who and why
     * @param state how it stands since
     * @param reason why, where somebody said so
     * @param dueAt by when it is to be decided, where it was proposed
     */
    record MajorChanged(
            EventMeta meta,
            MajorState state,
            @Nullable PersonalText reason,
            @Nullable Instant dueAt) implements TriageEvent {
        /** Cuts the instant to milliseconds. */
        public MajorChanged {
            dueAt = Checks.millisOrNull(dueAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.majorChanged(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.majorChanged(this);
        }
    }
}
