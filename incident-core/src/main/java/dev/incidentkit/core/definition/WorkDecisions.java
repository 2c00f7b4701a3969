package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.process.ContainmentDecider;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides assignments and what is done. */
final class WorkDecisions {
    private final TriageDecisions triage;

    WorkDecisions(TriageDecisions triage) {
        this.triage = triage;
    }

    static IncidentEvent assignment(IncidentCommand command, EventMeta meta) {
        if (command instanceof AssignmentCommand.Assign assign) {
            return new AssignmentEvent.Assigned(meta, assign.owner());
        }
        if (command instanceof AssignmentCommand.Unassign) {
            return new AssignmentEvent.Unassigned(meta);
        }
        if (command instanceof AssignmentCommand.Escalate escalate) {
            return new AssignmentEvent.Escalated(meta, escalate.kind(), escalate.target(), escalate.reason());
        }
        return new AssignmentEvent.Acknowledged(meta);
    }

    List<IncidentEvent> decide(Incident incident, IncidentCommand command, EventMeta meta) {
        if (command instanceof WorkCommand.Amend amend) {
            return amend(incident, amend, meta);
        }
        if (command instanceof WorkCommand.Contain contain) {
            return ContainmentDecider.decide(incident, contain, meta, triage.derivation(contain.action()));
        }
        return List.of(single(command, meta));
    }

    private static IncidentEvent single(IncidentCommand command, EventMeta meta) {
        if (command instanceof WorkCommand.Note note) {
            return new WorkEvent.Noted(meta, PersonalText.of(note.text()), note.visibility());
        }
        if (command instanceof WorkCommand.Communicate message) {
            return new WorkEvent.Communicated(
                    meta,
                    message.direction(),
                    message.channel(),
                    message.audience(),
                    PersonalText.of(message.text()),
                    message.visibility());
        }
        if (command instanceof WorkCommand.Link link) {
            return new WorkEvent.Linked(meta, link.relation());
        }
        if (command instanceof WorkCommand.Unlink unlink) {
            return new WorkEvent.Unlinked(meta, unlink.relation());
        }
        if (command instanceof WorkCommand.Restore restore) {
            return new WorkEvent.Restored(meta, or(restore.restoredAt(), meta.effectiveAt()));
        }
        WorkCommand.AnswerChecklist answer = (WorkCommand.AnswerChecklist) command;
        return new WorkEvent.ChecklistAnswered(meta, answer.item(), answer.done(), Texts.of(answer.comment()));
    }

    private static Instant or(@Nullable Instant given, Instant otherwise) {
        return given == null ? otherwise : given;
    }

    private List<IncidentEvent> amend(Incident incident, WorkCommand.Amend amend, EventMeta meta) {
        return List.of(triage.derived(
                incident,
                amend.action(),
                meta,
                (cause, priority) -> new WorkEvent.Amended(
                        cause,
                        Texts.of(amend.title()),
                        Texts.of(amend.description()),
                        amend.services(),
                        amend.affectedUsers(),
                        amend.attributes(),
                        amend.removed(),
                        priority)));
    }
}
