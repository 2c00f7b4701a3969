package dev.incidentkit.core.definition;

import dev.incidentkit.core.definition.InputChecks.Timed;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.Review;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.WorkCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands against the values of a command on an incident, beside the lifecycle. */
final class CommandChecks {
    /** How the names of attributes begin among the names of fields. */
    private static final String ATTRIBUTE = "attribute:";

    private final ProcessDefinition definition;

    CommandChecks(ProcessDefinition definition) {
        this.definition = definition;
    }

    List<Unmet> check(Incident incident, IncidentCommand command, IncidentCommand.Theme theme, CommandContext context) {
        return switch (theme) {
            case LIFECYCLE -> step(incident, command, context);
            case TRIAGE -> judgement(command, context);
            case ASSIGNMENT -> assignment(incident, command);
            case WORK -> deed(incident, command, context);
            case REVIEW -> review(incident, command, context);
            case RECORD -> record(incident, command, context);
            case PROCESS, ALERT, RELATION -> List.of();
        };
    }

    private List<Unmet> assignment(Incident incident, IncidentCommand command) {
        if (!(command instanceof AssignmentCommand.Unassign) || incident.phase() == Phase.NEW) {
            return List.of();
        }
        return new InputChecks(definition)
                .fault(
                        UnmetCode.OWNER_REQUIRED,
                        "owner",
                        "somebody must stay accountable while the incident is " + incident.status())
                .unmet();
    }

    private List<Unmet> step(Incident incident, IncidentCommand step, CommandContext context) {
        if (step instanceof LifecycleCommand.Hold hold) {
            return hold.resumeAt() == null
                    ? List.of()
                    : new InputChecks(definition)
                            .after("resumeAt", hold.resumeAt(), context.at())
                            .unmet();
        }
        if (step instanceof LifecycleCommand.Resume resume) {
            return fits(incident, resume.trigger())
                    ? List.of()
                    : new InputChecks(definition)
                            .fault(
                                    UnmetCode.TRIGGER_MISMATCH,
                                    "trigger",
                                    resume.trigger() + " does not end waiting for "
                                            + incident.holdReason()
                                                    .map(HoldReason::name)
                                                    .orElse("nothing"))
                            .unmet();
        }
        if (step instanceof LifecycleCommand.Reopen || step instanceof LifecycleCommand.Reject) {
            return reopening(incident, context.at());
        }
        if (step instanceof LifecycleCommand.Cancel cancel && incident.id().equals(cancel.duplicateOf())) {
            return toSelf(incident.id());
        }
        if (step instanceof LifecycleCommand.Perform perform) {
            return performed(perform);
        }
        return List.of();
    }

    private List<Unmet> performed(LifecycleCommand.Perform perform) {
        InputChecks checks = new InputChecks(definition).attributes(perform.attributes());
        if (perform.action().isBuiltIn()) {
            checks.fault(
                    UnmetCode.ACTION_RESERVED,
                    "action",
                    perform.action() + " has a command of its own, which says what it needs");
        }
        return checks.unmet();
    }

    private static boolean fits(Incident incident, ResumeTrigger trigger) {
        return switch (trigger) {
            case MANUAL -> true;
            case DATE -> false;
            case CALLER_REPLY -> Satisfied.isWaitingFor(incident, HoldReason.CALLER);
            case SUPPLIER_REPLY -> Satisfied.isWaitingFor(incident, HoldReason.VENDOR);
            case LINKED_RECORD ->
                Satisfied.isWaitingFor(incident, HoldReason.CHANGE)
                        || Satisfied.isWaitingFor(incident, HoldReason.PROBLEM);
        };
    }

    private List<Unmet> reopening(Incident incident, Instant at) {
        Duration window = definition.reopenWindow().orElse(null);
        Instant resolvedAt =
                window == null ? null : incident.at(Milestone.RESOLVED).orElse(null);
        if (window == null || resolvedAt == null) {
            return List.of();
        }
        Instant end = resolvedAt.plus(window);
        return at.isAfter(end)
                ? new InputChecks(definition)
                        .fault(
                                UnmetCode.REOPEN_WINDOW_OVER,
                                null,
                                "the incident could be reopened until " + end + "; it is " + at)
                        .unmet()
                : List.of();
    }

    private List<Unmet> toSelf(IncidentId id) {
        return new InputChecks(definition)
                .fault(UnmetCode.RELATION_TO_SELF, "relation", "incident " + id + " cannot be related to itself")
                .unmet();
    }

    private List<Unmet> judgement(IncidentCommand judgement, CommandContext context) {
        if (judgement instanceof TriageCommand.Triage triage) {
            return new InputChecks(definition)
                    .level(definition.impacts(), triage.impact())
                    .level(definition.urgencies(), triage.urgency())
                    .level(definition.severities(), triage.severity())
                    .unmet();
        }
        if (judgement instanceof TriageCommand.OverridePriority override) {
            return new InputChecks(definition)
                    .level(definition.priorities(), override.value())
                    .after("until", override.until(), context.at())
                    .unmet();
        }
        return List.of();
    }

