package dev.incidentkit.desk;

import dev.incidentkit.core.incident.AlertEvent;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.WorkEvent;

/** Says of which events somebody is to be told. Pure and safe for use by several threads. */
@FunctionalInterface
public interface NotificationFilter {
    /**
     * Whether somebody is to be told.
     *
     * @param event the event
     * @param after the incident after it
     * @return true if a notification is to be written with it
     */
    boolean tells(IncidentEvent event, Incident after);

    /**
     * Whether somebody may be told of alerts that repeat what is known. Where nobody is, they are counted at less cost.
     *
     * @return true unless a filter says otherwise
     */
    default boolean tellsOfRepeats() {
        return true;
    }

    /**
     * Tells of everything that changes the status, of assignments and escalations, of outbound messages, and of what
     * clocks signal when people are to be told; of messages and people that plans ask for, of emergency changes to be
     * decided, of deadlines that passed, of chat rooms and bridges in which people meet, of what is proposed and decided about
     * major incidents, and of alerts that begin to flap or ask for a step that is refused; not of imported histories, nor of potential incidents of suppressed alerts until they become incidents.
     *
     * @return the filter
     */
    static NotificationFilter standard() {
        return new SilentOnRepeats((event, after) -> (event instanceof LifecycleEvent && !isSuppressed(event, after))
                || isNoLongerSuppressed(event, after)
                || event instanceof AssignmentEvent.Assigned
                || event instanceof AssignmentEvent.Escalated
                || (event instanceof WorkEvent.Communicated message && message.direction() == Direction.OUTBOUND)
                || (event instanceof SlaEvent signal && signal.isTold())
                || (event instanceof ProcessEvent.DeadlinePassed passed
                        && !passed.kind().isTimer())
                || event instanceof TriageEvent.MajorChanged
                || (event instanceof WorkEvent.Linked linked
                        && isMeeting(linked.relation().kind()))
                || (event instanceof AlertEvent.Flapping flapping && FlapSpells.begins(flapping, after))
                || event instanceof AlertEvent.ReactionBlocked
                || (event instanceof ProcessEvent.MessagePlanned message && message.dueAt() != null)
                || (event instanceof ProcessEvent.StaffingRequired staffing && staffing.count() > 0)
                || event instanceof ProcessEvent.ChangeRequested);
    }

    /** Whether suppressed alerts began an incident that is only a potential one, or it ended as such. */
    private static boolean isSuppressed(IncidentEvent event, Incident after) {
        return after.handling().type() == RecordType.POTENTIAL_INCIDENT
                && after.handling().alerts().values().stream().anyMatch(tally -> tally.suppressed() > 0)
                && (event instanceof Reported || event instanceof LifecycleEvent.Cancelled);
    }

    /** Whether people who work on the incident meet there. */
    private static boolean isMeeting(RelationKind kind) {
        return kind == RelationKind.CHAT_ROOM || kind == RelationKind.BRIDGE;
    }

    private static boolean isNoLongerSuppressed(IncidentEvent event, Incident after) {
        return event instanceof TriageEvent.Reclassified judged
                && judged.to() == RecordType.INCIDENT
                && !after.handling().alerts().isEmpty();
    }

    /** {@return a filter that tells of nothing} */
    static NotificationFilter none() {
        return new SilentOnRepeats((event, after) -> false);
    }

    /** {@return a filter that tells of everything but imported histories} */
    static NotificationFilter everything() {
        return (event, after) -> !(event instanceof RecordEvent.Imported);
    }
}
