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
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which command led to an event. What followed from rules, or fell due, was no command: it is left to the definition that
 * decides anew. So are changes of the record itself (migration, redaction, archiving), which decide nothing.
 */
final class RecordedCommands {
    private RecordedCommands() {}

    /**
     * The command that led to an event.
     *
     * @param event the event
     * @param before the event before it; null for the first
     * @return the command; null where the event followed from something else
     */
    static @Nullable IncidentCommand of(IncidentEvent event, @Nullable IncidentEvent before) {
        if (!event.meta().cause().trigger().equals(Cause.COMMAND.trigger())) {
            return null;
        }
        if (event instanceof LifecycleEvent step) {
            return lifecycle(step, before);
        }
        if (event instanceof TriageEvent judged) {
            return triage(judged);
        }
        if (event instanceof AssignmentEvent assignment) {
            return assignment(assignment);
        }
        if (event instanceof WorkEvent work) {
            return work(work);
        }
        if (event instanceof ReviewEvent review) {
            return review(review);
        }
        return event instanceof RecordEvent record ? record(record) : null;
    }

    private static @Nullable String text(@Nullable PersonalText text) {
        return text == null ? null : text.text();
    }

    private static @Nullable IncidentCommand lifecycle(LifecycleEvent event, @Nullable IncidentEvent before) {
        if (event instanceof Reported reported) {
            return report(reported);
        }
        if (event instanceof LifecycleEvent.Started) {
            return new LifecycleCommand.Start(null);
        }
        if (event instanceof LifecycleEvent.Held held) {
            return new LifecycleCommand.Hold(held.reason(), text(held.comment()), held.resumeAt());
        }
        if (event instanceof LifecycleEvent.Resumed resumed) {
            return isReply(resumed, before) ? null : new LifecycleCommand.Resume(resumed.trigger());
        }
        if (event instanceof LifecycleEvent.Resolved resolved) {
            return new LifecycleCommand.Resolve(resolved.category(), resolved.resolution());
        }
        if (event instanceof LifecycleEvent.Reopened reopened) {
            return new LifecycleCommand.Reopen(reopened.reason().text());
        }
        return ending(event);
    }

    private static boolean isReply(LifecycleEvent.Resumed resumed, @Nullable IncidentEvent before) {
        return resumed.trigger() == ResumeTrigger.DATE
                || (before instanceof WorkEvent.Communicated message
                        && message.direction() == Direction.INBOUND
                        && message.meta().equals(resumed.meta()));
    }

    private static @Nullable IncidentCommand ending(LifecycleEvent event) {
        if (event instanceof LifecycleEvent.Rejected rejected) {
            return new LifecycleCommand.Reject(rejected.reason().text());
        }
        if (event instanceof LifecycleEvent.Confirmed) {
            return new LifecycleCommand.Confirm();
        }
        if (event instanceof LifecycleEvent.Closed closed) {
            return closed.trigger() == ClosureTrigger.DESK ? new LifecycleCommand.Close() : null;
        }
        if (event instanceof LifecycleEvent.Cancelled cancelled) {
            return new LifecycleCommand.Cancel(cancelled.reason(), cancelled.duplicateOf(), text(cancelled.comment()));
        }
        return event instanceof LifecycleEvent.Performed performed
                ? new LifecycleCommand.Perform(performed.action(), text(performed.comment()), performed.attributes())
                : null;
    }

    private static Report report(Reported event) {
        return Report.of(event.title().text(), event.reporter(), event.channel())
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
                .build();
    }

