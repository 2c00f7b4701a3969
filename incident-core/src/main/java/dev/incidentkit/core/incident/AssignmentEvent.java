package dev.incidentkit.core.incident;

/** Events about who works on an incident. */
public sealed interface AssignmentEvent extends IncidentEvent
        permits AssignmentEvent.Assigned,
                AssignmentEvent.Unassigned,
                AssignmentEvent.Acknowledged,
                AssignmentEvent.Escalated {
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
         * Treats a {@link Assigned}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R assigned(Assigned event);

        /**
         * Treats a {@link Unassigned}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R unassigned(Unassigned event);

        /**
         * Treats a {@link Acknowledged}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R acknowledged(Acknowledged event);

        /**
         * Treats a {@link Escalated}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R escalated(Escalated event);
    }

    /**
     * Somebody became accountable.
     *
     * @param meta when, who and why
     * @param owner the one accountable owner
     */
    record Assigned(EventMeta meta, Owner owner) implements AssignmentEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assigned(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.assigned(this);
        }
    }

    /**
     * Nobody is accountable any more.
     *
     * @param meta when, who and why
     */
    record Unassigned(EventMeta meta) implements AssignmentEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unassigned(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.unassigned(this);
        }
    }

    /**
     * Somebody said that the incident was seen.
     *
     * @param meta when, who and why
     */
    record Acknowledged(EventMeta meta) implements AssignmentEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.acknowledged(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.acknowledged(this);
        }
    }

    /**
     * More skill or more authority was asked for.
     *
     * @param meta when, who and why
     * @param kind where it goes
     * @param target whom it goes to
     * @param reason why
     */
    record Escalated(EventMeta meta, EscalationKind kind, String target, String reason) implements AssignmentEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.escalated(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.escalated(this);
        }
    }
}
