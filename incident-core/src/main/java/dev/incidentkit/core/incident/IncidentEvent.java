package dev.incidentkit.core.incident;

/**
 * Something that happened to an incident: the record is a sequence of these and of nothing else. The events of a theme
 * are the records nested in its interface. To treat them case by case, implement the {@link Visitor} of a theme, or of
 * all: a forgotten case then does not compile.
 */
public sealed interface IncidentEvent
        permits LifecycleEvent,
                TriageEvent,
                AssignmentEvent,
                WorkEvent,
                RecordEvent,
                ReviewEvent,
                ProcessEvent,
                AlertEvent,
                RelationEvent,
                SlaEvent {
    /**
     * When it took effect, when it was recorded, who did it and why.
     *
     * @return the meta data
     */
    EventMeta meta();

    /**
     * Calls the visitor's method for this event.
     *
     * @param visitor one method for each kind of event
     * @param <R> what the visitor returns
     * @return what that method returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each kind of event.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R>
            extends LifecycleEvent.Visitor<R>,
                    TriageEvent.Visitor<R>,
                    AssignmentEvent.Visitor<R>,
                    WorkEvent.Visitor<R>,
                    RecordEvent.Visitor<R>,
                    ReviewEvent.Visitor<R>,
                    ProcessEvent.Visitor<R>,
                    AlertEvent.Visitor<R>,
                    RelationEvent.Visitor<R>,
                    SlaEvent.Visitor<R> {}
}