    private List<Unmet> deed(Incident incident, IncidentCommand deed, CommandContext context) {
        if (deed instanceof WorkCommand.Link link) {
            return relates(incident, link.relation()) ? toSelf(incident.id()) : List.of();
        }
        if (deed instanceof WorkCommand.Unlink unlink) {
            return preserved(incident, unlink.relation());
        }
        if (deed instanceof WorkCommand.Contain contain) {
            return past(incident, "containedAt", contain.containedAt(), context);
        }
        if (deed instanceof WorkCommand.Restore restore) {
            return past(incident, "restoredAt", restore.restoredAt(), context);
        }
        if (deed instanceof WorkCommand.Amend amend) {
            return new InputChecks(definition).attributes(amend.attributes()).unmet();
        }
        if (deed instanceof WorkCommand.AnswerChecklist answer
                && !definition.lifecycle().checklist().contains(answer.item())
                && !incident.handling().checklist().contains(answer.item())) {
            return new InputChecks(definition)
                    .fault(
                            UnmetCode.CHECKLIST_UNKNOWN,
                            answer.item(),
                            "the checklist has no item '" + answer.item() + "'; it has "
                                    + definition.lifecycle().checklist())
                    .unmet();
        }
        return List.of();
    }

    private List<Unmet> preserved(Incident incident, Relation relation) {
        return incident.isUnderLegalHold() && relation.kind() == RelationKind.EVIDENCE
                ? new InputChecks(definition)
                        .fault(
                                UnmetCode.LEGAL_HOLD,
                                "relation",
                                "evidence '" + relation.target() + "' stays linked under a legal hold")
                        .unmet()
                : List.of();
    }

    private static boolean relates(Incident incident, Relation relation) {
        return CommandValues.TO_INCIDENTS.contains(relation.kind())
                && relation.target().equals(incident.id().value());
    }

    private List<Unmet> past(Incident incident, String field, @Nullable Instant at, CommandContext context) {
        return new InputChecks(definition)
                .order(new Timed("occurredAt", incident.at(Milestone.OCCURRED).orElse(null)), new Timed(field, at))
                .notAfter(field, at, context.at())
                .unmet();
    }

    private List<Unmet> review(Incident incident, IncidentCommand review, CommandContext context) {
        InputChecks checks = new InputChecks(definition);
        if (review instanceof ReviewCommand.OpenReview open) {
            checks.after("dueAt", open.dueAt(), context.at());
        } else if (review instanceof ReviewCommand.SignReview
                && incident.review().map(Review::signedAt).isPresent()) {
            checks.fault(
                    UnmetCode.REVIEW_NOT_OPEN, null, "the review of incident " + incident.id() + " is signed already");
        } else if (review instanceof ReviewCommand.SignReview
                && incident.review().isEmpty()) {
            checks.fault(UnmetCode.REVIEW_NOT_OPEN, null, "no review of incident " + incident.id() + " is open");
        } else if (review instanceof ReviewCommand.RecordEffort effort
                && effort.time().isNegative()) {
            checks.fault(UnmetCode.TIME_ORDER, "time", "time must not be negative, but is " + effort.time());
        }
        return checks.unmet();
    }

    private List<Unmet> record(Incident incident, IncidentCommand command, CommandContext context) {
        InputChecks checks = new InputChecks(definition);
        boolean removes = command instanceof RecordCommand.Redact || command instanceof RecordCommand.Archive;
        if (removes && incident.isUnderLegalHold()) {
            checks.fault(
                    UnmetCode.LEGAL_HOLD,
                    null,
                    "incident " + incident.id() + " is under a legal hold, which blocks " + command.action());
        }
        if (command instanceof RecordCommand.Redact redact) {
            redaction(checks, incident, redact);
        }
        if (command instanceof RecordCommand.ImportStep step) {
            checks.notAfter("effectiveAt", step.step().effectiveAt(), context.at());
        }
        if (command instanceof RecordCommand.Migrate migrate) {
            migration(checks, incident, migrate);
        }
        return checks.unmet();
    }

    private void redaction(InputChecks checks, Incident incident, RecordCommand.Redact redact) {
        for (String field : new TreeSet<>(redact.scope())) {
            if (!RecordCommand.Redact.TEXTS.contains(field) && !isPersonalAttribute(incident, field)) {
                checks.fault(
                        UnmetCode.CONSTRAINT_VIOLATED,
                        "scope",
                        "'" + field + "' is no personal field; there are " + new TreeSet<>(RecordCommand.Redact.TEXTS)
                                + " and the personal ones among the attributes "
                                + definition.attributes().keySet());
            }
        }
    }

    /** An attribute of an earlier definition may still be in the record. */
    private boolean isPersonalAttribute(Incident incident, String field) {
        if (!field.startsWith(ATTRIBUTE)) {
            return false;
        }
        String name = field.substring(ATTRIBUTE.length());
        return incident.attributes().get(name).orElse(null) instanceof AttributeValue.Personal
                || Stream.concat(Stream.of(definition), definition.predecessors().stream())
                        .map(known -> known.attributes().get(name))
                        .anyMatch(attribute ->
                                attribute != null && attribute.traits().contains(AttributeTrait.PERSONAL));
    }

    private void migration(InputChecks checks, Incident incident, RecordCommand.Migrate migrate) {
        if (!migrate.definition().equals(definition.hash())) {
            checks.fault(
                    UnmetCode.DEFINITION_UNKNOWN,
                    "definition",
                    "definition " + migrate.definition() + " was asked for, but this is " + definition.hash());
        }
        String name = RecordDecisions.statusAfter(incident, migrate);
        Status status = definition.lifecycle().status(name).orElse(null);
        if (status == null || status.phase() != incident.phase()) {
            checks.fault(
                    UnmetCode.STATUS_UNKNOWN,
                    "statuses",
                    "status " + incident.status() + " needs one of phase " + incident.phase()
                            + " to stand for it, but "
                            + (status == null ? "there is no '" + name + "'" : name + " is " + status.phase()));
        }
    }
}
