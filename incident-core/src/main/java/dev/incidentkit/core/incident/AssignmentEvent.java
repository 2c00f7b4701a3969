package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events about who works on an incident. */
public sealed interface AssignmentEvent extends IncidentEvent
        permits AssignmentEvent.Assigned,
                AssignmentEvent.Unassigned,
                AssignmentEvent.Acknowledged,
                AssignmentEvent.Escalated,
                AssignmentEvent.EscalationMoved {
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

        /**
         * Treats an {@link EscalationMoved}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R escalationMoved(EscalationMoved event);
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

    /**
     * An escalation began, went on or ended.
     *
     * @param meta when, who and why
     * @param chain the name of the chain of the definition
     * @param steps its steps as they were when it began; none where it ended because its reason did
     * @param next how many of them are over
     * @param dueAt when the next is due; null where nobody more is to be called
     */
    record EscalationMoved(
            EventMeta meta,
            String chain,
            List<PlannedEscalation> steps,
            int next,
            @Nullable Instant dueAt) implements AssignmentEvent {
        /** Copies the list and cuts the instant to milliseconds. */
        public EscalationMoved {
            steps = List.copyOf(steps);
            dueAt = Checks.millisOrNull(dueAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.escalationMoved(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.escalationMoved(this);
        }
    }
}
