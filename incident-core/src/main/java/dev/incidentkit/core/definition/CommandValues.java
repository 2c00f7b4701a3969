package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.ValueFaults.LONG;

import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AlertCommand;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.WorkCommand;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constraints that stand on the records of commands, looked at without reflection, so that a host that asks the core
 * alone meets the same refusals as one that asks a desk, and deciding never stumbles over a value. A test holds them
 * against the annotations.
 */
final class CommandValues {
    /** Relations whose target is an incident. */
    static final Set<RelationKind> TO_INCIDENTS = EnumSet.of(
            RelationKind.PARENT,
            RelationKind.CHILD,
            RelationKind.DUPLICATE_OF,
            RelationKind.DUPLICATED_BY,
            RelationKind.SIMILAR_TO,
            RelationKind.FOLLOW_UP_OF);

    private CommandValues() {}

    /** Every value that cannot be; nothing else is asked of a command that has one. */
    static List<Unmet> check(IncidentCommand command, IncidentCommand.Theme theme) {
        ValueFaults faults = new ValueFaults();
        switch (theme) {
            case LIFECYCLE -> step(faults, command);
            case TRIAGE -> judgement(faults, command);
            case ASSIGNMENT -> assignment(faults, command);
            case WORK -> deed(faults, command);
            case REVIEW -> review(faults, command);
            case RECORD -> record(faults, command);
            case PROCESS -> ProcessValues.process(faults, command);
            case ALERT -> ProcessValues.signal(faults, (AlertCommand.Signal) command);
            case RELATION -> relation(faults, (RelationCommand) command);
        }
        return faults.unmet();
    }

    private static void step(ValueFaults faults, IncidentCommand step) {
        if (step instanceof LifecycleCommand.Hold hold) {
            faults.given("reason", hold.reason());
            faults.optional("comment", hold.comment(), LONG);
            faults.instant("resumeAt", hold.resumeAt());
        } else if (step instanceof LifecycleCommand.Resume resume) {
            faults.given("trigger", resume.trigger());
        } else if (step instanceof LifecycleCommand.Resolve resolve) {
            resolution(faults, resolve.resolution());
        } else if (step instanceof LifecycleCommand.Reopen reopen) {
            faults.text("reason", reopen.reason(), LONG);
        } else {
            rareStep(faults, step);
        }
    }

    private static void rareStep(ValueFaults faults, IncidentCommand step) {
        if (step instanceof LifecycleCommand.Reject reject) {
            faults.text("reason", reject.reason(), LONG);
        } else if (step instanceof LifecycleCommand.Cancel cancel) {
            faults.given("reason", cancel.reason());
            faults.optional("comment", cancel.comment(), LONG);
        } else if (step instanceof LifecycleCommand.Perform perform) {
            faults.given("action", perform.action());
            faults.optional("comment", perform.comment(), LONG);
            faults.attributes("attributes", perform.attributes());
        } else if (step instanceof Report report) {
            report(faults, report);
        }
    }

    private static void report(ValueFaults faults, Report report) {
        faults.text("title", report.title(), 200);
        if (faults.given("reporter", report.reporter())) {
            reporter(faults, report.reporter());
        }
        faults.given("channel", report.channel());
        faults.optional("number", report.number(), 64);
        faults.optional("description", report.description(), LONG);
        faults.instant("occurredAt", report.occurredAt());
        faults.instant("detectedAt", report.detectedAt());
        faults.instant("reportedAt", report.reportedAt());
        faults.names("services", report.services(), 1_000, 200);
        faults.number("affectedUsers", report.affectedUsers(), 0, Integer.MAX_VALUE);
        faults.attributes("attributes", report.attributes());
        faults.optional("symptoms", report.symptoms(), LONG);
        faults.optional("firstActions", report.firstActions(), LONG);
    }

    private static void reporter(ValueFaults faults, @Nullable Reporter reporter) {
        if (reporter != null && faults.given("reporter.kind", reporter.kind())) {
            faults.given("reporter.name", reporter.name());
        }
    }

