package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did.
 *
 * @param act what
 * @param kind by whom
 * @param visibility who could see it, where that is said
 * @param audience whom it was for, where that is said
 */
record Deed(
        SatisfyingAct act,
        ActorKind kind,
        @Nullable Visibility visibility,
        @Nullable String audience) {
    static @Nullable Deed of(IncidentEvent event) {
        ActorKind kind = event.meta().actor().kind();
        if (event instanceof AssignmentEvent.Acknowledged) {
            return new Deed(SatisfyingAct.ACKNOWLEDGEMENT, kind, null, null);
        }
        if (event instanceof LifecycleEvent.Started
                || (event instanceof LifecycleEvent.Performed step && step.to().phase() == Phase.ACTIVE)) {
            return new Deed(SatisfyingAct.START, kind, null, null);
        }
        if (event instanceof WorkEvent.Communicated message && message.direction() == Direction.OUTBOUND) {
            return new Deed(SatisfyingAct.MESSAGE, kind, message.visibility(), message.audience());
        }
        if (event instanceof WorkEvent.Noted note) {
            return new Deed(SatisfyingAct.NOTE, kind, note.visibility(), null);
        }
        // A history of another system tells that work began, and not by whom: people are taken to have done it.
        boolean began = event instanceof RecordEvent.Imported imported
                && imported.step().status().phase() == Phase.ACTIVE;
        return began ? new Deed(SatisfyingAct.START, ActorKind.HUMAN, null, null) : null;
    }

    boolean satisfies(Satisfier satisfier) {
        return satisfier.acts().contains(act)
                && satisfier.kinds().contains(kind)
                && (visibility == null || satisfier.visibilities().contains(visibility))
                && (satisfier.audiences().isEmpty()
                        || (audience != null && satisfier.audiences().contains(audience)));
    }
}
