package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accumulator of the fold. It is filled by one thread and handed to an {@link Incident}, after which nobody writes
 * to it; {@link Incident#apply} folds into a copy. The collections it holds are immutable and are replaced as a whole,
 * so that a shallow copy is enough.
 */
final class IncidentState extends HandlingFold implements IncidentEvent.Visitor<IncidentState>, Cloneable {
    @Override
    IncidentState self() {
        return this;
    }

    IncidentState copy() {
        try {
            return (IncidentState) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("IncidentState is Cloneable", e);
        }
    }

    @SuppressWarnings("ReferenceEquality") // same instances need no order check; equal ones pass it
    void fold(IncidentEvent event) {
        EventMeta meta = event.meta();
        Instant effective = meta.effectiveAt();
        Instant recorded = meta.recordedAt();
        if (version == 0) {
            if (!(event instanceof Reported
                    || event instanceof RecordEvent.Adopted
                    || event instanceof RecordEvent.Imported)) {
                throw new HistoryException(
                        0, "a record begins with Reported, Adopted or Imported, but came " + name(event));
            }
        } else if (effective != lastEffectiveAt || recorded != lastRecordedAt) {
            checkOrder(event, effective, recorded);
        }
        event.accept((IncidentEvent.Visitor<IncidentState>) this);
        importing = event instanceof RecordEvent.Imported && (version == 0 || importing);
        lastEffectiveAt = effective;
        lastRecordedAt = recorded;
        version++;
    }

    private void checkOrder(IncidentEvent event, Instant effective, Instant recorded) {
        if (effective.isBefore(Objects.requireNonNull(lastEffectiveAt))) {
            throw new HistoryException(
                    version, name(event) + " takes effect at " + effective + ", before " + lastEffectiveAt);
        }
        if (recorded.isBefore(Objects.requireNonNull(lastRecordedAt))) {
            throw new HistoryException(
                    version, name(event) + " was recorded at " + recorded + ", before " + lastRecordedAt);
        }
    }

    private static String name(IncidentEvent event) {
        return event.getClass().getSimpleName();
    }

    private void beginsRecord(IncidentEvent event) {
        if (version != 0) {
            throw new HistoryException(version, name(event) + " begins a record, but this one has begun");
        }
    }

    @Override
    public IncidentState reported(Reported event) {
        beginsRecord(event);
        Takeover.report(this, event);
        return this;
    }

    @Override
    public IncidentState adopted(RecordEvent.Adopted event) {
        beginsRecord(event);
        id = event.id();
        tenant = event.tenant();
        definition = event.definition();
        Takeover.adopt(this, event.ticket(), event.meta().effectiveAt());
        return this;
    }

    @Override
    public IncidentState imported(RecordEvent.Imported event) {
        Takeover.identify(this, event);
        Takeover.step(this, event.step(), event.meta().effectiveAt());
        return this;
    }

    /** Enters a status of an imported step, with the hold spell that belongs to it. */
    void imported(Status to, @Nullable HoldReason reason, Instant at) {
        enter(to, at);
        if (to.phase() == Phase.ON_HOLD && reason != null && !reason.equals(holdReason)) {
            beginHold(reason, at, null);
        }
    }

    @Override
    public IncidentState started(LifecycleEvent.Started event) {
        enter(event.to(), event.meta().effectiveAt());
        begin(event);
        return this;
    }

    @Override
    public IncidentState held(LifecycleEvent.Held event) {
        Instant at = event.meta().effectiveAt();
        enter(event.to(), at);
        beginHold(event.reason(), at, event.resumeAt());
        return this;
    }

    @Override
    public IncidentState resumed(LifecycleEvent.Resumed event) {
        enter(event.to(), event.meta().effectiveAt());
        return this;
    }

    @Override
    public IncidentState resolved(LifecycleEvent.Resolved event) {
        Instant at = event.meta().effectiveAt();
        enter(event.to(), at);
        resolvedAt = at;
        resolution = event.resolution();
        if (firstResolvedAt == null) {
            firstResolvedAt = at;
        }
        if (restoredAt == null) {
            restoredAt = at;
        }
        if (event.category() != null) {
            category = event.category();
        }
        return this;
    }

    @Override
    public IncidentState reopened(LifecycleEvent.Reopened event) {
        enter(event.to(), event.meta().effectiveAt());
        waitAfter(Action.REOPEN, event.meta().effectiveAt());
        unresolve();
        return this;
    }

    @Override
    public IncidentState rejected(LifecycleEvent.Rejected event) {
        enter(event.to(), event.meta().effectiveAt());
        waitAfter(Action.REJECT, event.meta().effectiveAt());
        unresolve();
        return this;
    }

    @Override
    public IncidentState confirmed(LifecycleEvent.Confirmed event) {
        enter(event.to(), event.meta().effectiveAt());
        confirmed = true;
        return this;
    }

    @Override
    public IncidentState closed(LifecycleEvent.Closed event) {
        enter(event.to(), event.meta().effectiveAt());
        return this;
    }

    @Override
    public IncidentState closureBlocked(LifecycleEvent.ClosureBlocked event) {
        closureBlockedAt = event.meta().effectiveAt();
        return this;
    }

    @Override
    public IncidentState cancelled(LifecycleEvent.Cancelled event) {
        enter(event.to(), event.meta().effectiveAt());
        cancelReason = event.reason();
        if (event.duplicateOf() != null) {
            relate(new Relation(RelationKind.DUPLICATE_OF, event.duplicateOf().value()));
        }
        return this;
    }

    @Override
    public IncidentState performed(LifecycleEvent.Performed event) {
        Instant at = event.meta().effectiveAt();
        enter(event.to(), at);
        waitAfter(event.action(), at);
        Phase phase = event.to().phase();
        if (phase == Phase.RESOLVED && resolvedAt == null) {
            resolvedAt = at;
            firstResolvedAt = firstResolvedAt == null ? at : firstResolvedAt;
            restoredAt = restoredAt == null ? at : restoredAt;
        } else if (phase.isOpen() && resolvedAt != null) {
            unresolve();
        }
        if (phase == Phase.ACTIVE) {
            begin(event);
        }
        attributes = attributes.with(event.attributes(), Set.of());
        return this;
    }

    @Override
    public IncidentState triaged(TriageEvent.Triaged event) {
        impact = event.impact() == null ? impact : event.impact();
        urgency = event.urgency() == null ? urgency : event.urgency();
        severity = event.severity() == null ? severity : event.severity();
        derive(event.priority());
        return this;
    }

    @Override
    public IncidentState categorized(TriageEvent.Categorized event) {
        category = event.category();
        derive(event.priority());
        return this;
    }

    @Override
    public IncidentState priorityOverridden(TriageEvent.PriorityOverridden event) {
        override = event.override();
        overrides = plus(overrides, event.override());
        return this;
    }

    @Override
    public IncidentState overrideEnded(TriageEvent.OverrideEnded event) {
        override = null;
        return this;
    }

    @Override
    public IncidentState reclassified(TriageEvent.Reclassified event) {
        return becomes(event.to());
    }

    @Override
    public IncidentState assigned(AssignmentEvent.Assigned event) {
        own(event.owner());
        return this;
    }

    @Override
    public IncidentState unassigned(AssignmentEvent.Unassigned event) {
        owner = null;
        return this;
    }

    @Override
    public IncidentState acknowledged(AssignmentEvent.Acknowledged event) {
        acknowledge(event);
        return this;
    }

    private void begin(IncidentEvent event) {
        if (startedAt == null) {
            startedAt = event.meta().effectiveAt();
            acknowledge(event);
        }
    }

    private void acknowledge(IncidentEvent event) {
        acknowledgedBy |= 1 << event.meta().actor().kind().ordinal();
        if (acknowledgedAt == null) {
            acknowledgedAt = event.meta().effectiveAt();
        }
    }

    @Override
    public IncidentState escalated(AssignmentEvent.Escalated event) {
        escalations++;
        return this;
    }

    @Override
    public IncidentState noted(WorkEvent.Noted event) {
        return this;
    }

    @Override
    public IncidentState communicated(WorkEvent.Communicated event) {
        followUps += event.meta().cause().trigger().equals(Cause.FOLLOW_UP) ? 1 : 0;
        if (event.direction() == Direction.OUTBOUND) {
            told(event.audience());
        }
        return this;
    }

    @Override
    public IncidentState linked(WorkEvent.Linked event) {
        relate(event.relation());
        return this;
    }

    @Override
    public IncidentState unlinked(WorkEvent.Unlinked event) {
        relations = without(relations, event.relation()::equals);
        return this;
    }

    @Override
    public IncidentState contained(WorkEvent.Contained event) {
        containedAt = event.containedAt();
        return contained(new Containment(event.containedAt(), event.before(), event.after()));
    }

    @Override
    public IncidentState restored(WorkEvent.Restored event) {
        restoredAt = event.restoredAt();
        return this;
    }

    @Override
    public IncidentState amended(WorkEvent.Amended event) {
        title = event.title() == null ? title : event.title();
        description = event.description() == null ? description : event.description();
        services = event.services() == null ? services : event.services();
        affectedUsers = event.affectedUsers() == null ? affectedUsers : event.affectedUsers();
        attributes = attributes.with(event.attributes(), event.removed());
        derive(event.priority());
        return this;
    }

    @Override
    public IncidentState checklistAnswered(WorkEvent.ChecklistAnswered event) {
        answer(event.item(), event.done());
        return this;
    }

    @Override
    public IncidentState migrated(RecordEvent.Migrated event) {
        definition = event.definition();
        enter(event.status(), event.meta().effectiveAt());
        return this;
    }

    @Override
    public IncidentState redacted(RecordEvent.Redacted event) {
        return this;
    }

    @Override
    public IncidentState preserved(RecordEvent.Preserved event) {
        legalHold = event.held();
        return this;
    }

    @Override
    public IncidentState archived(RecordEvent.Archived event) {
        archivedTo = event.target();
        return this;
    }

    @Override
    public IncidentState atRisk(SlaEvent.AtRisk event) {
        return this;
    }

    @Override
    public IncidentState breached(SlaEvent.Breached event) {
        return this;
    }

    @Override
    public IncidentState overran(SlaEvent.Overran event) {
        return this;
    }

    @Override
    public IncidentState breachWithdrawn(SlaEvent.BreachWithdrawn event) {
        return this;
    }

    @Override
    public IncidentState missed(SlaEvent.Missed event) {
        return this;
    }

    @Override
    public IncidentState noticeGiven(SlaEvent.NoticeGiven event) {
        return this;
    }
}
