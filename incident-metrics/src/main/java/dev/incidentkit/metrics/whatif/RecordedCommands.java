package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.ClosureTrigger;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.OverrideEnd;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.WorkEvent;
import java.util.List;
import java.util.Optional;

/**
 * Which command led to an event. What followed from rules, or fell due, was no command: it is left to the definition that
 * decides anew. So are changes of the record itself (migration, redaction, archiving), which decide nothing. Every kind of
 * event has a method of its own, so that a new one is not left out unseen.
 */
final class RecordedCommands extends RecordedWork implements IncidentEvent.Visitor<Optional<IncidentCommand>> {
    private RecordedCommands(Surroundings surroundings) {
        super(surroundings);
    }

    /**
     * The command that led to an event.
     *
     * @param record the record
     * @param place which of its events
     * @return the command; empty where the event followed from something else
     */
    static Optional<IncidentCommand> of(List<? extends IncidentEvent> record, int place) {
        IncidentEvent event = record.get(place);
        return event.meta().cause().trigger().equals(Cause.COMMAND.trigger())
                ? event.accept(new RecordedCommands(new Surroundings(record, place)))
                : Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> reported(Reported event) {
        return Optional.of(Report.of(event.title().text(), event.reporter(), event.channel())
                .number(event.number())
                .description(text(event.description()))
                .occurredAt(event.occurredAt())
                .detectedAt(event.detectedAt())
                .reportedAt(event.meta().effectiveAt())
                .category(event.category())
                .impact(event.impact())
                .urgency(event.urgency())
                .severity(event.severity())
                .services(event.services())
                .affectedUsers(event.affectedUsers())
                .attributes(event.attributes())
                .drill(event.drill())
                .symptoms(text(event.symptoms()))
                .firstActions(around.firstActions())
                .type(event.type())
                .build());
    }

    @Override
    public Optional<IncidentCommand> started(LifecycleEvent.Started event) {
        return Optional.of(new LifecycleCommand.Start(null));
    }

    @Override
    public Optional<IncidentCommand> held(LifecycleEvent.Held event) {
        return Optional.of(new LifecycleCommand.Hold(event.reason(), text(event.comment()), event.resumeAt()));
    }

    @Override
    public Optional<IncidentCommand> resumed(LifecycleEvent.Resumed event) {
        boolean isReply = around.isSameBreath()
                && around.before() instanceof WorkEvent.Communicated message
                && message.direction() == Direction.INBOUND;
        return isReply || event.trigger() == ResumeTrigger.DATE
                ? Optional.empty()
                : Optional.of(new LifecycleCommand.Resume(event.trigger()));
    }

    @Override
    public Optional<IncidentCommand> resolved(LifecycleEvent.Resolved event) {
        return Optional.of(new LifecycleCommand.Resolve(event.category(), event.resolution()));
    }

    @Override
    public Optional<IncidentCommand> reopened(LifecycleEvent.Reopened event) {
        return Optional.of(new LifecycleCommand.Reopen(event.reason().text()));
    }

    @Override
    public Optional<IncidentCommand> rejected(LifecycleEvent.Rejected event) {
        return Optional.of(new LifecycleCommand.Reject(event.reason().text()));
    }

    @Override
    public Optional<IncidentCommand> confirmed(LifecycleEvent.Confirmed event) {
        return Optional.of(new LifecycleCommand.Confirm());
    }

    @Override
    public Optional<IncidentCommand> closed(LifecycleEvent.Closed event) {
        return event.trigger() == ClosureTrigger.DESK ? Optional.of(new LifecycleCommand.Close()) : Optional.empty();
    }

    /** Nobody asks for it: the closure that it tells of was due. */
    @Override
    public Optional<IncidentCommand> closureBlocked(LifecycleEvent.ClosureBlocked event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> cancelled(LifecycleEvent.Cancelled event) {
        return Optional.of(new LifecycleCommand.Cancel(event.reason(), event.duplicateOf(), text(event.comment())));
    }

    @Override
    public Optional<IncidentCommand> performed(LifecycleEvent.Performed event) {
        return Optional.of(new LifecycleCommand.Perform(event.action(), text(event.comment()), event.attributes()));
    }

    @Override
    public Optional<IncidentCommand> triaged(TriageEvent.Triaged event) {
        boolean judged = event.impact() != null || event.urgency() != null || event.severity() != null;
        return judged && !around.isGivenByModel()
                ? Optional.of(new TriageCommand.Triage(event.impact(), event.urgency(), event.severity()))
                : Optional.empty();
    }

    /**
     * A rule that gives the category does so in the same breath as what it follows from, and is named. A command's event
     * names the rule of the priority, but has no other before it in the same breath.
     */
    @Override
    public Optional<IncidentCommand> categorized(TriageEvent.Categorized event) {
        boolean byRule = event.meta().cause().rule() != null && (event.priority() == null || around.isSameBreath());
        return byRule || around.isGivenByModel()
                ? Optional.empty()
                : Optional.of(new TriageCommand.Categorize(event.category()));
    }

    @Override
    public Optional<IncidentCommand> priorityOverridden(TriageEvent.PriorityOverridden event) {
        return Optional.of(new TriageCommand.OverridePriority(
                event.override().value(),
                event.override().reason(),
                event.override().until()));
    }

    @Override
    public Optional<IncidentCommand> overrideEnded(TriageEvent.OverrideEnded event) {
        return event.end() == OverrideEnd.WITHDRAWN
                ? Optional.of(new TriageCommand.WithdrawOverride())
                : Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> reclassified(TriageEvent.Reclassified event) {
        return Optional.of(
                new TriageCommand.Reclassify(event.to(), event.reason().text()));
    }

    /** What a rule proposed is left to the definition that decides anew. */
    @Override
    public Optional<IncidentCommand> majorChanged(TriageEvent.MajorChanged event) {
        PersonalText reason = event.reason();
        return reason == null
                ? Optional.empty()
                : Optional.of(new ProcessCommand.DecideMajor(event.state(), reason.text()));
    }

    @Override
    public Optional<IncidentCommand> assigned(AssignmentEvent.Assigned event) {
        return event.meta().cause().rule() != null || around.isGivenByModel()
                ? Optional.empty()
                : Optional.of(new AssignmentCommand.Assign(event.owner()));
    }

    @Override
    public Optional<IncidentCommand> unassigned(AssignmentEvent.Unassigned event) {
        return Optional.of(new AssignmentCommand.Unassign());
    }

    @Override
    public Optional<IncidentCommand> acknowledged(AssignmentEvent.Acknowledged event) {
        return Optional.of(new AssignmentCommand.Acknowledge());
    }

    @Override
    public Optional<IncidentCommand> escalated(AssignmentEvent.Escalated event) {
        return Optional.of(new AssignmentCommand.Escalate(event.kind(), event.target(), event.reason()));
    }

    @Override
    public Optional<IncidentCommand> escalationMoved(AssignmentEvent.EscalationMoved event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> adopted(RecordEvent.Adopted event) {
        return Optional.of(new RecordCommand.Adopt(event.ticket()));
    }

    @Override
    public Optional<IncidentCommand> imported(RecordEvent.Imported event) {
        return Optional.of(new RecordCommand.ImportStep(event.step()));
    }

    @Override
    public Optional<IncidentCommand> migrated(RecordEvent.Migrated event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> redacted(RecordEvent.Redacted event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> preserved(RecordEvent.Preserved event) {
        return Optional.of(new RecordCommand.Preserve(event.held(), event.reason()));
    }

    @Override
    public Optional<IncidentCommand> archived(RecordEvent.Archived event) {
        return Optional.empty();
    }
}
