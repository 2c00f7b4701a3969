package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.Review;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.process.ProcessDecider;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a command asks for what already is, with all that it carries. Then it is accepted and does nothing, so that two
 * people who do the same at once, and a program that tries again, meet no refusal. A command that says more or something
 * else is not satisfied: it is decided, or refused, so that nothing that somebody said is dropped in silence.
 */
final class Satisfied {
    private Satisfied() {}

    static boolean isSatisfied(
            Incident incident,
            IncidentCommand command,
            IncidentCommand.Theme theme,
            @Nullable Transition step,
            CommandContext context) {
        return switch (theme) {
            case LIFECYCLE -> byLifecycle(incident, command) && !leadsOn(incident, step, context);
            case TRIAGE -> byTriage(incident, command, context.actor());
            case ASSIGNMENT -> byAssignment(incident, command);
            case WORK -> byWork(incident, command);
            case REVIEW -> byReview(incident, command);
            case RECORD -> byRecord(incident, command);
            case PROCESS, RELATION -> ProcessDecider.isSatisfied(incident, command);
            case ALERT -> false;
        };
    }

    /** A step to another status is still to be taken, whatever phase both are of. */
    private static boolean leadsOn(Incident incident, @Nullable Transition step, CommandContext context) {
        return step != null && !step.target(incident, context).equals(incident.status());
    }

    private static boolean byLifecycle(Incident incident, IncidentCommand step) {
        Phase phase = incident.phase();
        if (step instanceof LifecycleCommand.Start start) {
            return phase == Phase.ACTIVE && same(start.owner(), incident.owner().orElse(null));
        }
        if (step instanceof LifecycleCommand.Hold hold) {
            return phase == Phase.ON_HOLD && isHeld(incident, hold);
        }
        if (step instanceof LifecycleCommand.Resolve resolve) {
            return phase == Phase.RESOLVED && isResolved(incident, resolve);
        }
        if (step instanceof LifecycleCommand.Confirm) {
            return (phase == Phase.RESOLVED && incident.isConfirmed()) || phase == Phase.CLOSED;
        }
        if (step instanceof LifecycleCommand.Close) {
            return phase == Phase.CLOSED;
        }
        return step instanceof LifecycleCommand.Cancel cancel
                && phase == Phase.CANCELLED
                && isCancelled(incident, cancel);
    }

    private static boolean isHeld(Incident incident, LifecycleCommand.Hold hold) {
        if (!hold.reason().equals(incident.holdReason().orElse(null))
                || !Objects.equals(hold.resumeAt(), incident.resumeAt().orElse(null))) {
            return false;
        }
        LifecycleEvent.Held held = hold.comment() == null ? null : last(incident, LifecycleEvent.Held.class);
        return says(hold.comment(), held == null ? null : held.comment());
    }

    private static boolean isResolved(Incident incident, LifecycleCommand.Resolve resolve) {
        Resolution wanted = resolve.resolution();
        Resolution present = incident.resolution().orElse(null);
        return same(resolve.category(), incident.category().orElse(null))
                && present != null
                && same(wanted.code(), present.code())
                && same(wanted.note(), present.note())
                && wanted.method() == present.method();
    }

    private static boolean isCancelled(Incident incident, LifecycleCommand.Cancel cancel) {
        if (!cancel.reason().equals(incident.cancelReason().orElse(null))) {
            return false;
        }
        LifecycleEvent.Cancelled cancelled = last(incident, LifecycleEvent.Cancelled.class);
        return same(cancel.duplicateOf(), cancelled == null ? null : cancelled.duplicateOf())
                && says(cancel.comment(), cancelled == null ? null : cancelled.comment());
    }

    /** The last event of a kind. The record is walked through only where all else of a command is satisfied. */
    private static <E extends IncidentEvent> @Nullable E last(Incident incident, Class<E> kind) {
        List<IncidentEvent> history = incident.history();
        for (int i = history.size() - 1; i >= 0; i--) {
            if (kind.isInstance(history.get(i))) {
                return kind.cast(history.get(i));
            }
        }
        return null;
    }

    /** Whether a text says nothing that is not said yet. What was redacted is not known to be the same. */
    private static boolean says(@Nullable String wanted, @Nullable PersonalText present) {
        return wanted == null || Objects.equals(PersonalText.of(wanted), present);
    }

