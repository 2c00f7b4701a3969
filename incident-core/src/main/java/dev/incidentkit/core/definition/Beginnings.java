package dev.incidentkit.core.definition;

import dev.incidentkit.core.definition.InputChecks.Timed;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.process.ProcessDecider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides how incidents begin: by a report, an adoption, or the first step of a recorded history. */
final class Beginnings {
    private static final IncidentId ANY = new IncidentId("new");

    private final ProcessDefinition definition;
    private final SelectionWork selection;
    private final ProcessDecider process;
    private final Ports ports;

    Beginnings(ProcessDefinition definition, Ports ports, SelectionWork selection, ProcessDecider process) {
        this.definition = definition;
        this.process = process;
        this.selection = selection;
        this.ports = ports;
    }

    /** What policies would answer, too: they may fail. They are asked of an incident that nobody keeps. */
    List<IncidentEvent> rehearse(IncidentCommand command, CommandContext context) {
        return begin(ANY, TenantId.DEFAULT, command, context);
    }

    List<Unmet> check(IncidentCommand command, CommandContext context) {
        List<Unmet> faults = CommandValues.check(command, command.theme());
        if (!faults.isEmpty()) {
            return faults;
        }
        if (command instanceof RecordCommand.Adopt adopt) {
            return new InputChecks(definition)
                    .ticket(adopt.ticket(), context.at())
                    .unmet();
        }
        if (command instanceof RecordCommand.ImportStep step) {
            return new InputChecks(definition)
                    .notAfter("effectiveAt", step.step().effectiveAt(), context.at())
                    .unmet();
        }
        List<Unmet> unmet = new ArrayList<>(definition.lifecycle().checkBeginning(command, context));
        if (command instanceof Report report) {
            unmet.addAll(check(report, context));
            if (isComplete(report)) {
                Incident reported = Incident.replay(List.of(asReported(report, context)));
                unmet.addAll(process.checkReport(reported, report));
            }
        }
        return unmet;
    }

    private List<Unmet> check(Report report, CommandContext context) {
        Instant reportedAt = report.reportedAt() == null ? context.at() : report.reportedAt();
        return new InputChecks(definition)
                .level(definition.impacts(), report.impact())
                .level(definition.urgencies(), report.urgency())
                .level(definition.severities(), report.severity())
                .attributes(report.attributes())
                .order(
                        new Timed("occurredAt", report.occurredAt()),
                        new Timed("detectedAt", report.detectedAt()),
                        new Timed("reportedAt", reportedAt))
                .notAfter("reportedAt", reportedAt, context.at())
                .unmet();
    }

    List<IncidentEvent> begin(IncidentId id, TenantId tenant, IncidentCommand command, CommandContext context) {
        if (command instanceof RecordCommand.Adopt adopt) {
            EventMeta meta = meta(context.at(), context, Cause.COMMAND);
            return begun(
                    List.of(new RecordEvent.Adopted(meta, id, tenant, definition.hash(), adopt.ticket())),
                    command.action());
        }
        if (command instanceof RecordCommand.ImportStep step) {
            return List.of(imported(id, tenant, step.step(), context));
        }
        if (command instanceof Report report) {
            return begun(report(id, tenant, report, context), command.action());
        }
        throw new IllegalStateException("No lifecycle can begin an incident by " + command);
    }

    /** What began an incident, with all that follows from it at once. */
    private List<IncidentEvent> begun(List<IncidentEvent> events, Action action) {
        return selection.begun(process.completed(null, events), action);
    }

    private RecordEvent.Imported imported(IncidentId id, TenantId tenant, ImportedStep step, CommandContext context) {
        return new RecordEvent.Imported(
                meta(step.effectiveAt(), context, Cause.COMMAND), id, tenant, definition.hash(), step);
    }

    private static EventMeta meta(Instant effectiveAt, CommandContext context, Cause cause) {
        return new EventMeta(effectiveAt, context.at(), context.actor(), cause.with(context.answers()));
    }

    private List<IncidentEvent> report(IncidentId id, TenantId tenant, Report report, CommandContext context) {
        Instant reportedAt = report.reportedAt() == null ? context.at() : report.reportedAt();
        List<IncidentEvent> events = new ArrayList<>(3);
        Reported reported = reported(id, tenant, report, meta(reportedAt, context, Cause.COMMAND));
        events.add(reported);
        if (report.firstActions() != null) {
            events.add(new WorkEvent.Noted(
                    meta(reportedAt, context, Cause.COMMAND),
                    PersonalText.of(report.firstActions()),
                    Visibility.INTERNAL));
        }
        Incident incident = Incident.replay(events);
        Optional<Decision<Priority>> priority = ports.priority(incident, report.action());
        if (priority.isPresent()) {
            Decision<Priority> decision = priority.get();
            events.add(new TriageEvent.Triaged(
                    meta(reportedAt, context, Cause.rule(decision.rule(), decision.configuration())),
                    null,
                    null,
                    null,
                    decision.value()));
            incident = Incident.replay(events);
        }
        Optional<Decision<Owner>> owner = ports.owner(incident, report.action());
        if (owner.isPresent()) {
            Decision<Owner> decision = owner.get();
            events.add(new AssignmentEvent.Assigned(
                    meta(reportedAt, context, Cause.rule(decision.rule(), decision.configuration())),
                    decision.value()));
        }
        return events;
    }

    /** Whether there is something to ask, and enough given to see the incident as it would be. */
    private boolean isComplete(Report report) {
        return process.asksOfReports()
                && report.title() != null
                && definition.lifecycle().beginning(Action.REPORT).isPresent();
    }

    /** The incident as it would be; which one it is does not matter. */
    private Reported asReported(Report report, CommandContext context) {
        Instant reportedAt = report.reportedAt() == null ? context.at() : report.reportedAt();
        Instant effectiveAt = reportedAt.isAfter(context.at()) ? context.at() : reportedAt;
        return reported(new IncidentId("new"), TenantId.DEFAULT, report, meta(effectiveAt, context, Cause.COMMAND));
    }

    private Reported reported(IncidentId id, TenantId tenant, Report report, EventMeta meta) {
        return new Reported(
                meta,
                id,
                tenant,
                definition.hash(),
                firstStatus(),
                PersonalText.of(report.title()),
                report.reporter(),
                report.channel(),
                report.number(),
                Texts.of(report.description()),
                report.occurredAt(),
                report.detectedAt(),
                report.category(),
                report.impact(),
                report.urgency(),
                report.severity(),
                report.services(),
                report.affectedUsers(),
                report.attributes(),
                report.drill(),
                Texts.of(report.symptoms()),
                report.type());
    }

    private Status firstStatus() {
        Transition transition = definition.lifecycle().beginning(Action.REPORT).orElseThrow();
        Status status = transition.branches().get(0).to();
        if (status == null) {
            throw new IllegalStateException("A beginning names its status, but " + transition + " does not");
        }
        return status;
    }
}
