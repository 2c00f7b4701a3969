package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the outline of an incident from its events. It knows the events of everyday work. Where a record holds any other,
 * begins with anything but a report, or does not run forward, it gives up: the incident is then folded as a whole, which
 * also says what is wrong with a record. So an event that it does not know costs time and never a figure.
 *
 * <p>Events are told apart by their classes, one after the other, the frequent ones first: a comparison of final classes
 * costs less than a call through an interface with sixty implementations.
 */
final class OutlineReader {
    private final Outline outline;

    private OutlineReader(Reported first) {
        this.outline = new Outline(first);
    }

    /**
     * Reads a record.
     *
     * @param events what should be the events of one incident, in their order
     * @return the outline; null where the incident must be folded
     */
    static @Nullable Outline read(List<IncidentEvent> events) {
        int count = events.size();
        if (count == 0 || !(events.get(0) instanceof Reported first)) {
            return null;
        }
        OutlineReader reader = new OutlineReader(first);
        EventMeta before = first.meta();
        for (int i = 1; i < count; i++) {
            EventMeta meta = reader.take(events.get(i));
            if (meta == null
                    || isEarlier(meta.effectiveAt(), before.effectiveAt())
                    || isEarlier(meta.recordedAt(), before.recordedAt())) {
                return null;
            }
            before = meta;
        }
        return reader.outline.complete();
    }

    private static boolean isEarlier(Instant at, Instant than) {
        long seconds = at.getEpochSecond() - than.getEpochSecond();
        return seconds < 0 || (seconds == 0 && at.getNano() < than.getNano());
    }

    /** Each takes an event in and gives its meta data; null where it does not know the event. */
    private @Nullable EventMeta take(IncidentEvent event) {
        EventMeta meta = often(event);
        if (meta == null) {
            meta = step(event);
        }
        if (meta == null) {
            meta = work(event);
        }
        if (meta == null) {
            meta = triage(event);
        }
        if (meta == null) {
            meta = clock(event);
        }
        return meta == null ? upkeep(event) : meta;
    }

    private @Nullable EventMeta often(IncidentEvent event) {
        if (event instanceof WorkEvent.Noted noted) {
            return noted.meta();
        }
        if (event instanceof TriageEvent.Triaged triaged) {
            return derive(triaged.priority(), triaged.meta());
        }
        if (event instanceof AssignmentEvent.Acknowledged acknowledged) {
            return acknowledge(acknowledged.meta());
        }
        if (event instanceof AssignmentEvent.Assigned assigned) {
            return own(assigned.owner(), assigned.meta());
        }
        if (event instanceof LifecycleEvent.Started started) {
            return begin(enter(started.to(), started.meta()));
        }
        return event instanceof WorkEvent.Communicated communicated ? communicated.meta() : null;
    }

    private @Nullable EventMeta step(IncidentEvent event) {
        if (event instanceof LifecycleEvent.Held held) {
            outline.waited = true;
            return enter(held.to(), held.meta());
        }
        if (event instanceof LifecycleEvent.Resumed resumed) {
            return enter(resumed.to(), resumed.meta());
        }
        if (event instanceof LifecycleEvent.Resolved resolved) {
            return resolve(resolved);
        }
        if (event instanceof LifecycleEvent.Closed closed) {
            return enter(closed.to(), closed.meta());
        }
        if (event instanceof LifecycleEvent.Confirmed confirmed) {
            return enter(confirmed.to(), confirmed.meta());
        }
        return event instanceof WorkEvent.ChecklistAnswered answered ? answered.meta() : back(event);
    }

    private @Nullable EventMeta back(IncidentEvent event) {
        if (event instanceof LifecycleEvent.Reopened reopened) {
            return unresolve(reopened.to(), reopened.meta());
        }
        if (event instanceof LifecycleEvent.Rejected rejected) {
            return unresolve(rejected.to(), rejected.meta());
        }
        if (event instanceof LifecycleEvent.Cancelled cancelled) {
            return cancel(cancelled);
        }
        if (event instanceof LifecycleEvent.Performed performed) {
            return perform(performed.to(), performed.meta());
        }
        return event instanceof LifecycleEvent.ClosureBlocked blocked ? blocked.meta() : null;
    }

    private @Nullable EventMeta work(IncidentEvent event) {
        if (event instanceof AssignmentEvent.Escalated escalated) {
            outline.escalations++;
            return escalated.meta();
        }
        if (event instanceof AssignmentEvent.Unassigned unassigned) {
            outline.owner = null;
            return unassigned.meta();
        }
        if (event instanceof WorkEvent.Linked linked) {
            relate(linked.relation());
            return linked.meta();
        }
        if (event instanceof WorkEvent.Unlinked unlinked) {
            List<Relation> left = new ArrayList<>(outline.relations);
            left.remove(unlinked.relation());
            outline.relations = left;
            return unlinked.meta();
        }
        return event instanceof ReviewEvent.Surveyed surveyed ? survey(surveyed) : said(event);
    }

    private @Nullable EventMeta said(IncidentEvent event) {
        if (event instanceof WorkEvent.Restored restored) {
            outline.reached(Milestone.RESTORED, restored.restoredAt());
            return restored.meta();
        }
        if (event instanceof WorkEvent.Amended amended) {
            outline.services = amended.services() == null ? outline.services : amended.services();
            return derive(amended.priority(), amended.meta());
        }
        return null;
    }

