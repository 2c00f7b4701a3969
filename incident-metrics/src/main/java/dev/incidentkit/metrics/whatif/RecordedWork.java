package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.incident.AlertCommand;
import dev.incidentkit.core.incident.AlertEvent;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.incident.WorkaroundState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which command led to an event of work, process and review; clocks are run by no command. */
abstract class RecordedWork
        implements WorkEvent.Visitor<Optional<IncidentCommand>>,
                ProcessEvent.Visitor<Optional<IncidentCommand>>,
                ReviewEvent.Visitor<Optional<IncidentCommand>>,
                AlertEvent.Visitor<Optional<IncidentCommand>>,
                RelationEvent.Visitor<Optional<IncidentCommand>>,
                SlaEvent.Visitor<Optional<IncidentCommand>> {
    final Surroundings around;

    RecordedWork(Surroundings around) {
        this.around = around;
    }

    static @Nullable String text(@Nullable PersonalText text) {
        return text == null ? null : text.text();
    }

    @Override
    public Optional<IncidentCommand> noted(WorkEvent.Noted event) {
        return around.isFirstActions(event)
                ? Optional.empty()
                : Optional.of(new WorkCommand.Note(event.text().text(), event.visibility()));
    }

    @Override
    public Optional<IncidentCommand> communicated(WorkEvent.Communicated event) {
        return Optional.of(new WorkCommand.Communicate(
                event.direction(),
                event.channel(),
                event.audience(),
                event.text().text(),
                event.visibility()));
    }

    /** The relation to an emergency change comes with the request for it. */
    @Override
    public Optional<IncidentCommand> linked(WorkEvent.Linked event) {
        boolean isRequested = around.isSameBreath()
                && around.before() instanceof ProcessEvent.ChangeRequested requested
                && requested.change().equals(event.relation().target());
        return isRequested ? Optional.empty() : Optional.of(new WorkCommand.Link(event.relation()));
    }

    @Override
    public Optional<IncidentCommand> unlinked(WorkEvent.Unlinked event) {
        return Optional.of(new WorkCommand.Unlink(event.relation()));
    }

    @Override
    public Optional<IncidentCommand> contained(WorkEvent.Contained event) {
        return Optional.of(
                new WorkCommand.Contain(event.containedAt(), event.text().text(), event.after()));
    }

    @Override
    public Optional<IncidentCommand> restored(WorkEvent.Restored event) {
        return Optional.of(new WorkCommand.Restore(event.restoredAt()));
    }

    /** What is still affected after a containment comes with it. */
    @Override
    public Optional<IncidentCommand> amended(WorkEvent.Amended event) {
        boolean isContained = around.isSameBreath()
                && around.before() instanceof WorkEvent.Contained contained
                && contained.after() != null
                && contained.after().services().equals(event.services());
        return isContained
                ? Optional.empty()
                : Optional.of(new WorkCommand.Amend(
                        text(event.title()),
                        text(event.description()),
                        event.services(),
                        event.affectedUsers(),
                        event.attributes(),
                        event.removed()));
    }

    @Override
    public Optional<IncidentCommand> checklistAnswered(WorkEvent.ChecklistAnswered event) {
        return Optional.of(new WorkCommand.AnswerChecklist(event.item(), event.done(), text(event.comment())));
    }

    /** A model that a rule selected was opened by no command. */
    @Override
    public Optional<IncidentCommand> planOpened(ProcessEvent.PlanOpened event) {
        PersonalText reason = event.reason();
        return reason == null || event.meta().cause().rule() != null
                ? Optional.empty()
                : Optional.of(new ProcessCommand.OpenPlan(event.kind(), event.plan(), reason.text()));
    }

    @Override
    public Optional<IncidentCommand> taskMoved(ProcessEvent.TaskMoved event) {
        String comment = text(event.comment());
        return switch (event.state()) {
            case OPEN -> Optional.empty();
            case STARTED -> Optional.of(new ProcessCommand.StartTask(event.task()));
            case DONE -> Optional.of(new ProcessCommand.FinishTask(event.task(), comment));
            case SKIPPED -> Optional.of(new ProcessCommand.SkipTask(event.task(), comment == null ? "" : comment));
        };
    }

    @Override
    public Optional<IncidentCommand> deadlinePassed(ProcessEvent.DeadlinePassed event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> messagePlanned(ProcessEvent.MessagePlanned event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> staffingRequired(ProcessEvent.StaffingRequired event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> engaged(ProcessEvent.Engaged event) {
        return Optional.of(new ProcessCommand.Engage(event.role(), event.participant()));
    }

    @Override
    public Optional<IncidentCommand> released(ProcessEvent.Released event) {
        return Optional.of(new ProcessCommand.Release(event.role(), event.participant()));
    }

    @Override
    public Optional<IncidentCommand> workaroundChanged(ProcessEvent.WorkaroundChanged event) {
        String what = event.text().text();
        return Optional.of(
                event.state() == WorkaroundState.ACTIVE
                        ? new ProcessCommand.ApplyWorkaround(event.workaround(), what)
                        : new ProcessCommand.RemoveWorkaround(event.workaround(), what));
    }

    @Override
    public Optional<IncidentCommand> changeRequested(ProcessEvent.ChangeRequested event) {
        return Optional.of(new ProcessCommand.RequestChange(event.change(), event.policy()));
    }

    @Override
    public Optional<IncidentCommand> changeDecided(ProcessEvent.ChangeDecided event) {
        return Optional.of(new ProcessCommand.DecideChange(event.change(), event.approval(), text(event.comment())));
    }

    @Override
    public Optional<IncidentCommand> signalled(AlertEvent.Signalled event) {
        return Optional.of(new AlertCommand.Signal(
                event.key(),
                event.state(),
                event.count(),
                event.firstAt(),
                event.lastAt(),
                event.suppressedBy(),
                event.suppressedUntil()));
    }

    /** Whether a condition flaps is left to the definition that decides anew. */
    @Override
    public Optional<IncidentCommand> flapping(AlertEvent.Flapping event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> reactionBlocked(AlertEvent.ReactionBlocked event) {
        return Optional.empty();
    }

    /** What several incidents do together cannot be decided anew for one of them. */
    @Override
    public Optional<IncidentCommand> talliesMoved(AlertEvent.TalliesMoved event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> cascadeAsked(RelationEvent.CascadeAsked event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> cascadeEnded(RelationEvent.CascadeEnded event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> absorbed(RelationEvent.Absorbed event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> reviewOpened(ReviewEvent.ReviewOpened event) {
        return Optional.of(new ReviewCommand.OpenReview(event.owner(), event.dueAt()));
    }

    @Override
    public Optional<IncidentCommand> reviewSigned(ReviewEvent.ReviewSigned event) {
        return Optional.of(new ReviewCommand.SignReview(event.summary().text()));
    }

    @Override
    public Optional<IncidentCommand> surveyed(ReviewEvent.Surveyed event) {
        return Optional.of(new ReviewCommand.Survey(event.score(), text(event.comment())));
    }

    @Override
    public Optional<IncidentCommand> effortRecorded(ReviewEvent.EffortRecorded event) {
        return Optional.of(new ReviewCommand.RecordEffort(event.team(), event.time(), event.cost(), event.billing()));
    }

    @Override
    public Optional<IncidentCommand> reviewWritten(ReviewEvent.ReviewWritten event) {
        return Optional.of(
                new ReviewCommand.WriteReview(event.section(), event.text().text()));
    }

    @Override
    public Optional<IncidentCommand> reviewActionPlanned(ReviewEvent.ReviewActionPlanned event) {
        return Optional.of(new ReviewCommand.PlanReviewAction(
                event.action(),
                event.kind(),
                event.owner(),
                event.dueAt(),
                event.text().text()));
    }

    @Override
    public Optional<IncidentCommand> reviewActionEnded(ReviewEvent.ReviewActionEnded event) {
        return Optional.of(new ReviewCommand.EndReviewAction(
                event.action(), event.state(), event.comment().text()));
    }

    @Override
    public Optional<IncidentCommand> reviewShared(ReviewEvent.ReviewShared event) {
        return Optional.of(new ReviewCommand.ShareReview(event.readers()));
    }

    @Override
    public Optional<IncidentCommand> atRisk(SlaEvent.AtRisk event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> breached(SlaEvent.Breached event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> overran(SlaEvent.Overran event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> breachWithdrawn(SlaEvent.BreachWithdrawn event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> missed(SlaEvent.Missed event) {
        return Optional.empty();
    }

    @Override
    public Optional<IncidentCommand> noticeGiven(SlaEvent.NoticeGiven event) {
        return Optional.empty();
    }
}