    private static void resolution(ValueFaults faults, @Nullable Resolution resolution) {
        if (faults.given("resolution", resolution) && resolution != null) {
            faults.given("resolution.method", resolution.method());
        }
    }

    private static void judgement(ValueFaults faults, IncidentCommand judgement) {
        if (judgement instanceof TriageCommand.Categorize categorize) {
            faults.given("category", categorize.category());
        } else if (judgement instanceof TriageCommand.OverridePriority override) {
            faults.given("value", override.value());
            faults.text("reason", override.reason(), 1_000);
            faults.instant("until", override.until());
        } else if (judgement instanceof TriageCommand.Reclassify reclassify) {
            faults.given("to", reclassify.to());
            faults.text("reason", reclassify.reason(), 1_000);
        }
    }

    private static void assignment(ValueFaults faults, IncidentCommand assignment) {
        if (assignment instanceof AssignmentCommand.Assign assign) {
            faults.given("owner", assign.owner());
        } else if (assignment instanceof AssignmentCommand.Escalate escalate) {
            faults.given("kind", escalate.kind());
            faults.text("target", escalate.target(), 200);
            faults.text("reason", escalate.reason(), 1_000);
        }
    }

    private static void deed(ValueFaults faults, IncidentCommand deed) {
        if (deed instanceof WorkCommand.Note note) {
            faults.text("text", note.text(), LONG);
            faults.given("visibility", note.visibility());
        } else if (deed instanceof WorkCommand.Communicate message) {
            message(faults, message);
        } else if (deed instanceof WorkCommand.Link link) {
            relation(faults, link.relation());
        } else if (deed instanceof WorkCommand.Unlink unlink) {
            relation(faults, unlink.relation());
        } else if (deed instanceof WorkCommand.Contain contain) {
            faults.instant("containedAt", contain.containedAt());
            faults.text("text", contain.text(), LONG);
            ProcessValues.scope(faults, contain.after());
        } else if (deed instanceof WorkCommand.Restore restore) {
            faults.instant("restoredAt", restore.restoredAt());
        } else if (deed instanceof WorkCommand.Amend amend) {
            amend(faults, amend);
        } else if (deed instanceof WorkCommand.AnswerChecklist answer) {
            faults.text("item", answer.item(), 100);
            faults.optional("comment", answer.comment(), 1_000);
        }
    }

    private static void message(ValueFaults faults, WorkCommand.Communicate message) {
        faults.given("direction", message.direction());
        faults.given("channel", message.channel());
        faults.text("audience", message.audience(), 200);
        faults.text("text", message.text(), LONG);
        faults.given("visibility", message.visibility());
    }

    private static void relation(ValueFaults faults, @Nullable Relation relation) {
        if (faults.given("relation", relation) && relation != null && faults.given("relation.kind", relation.kind())) {
            faults.text("relation.target", relation.target(), TO_INCIDENTS.contains(relation.kind()) ? 64 : 500);
        }
    }

    private static void relation(ValueFaults faults, RelationCommand command) {
        if (command instanceof RelationCommand.EndCascade end) {
            faults.number("asked", end.asked(), 1, Integer.MAX_VALUE);
            ProcessValues.ended(faults, end);
        } else if (command instanceof RelationCommand.HandOver over) {
            faults.given("to", over.to());
            faults.text("text", over.text(), LONG);
        } else if (command instanceof RelationCommand.Absorb absorb) {
            faults.given("from", absorb.from());
            reporter(faults, absorb.reporter());
            ProcessValues.absorbed(faults, absorb);
        }
    }

    private static void amend(ValueFaults faults, WorkCommand.Amend amend) {
        faults.optional("title", amend.title(), 200);
        faults.optional("description", amend.description(), LONG);
        if (amend.services() != null) {
            faults.names("services", amend.services(), 1_000, 200);
        }
        Integer affectedUsers = amend.affectedUsers();
        if (affectedUsers != null) {
            faults.number("affectedUsers", affectedUsers, 0, Integer.MAX_VALUE);
        }
        faults.attributes("attributes", amend.attributes());
        faults.names("removed", amend.removed(), Integer.MAX_VALUE, LONG);
    }