    private static boolean byTriage(Incident incident, IncidentCommand judgement, Actor actor) {
        if (judgement instanceof TriageCommand.Triage triage) {
            return same(triage.impact(), incident.impact().orElse(null))
                    && same(triage.urgency(), incident.urgency().orElse(null))
                    && same(triage.severity(), incident.severity().orElse(null));
        }
        if (judgement instanceof TriageCommand.Categorize categorize) {
            return categorize.category().equals(incident.category().orElse(null));
        }
        if (judgement instanceof TriageCommand.OverridePriority wanted) {
            PriorityOverride present = incident.override().orElse(null);
            return present != null
                    && present.value().equals(wanted.value())
                    && present.reason().equals(wanted.reason())
                    && present.by().equals(actor.id())
                    && Objects.equals(present.until(), wanted.until());
        }
        if (judgement instanceof TriageCommand.Reclassify reclassify) {
            return reclassify.to() == incident.handling().type();
        }
        return judgement instanceof TriageCommand.WithdrawOverride
                && incident.override().isEmpty();
    }

    private static boolean same(@Nullable Object wanted, @Nullable Object present) {
        return wanted == null || wanted.equals(present);
    }

    private static boolean byAssignment(Incident incident, IncidentCommand assignment) {
        if (assignment instanceof AssignmentCommand.Assign assign) {
            return assign.owner().equals(incident.owner().orElse(null));
        }
        if (assignment instanceof AssignmentCommand.Unassign) {
            return incident.owner().isEmpty();
        }
        // Automation may have acknowledged before; the first person who does still counts for a clock.
        return assignment instanceof AssignmentCommand.Acknowledge && incident.isAcknowledgedBy(ActorKind.HUMAN);
    }

    private static boolean byWork(Incident incident, IncidentCommand deed) {
        if (deed instanceof WorkCommand.Link link) {
            return incident.relations().contains(link.relation());
        }
        if (deed instanceof WorkCommand.Unlink unlink) {
            return !incident.relations().contains(unlink.relation());
        }
        if (deed instanceof WorkCommand.Restore restore) {
            Instant restoredAt = incident.at(Milestone.RESTORED).orElse(null);
            return restoredAt != null && same(restore.restoredAt(), restoredAt);
        }
        if (deed instanceof WorkCommand.AnswerChecklist answer) {
            return incident.phase() == Phase.RESOLVED
                    && incident.checklist().contains(answer.item())
                    && answer.done()
                    && isCommented(incident, answer);
        }
        return deed instanceof WorkCommand.Amend amend && isAmended(incident, amend);
    }

    private static boolean isCommented(Incident incident, WorkCommand.AnswerChecklist answer) {
        if (answer.comment() == null) {
            return true;
        }
        List<IncidentEvent> history = incident.history();
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i) instanceof WorkEvent.ChecklistAnswered answered
                    && answered.item().equals(answer.item())) {
                return says(answer.comment(), answered.comment());
            }
        }
        return false;
    }

    private static boolean isAmended(Incident incident, WorkCommand.Amend amend) {
        Attributes attributes = incident.attributes();
        return says(amend.title(), incident.title().orElse(null))
                && says(amend.description(), incident.description().orElse(null))
                && same(amend.services(), incident.services())
                && same(amend.affectedUsers(), incident.affectedUsers())
                && attributes.with(amend.attributes(), amend.removed()).equals(attributes);
    }

    private static boolean byReview(Incident incident, IncidentCommand review) {
        Review present = incident.review().orElse(null);
        if (review instanceof ReviewCommand.OpenReview open) {
            return present != null
                    && present.owner().equals(open.owner())
                    && present.dueAt().equals(open.dueAt());
        }
        if (review instanceof ReviewCommand.SignReview sign && present != null && present.signedAt() != null) {
            ReviewEvent.ReviewSigned signed = last(incident, ReviewEvent.ReviewSigned.class);
            return signed != null && says(sign.summary(), signed.summary());
        }
        return ProcessDecider.isSatisfied(incident, review);
    }

    private static boolean byRecord(Incident incident, IncidentCommand command) {
        if (command instanceof RecordCommand.Preserve preserve) {
            RecordEvent.Preserved preserved =
                    preserve.held() && incident.isUnderLegalHold() ? last(incident, RecordEvent.Preserved.class) : null;
            return preserve.held()
                    ? preserved != null && preserved.reason().equals(preserve.reason())
                    : !incident.isUnderLegalHold();
        }
        if (command instanceof RecordCommand.Archive archive) {
            return archive.target().equals(incident.archivedTo().orElse(null));
        }
        return command instanceof RecordCommand.Migrate migrate
                && migrate.definition().equals(incident.definition());
    }

    static boolean isWaitingFor(Incident incident, HoldReason reason) {
        return incident.phase() == Phase.ON_HOLD
                && reason.equals(incident.holdReason().orElse(null));
    }
}