    private @Nullable EventMeta triage(IncidentEvent event) {
        if (event instanceof TriageEvent.Categorized categorized) {
            outline.category = categorized.category();
            return derive(categorized.priority(), categorized.meta());
        }
        if (event instanceof TriageEvent.PriorityOverridden overridden) {
            outline.override = overridden.override();
            outline.overridden = true;
            return overridden.meta();
        }
        if (event instanceof TriageEvent.OverrideEnded ended) {
            outline.override = null;
            return ended.meta();
        }
        if (event instanceof TriageEvent.Reclassified reclassified) {
            outline.type = reclassified.to();
            return reclassified.meta();
        }
        return null;
    }

    /** What clocks told is for metrics that look at the events. */
    private static @Nullable EventMeta clock(IncidentEvent event) {
        if (event instanceof SlaEvent.AtRisk risk) {
            return risk.meta();
        }
        if (event instanceof SlaEvent.Breached breached) {
            return breached.meta();
        }
        if (event instanceof SlaEvent.Overran overran) {
            return overran.meta();
        }
        if (event instanceof SlaEvent.BreachWithdrawn withdrawn) {
            return withdrawn.meta();
        }
        if (event instanceof SlaEvent.Missed missed) {
            return missed.meta();
        }
        return event instanceof SlaEvent.NoticeGiven given ? given.meta() : null;
    }

    private @Nullable EventMeta upkeep(IncidentEvent event) {
        if (event instanceof RecordEvent.Migrated migrated) {
            return enter(migrated.status(), migrated.meta());
        }
        if (event instanceof RecordEvent.Redacted redacted) {
            return redacted.meta();
        }
        if (event instanceof RecordEvent.Preserved preserved) {
            return preserved.meta();
        }
        return event instanceof RecordEvent.Archived archived ? archived.meta() : null;
    }

    private EventMeta enter(Status to, EventMeta meta) {
        if (!to.equals(outline.status)) {
            outline.status = to;
            if (to.phase().isEnd()) {
                outline.first(Milestone.ENDED, meta.effectiveAt());
            } else {
                outline.reached(Milestone.ENDED, null);
            }
        }
        return meta;
    }

    private EventMeta acknowledge(EventMeta meta) {
        outline.first(Milestone.ACKNOWLEDGED, meta.effectiveAt());
        return meta;
    }

    private EventMeta begin(EventMeta meta) {
        outline.first(Milestone.STARTED, meta.effectiveAt());
        return acknowledge(meta);
    }

    private EventMeta derive(@Nullable Priority priority, EventMeta meta) {
        outline.derived = priority == null ? outline.derived : priority;
        return meta;
    }

    private EventMeta own(Owner next, EventMeta meta) {
        if (outline.owner != null && !outline.owner.equals(next)) {
            outline.reassignments++;
        }
        outline.owner = next;
        return meta;
    }

    private EventMeta resolve(LifecycleEvent.Resolved event) {
        Instant at = event.meta().effectiveAt();
        outline.reached(Milestone.RESOLVED, at);
        outline.first(Milestone.FIRST_RESOLVED, at);
        outline.first(Milestone.RESTORED, at);
        outline.category = event.category() == null ? outline.category : event.category();
        return enter(event.to(), event.meta());
    }

    private EventMeta unresolve(Status to, EventMeta meta) {
        outline.waited |= to.phase() == Phase.ON_HOLD;
        unresolve();
        return enter(to, meta);
    }

    private void unresolve() {
        outline.reopenings++;
        outline.reached(Milestone.RESOLVED, null);
        outline.reached(Milestone.RESTORED, null);
    }

    private EventMeta cancel(LifecycleEvent.Cancelled event) {
        outline.cancelReason = event.reason();
        if (event.duplicateOf() != null) {
            relate(new Relation(RelationKind.DUPLICATE_OF, event.duplicateOf().value()));
        }
        return enter(event.to(), event.meta());
    }

    /** A step of the host's own means what the phase says that it leads to. */
    private EventMeta perform(Status to, EventMeta meta) {
        enter(to, meta);
        Phase phase = to.phase();
        boolean isResolved = outline.at(Milestone.RESOLVED) != null;
        outline.waited |= phase == Phase.ON_HOLD;
        if (phase == Phase.RESOLVED && !isResolved) {
            outline.reached(Milestone.RESOLVED, meta.effectiveAt());
            outline.first(Milestone.FIRST_RESOLVED, meta.effectiveAt());
            outline.first(Milestone.RESTORED, meta.effectiveAt());
        } else if (phase.isOpen() && isResolved) {
            unresolve();
        }
        return phase == Phase.ACTIVE ? begin(meta) : meta;
    }

    private void relate(Relation relation) {
        if (!outline.relations.contains(relation)) {
            List<Relation> more = new ArrayList<>(outline.relations);
            more.add(relation);
            outline.relations = more;
        }
    }

    private EventMeta survey(ReviewEvent.Surveyed event) {
        outline.satisfaction = event.score();
        return event.meta();
    }
}
