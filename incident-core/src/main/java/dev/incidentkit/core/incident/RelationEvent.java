package dev.incidentkit.core.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of what is done to several incidents at once. */
public sealed interface RelationEvent extends IncidentEvent
        permits RelationEvent.CascadeAsked, RelationEvent.CascadeEnded, RelationEvent.Absorbed {
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
         * Treats a {@link CascadeAsked}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R cascadeAsked(CascadeAsked event);

        /**
         * Treats a {@link CascadeEnded}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R cascadeEnded(CascadeEnded event);

        /**
         * Treats an {@link Absorbed}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R absorbed(Absorbed event);
    }

    /**
     * The children are to take a step because their parent did.
     *
     * @param meta when, who and why
     * @param rule the rule of the definition
     * @param action the step of the parent
     * @param children the children it had then, in the order in which they were linked
     */
    record CascadeAsked(EventMeta meta, String rule, Action action, List<IncidentId> children)
            implements RelationEvent {
        /** Copies the list. */
        public CascadeAsked {
            children = List.copyOf(children);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cascadeAsked(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.cascadeAsked(this);
        }
    }

    /**
     * A cascade was carried out.
     *
     * @param meta when, who and why
     * @param asked the sequence of the event that asked for it
     * @param results what became of each child
     */
    record CascadeEnded(EventMeta meta, int asked, List<CascadeResult> results) implements RelationEvent {
        /** Copies the list. */
        public CascadeEnded {
            results = List.copyOf(results);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cascadeEnded(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.cascadeEnded(this);
        }
    }

    /**
     * Another incident was merged into this one.
     *
     * @param meta when, who and why
     * @param from the incident that ended
     * @param reporter who or what had reported it
     * @param relations what it was related to, as far as this one was not
     * @param participants who worked on it and when, as far as they do not work on this one
     */
    record Absorbed(
            EventMeta meta,
            IncidentId from,
            @Nullable Reporter reporter,
            List<Relation> relations,
            List<Participant> participants)
            implements RelationEvent {
        /** Copies the lists. */
        public Absorbed {
            relations = List.copyOf(relations);
            participants = List.copyOf(participants);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.absorbed(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.absorbed(this);
        }
    }
}
