package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Review;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.ProcessDecider;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a command asks for what already is. Then it is accepted and does nothing, so that two people who do the same
 * at once, and a program that tries again, meet no refusal.
 */
final class Satisfied {
    private Satisfied() {}

    static boolean isSatisfied(Incident incident, IncidentCommand command, IncidentCommand.Theme theme) {
        return switch (theme) {
            case LIFECYCLE -> byLifecycle(incident, command);
            case TRIAGE -> byTriage(incident, command);
            case ASSIGNMENT -> byAssignment(incident, command);
            case WORK -> byWork(incident, command);
            case REVIEW -> byReview(incident, command);
            case RECORD -> byRecord(incident, command);
            case PROCESS -> ProcessDecider.isSatisfied(incident, command);
        };
    }

    private static boolean byLifecycle(Incident incident, IncidentCommand step) {
        Phase phase = incident.phase();
        if (step instanceof LifecycleCommand.Start start) {
            return phase == Phase.ACTIVE
                    && isOrNull(start.owner(), incident.owner().orElse(null));
        }
        if (step instanceof LifecycleCommand.Hold hold) {
            return phase == Phase.ON_HOLD
                    && Objects.equals(hold.reason(), incident.holdReason().orElse(null))
                    && Objects.equals(hold.resumeAt(), incident.resumeAt().orElse(null));
        }
        if (step instanceof LifecycleCommand.Resolve) {
            return phase == Phase.RESOLVED;
        }
        if (step instanceof LifecycleCommand.Confirm) {
            return (phase == Phase.RESOLVED && incident.isConfirmed()) || phase == Phase.CLOSED;
        }
        if (step instanceof LifecycleCommand.Close) {
            return phase == Phase.CLOSED;
        }
        if (step instanceof LifecycleCommand.Cancel cancel) {
            return phase == Phase.CANCELLED
                    && Objects.equals(cancel.reason(), incident.cancelReason().orElse(null));
        }
        return false;
    }

    private static boolean isOrNull(@Nullable Owner wanted, @Nullable Owner present) {
        return wanted == null || wanted.equals(present);
    }

    private static boolean byTriage(Incident incident, IncidentCommand judgement) {
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
            return incident.phase() == Phase.RESOLVED && incident.checklist().contains(answer.item()) && answer.done();
        }
        return false;
    }

    private static boolean byReview(Incident incident, IncidentCommand review) {
        Review present = incident.review().orElse(null);
        if (review instanceof ReviewCommand.OpenReview open) {
            return present != null
                    && present.owner().equals(open.owner())
                    && present.dueAt().equals(open.dueAt());
        }
        if (review instanceof ReviewCommand.SignReview) {
            return present != null && present.signedAt() != null;
        }
        return ProcessDecider.isSatisfied(incident, review);
    }

    private static boolean byRecord(Incident incident, IncidentCommand command) {
        if (command instanceof RecordCommand.Preserve preserve) {
            return incident.isUnderLegalHold() == preserve.held();
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