    private static @Nullable IncidentCommand triage(TriageEvent event) {
        if (event instanceof TriageEvent.Triaged triaged) {
            boolean judged = triaged.impact() != null || triaged.urgency() != null || triaged.severity() != null;
            return judged ? new TriageCommand.Triage(triaged.impact(), triaged.urgency(), triaged.severity()) : null;
        }
        if (event instanceof TriageEvent.Categorized categorized) {
            return new TriageCommand.Categorize(categorized.category());
        }
        if (event instanceof TriageEvent.PriorityOverridden overridden) {
            return new TriageCommand.OverridePriority(
                    overridden.override().value(),
                    overridden.override().reason(),
                    overridden.override().until());
        }
        return event instanceof TriageEvent.OverrideEnded ended && ended.end() == OverrideEnd.WITHDRAWN
                ? new TriageCommand.WithdrawOverride()
                : null;
    }

    private static @Nullable IncidentCommand assignment(AssignmentEvent event) {
        if (event instanceof AssignmentEvent.Assigned assigned) {
            return assigned.meta().cause().rule() == null ? new AssignmentCommand.Assign(assigned.owner()) : null;
        }
        if (event instanceof AssignmentEvent.Unassigned) {
            return new AssignmentCommand.Unassign();
        }
        if (event instanceof AssignmentEvent.Escalated escalated) {
            return new AssignmentCommand.Escalate(escalated.kind(), escalated.target(), escalated.reason());
        }
        return new AssignmentCommand.Acknowledge();
    }

    private static @Nullable IncidentCommand work(WorkEvent event) {
        if (event instanceof WorkEvent.Noted noted) {
            return new WorkCommand.Note(noted.text().text(), noted.visibility());
        }
        if (event instanceof WorkEvent.Communicated message) {
            return new WorkCommand.Communicate(
                    message.direction(),
                    message.channel(),
                    message.audience(),
                    message.text().text(),
                    message.visibility());
        }
        if (event instanceof WorkEvent.Linked linked) {
            return new WorkCommand.Link(linked.relation());
        }
        if (event instanceof WorkEvent.Unlinked unlinked) {
            return new WorkCommand.Unlink(unlinked.relation());
        }
        if (event instanceof WorkEvent.Contained contained) {
            return new WorkCommand.Contain(
                    contained.containedAt(), contained.text().text());
        }
        return amendment(event);
    }

    private static @Nullable IncidentCommand amendment(WorkEvent event) {
        if (event instanceof WorkEvent.Restored restored) {
            return new WorkCommand.Restore(restored.restoredAt());
        }
        if (event instanceof WorkEvent.Amended amended) {
            return new WorkCommand.Amend(
                    text(amended.title()),
                    text(amended.description()),
                    amended.services(),
                    amended.affectedUsers(),
                    amended.attributes(),
                    amended.removed());
        }
        return event instanceof WorkEvent.ChecklistAnswered answered
                ? new WorkCommand.AnswerChecklist(answered.item(), answered.done(), text(answered.comment()))
                : null;
    }

    private static @Nullable IncidentCommand review(ReviewEvent event) {
        if (event instanceof ReviewEvent.ReviewOpened opened) {
            return new ReviewCommand.OpenReview(opened.owner(), opened.dueAt());
        }
        if (event instanceof ReviewEvent.ReviewSigned signed) {
            return new ReviewCommand.SignReview(signed.summary().text());
        }
        if (event instanceof ReviewEvent.Surveyed surveyed) {
            return new ReviewCommand.Survey(surveyed.score(), text(surveyed.comment()));
        }
        return event instanceof ReviewEvent.EffortRecorded effort
                ? new ReviewCommand.RecordEffort(effort.team(), effort.time(), effort.cost(), effort.billing())
                : null;
    }

    private static @Nullable IncidentCommand record(RecordEvent event) {
        if (event instanceof RecordEvent.Adopted adopted) {
            return new RecordCommand.Adopt(adopted.ticket());
        }
        if (event instanceof RecordEvent.Imported imported) {
            return new RecordCommand.ImportStep(imported.step());
        }
        return event instanceof RecordEvent.Preserved preserved
                ? new RecordCommand.Preserve(preserved.held(), preserved.reason())
                : null;
    }
}