    private static void review(ValueFaults faults, IncidentCommand review) {
        if (review instanceof ReviewCommand.OpenReview open) {
            faults.text("owner", open.owner(), 100);
            faults.instant("dueAt", open.dueAt());
        } else if (review instanceof ReviewCommand.SignReview sign) {
            faults.text("summary", sign.summary(), LONG);
        } else if (review instanceof ReviewCommand.Survey survey) {
            faults.number("score", survey.score(), 1, 5);
            faults.optional("comment", survey.comment(), LONG);
        } else if (review instanceof ReviewCommand.RecordEffort effort) {
            faults.text("team", effort.team(), 100);
            faults.duration("time", effort.time());
            faults.amount("cost", effort.cost());
            faults.given("billing", effort.billing());
        } else {
            ProcessValues.review(faults, review);
        }
    }

    private static void record(ValueFaults faults, IncidentCommand command) {
        if (command instanceof RecordCommand.Adopt adopt) {
            if (faults.given("ticket", adopt.ticket())) {
                ticket(faults, adopt.ticket());
            }
        } else if (command instanceof RecordCommand.ImportStep step) {
            if (faults.given("step", step.step())) {
                imported(faults, step.step());
            }
        } else if (command instanceof RecordCommand.Migrate migrate) {
            faults.text("definition", migrate.definition(), 100);
            if (faults.given("statuses", migrate.statuses())) {
                migrate.statuses().forEach((from, to) -> {
                    faults.text("statuses", from, 60);
                    faults.text("statuses", to, 60);
                });
            }
        } else if (command instanceof RecordCommand.Redact redact) {
            faults.names("scope", redact.scope(), Integer.MAX_VALUE, LONG);
            faults.text("reason", redact.reason(), 1_000);
        } else if (command instanceof RecordCommand.Preserve preserve) {
            faults.text("reason", preserve.reason(), 1_000);
        } else if (command instanceof RecordCommand.Archive archive) {
            faults.text("target", archive.target(), 500);
        }
    }

    private static void ticket(ValueFaults faults, AdoptedTicket ticket) {
        faults.given("ticket.status", ticket.status());
        faults.optional("ticket.number", ticket.number(), 64);
        reporter(faults, ticket.reporter());
        faults.instant("ticket.reportedAt", ticket.reportedAt());
        faults.instant("ticket.occurredAt", ticket.occurredAt());
        faults.instant("ticket.detectedAt", ticket.detectedAt());
        faults.instant("ticket.acknowledgedAt", ticket.acknowledgedAt());
        faults.instant("ticket.restoredAt", ticket.restoredAt());
        faults.instant("ticket.resolvedAt", ticket.resolvedAt());
        faults.instant("ticket.closedAt", ticket.closedAt());
        for (HoldSpell spell : ticket.holds()) {
            faults.instant("ticket.holds", spell.from());
            faults.instant("ticket.holds", spell.to());
        }
        ticket.holdTotals().values().forEach(total -> faults.duration("ticket.holdTotals", total));
        faults.number("ticket.reopenings", ticket.reopenings(), 0, Integer.MAX_VALUE);
        faults.number("ticket.reassignments", ticket.reassignments(), 0, Integer.MAX_VALUE);
        faults.attributes("ticket.attributes", ticket.attributes());
    }

    private static void imported(ValueFaults faults, ImportedStep step) {
        faults.instant("step.effectiveAt", step.effectiveAt());
        faults.text("step.sourceStatus", step.sourceStatus(), 100);
        faults.given("step.status", step.status());
        faults.instant("step.reportedAt", step.reportedAt());
        faults.instant("step.resolvedAt", step.resolvedAt());
        faults.instant("step.closedAt", step.closedAt());
        faults.optional("step.number", step.number(), 64);
        faults.number("step.reopenings", step.reopenings(), 0, Integer.MAX_VALUE);
        faults.number("step.reassignments", step.reassignments(), 0, Integer.MAX_VALUE);
        if (step.line() < 0) {
            faults.fault("step.line", "must be at least 0, but is " + step.line());
        }
    }
}
