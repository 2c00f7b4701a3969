package dev.incidentkit.json;

import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.DeadlineKind;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.PlannedEscalation;
import dev.incidentkit.core.incident.PlannedTask;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.ReviewActionKind;
import dev.incidentkit.core.incident.ReviewActionState;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TaskPart;
import dev.incidentkit.core.incident.TaskState;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.WorkaroundState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The forms of events of plans, people, messages, repairs and of what a review says. */
final class ProcessForms {
    private static final Form<ProcessEvent.PlanOpened> PLAN_OPENED =
            Form.of("plan-opened", ProcessEvent.PlanOpened.class, ProcessForms::plan, ProcessForms::plan);
    private static final Form<ProcessEvent.TaskMoved> TASK_MOVED = Form.of(
            "task-moved",
            ProcessEvent.TaskMoved.class,
            (out, event) ->
                    out.text("task", event.task()).name("state", event.state()).personal("comment", event.comment()),
            (meta, in) -> new ProcessEvent.TaskMoved(
                    meta, in.text("task"), in.name("state", TaskState.class), in.personalOrNull("comment")));
    private static final Form<ProcessEvent.DeadlinePassed> DEADLINE_PASSED = Form.of(
            "deadline-passed",
            ProcessEvent.DeadlinePassed.class,
            (out, event) -> out.name("kind", event.kind())
                    .text("subject", event.subject())
                    .instant("dueAt", event.dueAt()),
            (meta, in) -> new ProcessEvent.DeadlinePassed(
                    meta, in.name("kind", DeadlineKind.class), in.text("subject"), in.instant("dueAt")));
    private static final Form<ProcessEvent.MessagePlanned> MESSAGE_PLANNED =
            Form.of("message-planned", ProcessEvent.MessagePlanned.class, ProcessForms::message, ProcessForms::message);
    private static final Form<ProcessEvent.StaffingRequired> STAFFING_REQUIRED = Form.of(
            "staffing-required",
            ProcessEvent.StaffingRequired.class,
            (out, event) -> out.text("role", event.role())
                    .number("count", event.count())
                    .instant("dueAt", event.dueAt()),
            (meta, in) -> new ProcessEvent.StaffingRequired(
                    meta, in.of("role", Role::new), in.smallNumber("count"), in.instant("dueAt")));
    private static final Form<ProcessEvent.Engaged> ENGAGED = Form.of(
            "engaged",
            ProcessEvent.Engaged.class,
            (out, event) -> out.text("role", event.role()).text("participant", event.participant()),
            (meta, in) -> new ProcessEvent.Engaged(meta, in.of("role", Role::new), in.text("participant")));
    private static final Form<ProcessEvent.Released> RELEASED = Form.of(
            "released",
            ProcessEvent.Released.class,
            (out, event) -> out.text("role", event.role()).text("participant", event.participant()),
            (meta, in) -> new ProcessEvent.Released(meta, in.of("role", Role::new), in.text("participant")));
    private static final Form<ProcessEvent.WorkaroundChanged> WORKAROUND_CHANGED = Form.of(
            "workaround-changed",
            ProcessEvent.WorkaroundChanged.class,
            (out, event) -> out.text("workaround", event.workaround())
                    .name("state", event.state())
                    .personal("text", event.text()),
            (meta, in) -> new ProcessEvent.WorkaroundChanged(
                    meta, in.text("workaround"), in.name("state", WorkaroundState.class), in.personal("text")));
    private static final Form<ProcessEvent.ChangeRequested> CHANGE_REQUESTED = Form.of(
            "change-requested",
            ProcessEvent.ChangeRequested.class,
            (out, event) -> out.text("change", event.change())
                    .text("policy", event.policy())
                    .instant("dueAt", event.dueAt()),
            (meta, in) ->
                    new ProcessEvent.ChangeRequested(meta, in.text("change"), in.text("policy"), in.instant("dueAt")));
    private static final Form<ProcessEvent.ChangeDecided> CHANGE_DECIDED = Form.of(
            "change-decided",
            ProcessEvent.ChangeDecided.class,
            (out, event) -> out.text("change", event.change())
                    .name("approval", event.approval())
                    .personal("comment", event.comment()),
            (meta, in) -> new ProcessEvent.ChangeDecided(
                    meta, in.text("change"), in.name("approval", Approval.class), in.personalOrNull("comment")));
    private static final Form<AssignmentEvent.EscalationMoved> ESCALATION_MOVED = Form.of(
            "escalation-moved",
            AssignmentEvent.EscalationMoved.class,
            (out, event) -> out.text("chain", event.chain())
                    .list("steps", event.steps(), ProcessForms::escalation)
                    .number("next", event.next())
                    .instant("dueAt", event.dueAt()),
            (meta, in) -> new AssignmentEvent.EscalationMoved(
                    meta,
                    in.text("chain"),
                    in.list("steps", ProcessForms::escalation),
                    in.smallNumber("next"),
                    in.instantOrNull("dueAt")));
    private static final Form<TriageEvent.MajorChanged> MAJOR_CHANGED = Form.of(
            "major-changed",
            TriageEvent.MajorChanged.class,
            (out, event) -> out.name("state", event.state())
                    .personal("reason", event.reason())
                    .instant("dueAt", event.dueAt()),
            (meta, in) -> new TriageEvent.MajorChanged(
                    meta, in.name("state", MajorState.class), in.personalOrNull("reason"), in.instantOrNull("dueAt")));
    private static final Form<TriageEvent.Reclassified> RECLASSIFIED = Form.of(
            "reclassified",
            TriageEvent.Reclassified.class,
            (out, event) ->
                    out.name("from", event.from()).name("to", event.to()).personal("reason", event.reason()),
            (meta, in) -> new TriageEvent.Reclassified(
                    meta, in.name("from", RecordType.class), in.name("to", RecordType.class), in.personal("reason")));
    private static final Form<ReviewEvent.ReviewWritten> REVIEW_WRITTEN = Form.of(
            "review-written",
            ReviewEvent.ReviewWritten.class,
            (out, event) -> out.name("section", event.section()).personal("text", event.text()),
            (meta, in) ->
                    new ReviewEvent.ReviewWritten(meta, in.name("section", ReviewSection.class), in.personal("text")));
    private static final Form<ReviewEvent.ReviewActionPlanned> REVIEW_ACTION_PLANNED = Form.of(
            "review-action-planned", ReviewEvent.ReviewActionPlanned.class, ProcessForms::action, ProcessForms::action);
    private static final Form<ReviewEvent.ReviewActionEnded> REVIEW_ACTION_ENDED = Form.of(
            "review-action-ended",
            ReviewEvent.ReviewActionEnded.class,
            (out, event) -> out.text("action", event.action())
                    .name("state", event.state())
                    .personal("comment", event.comment()),
            (meta, in) -> new ReviewEvent.ReviewActionEnded(
                    meta, in.text("action"), in.name("state", ReviewActionState.class), in.personal("comment")));
    private static final Form<ReviewEvent.ReviewShared> REVIEW_SHARED = Form.of(
            "review-shared",
            ReviewEvent.ReviewShared.class,
            (out, event) -> out.set("readers", event.readers()),
            (meta, in) -> new ReviewEvent.ReviewShared(
                    meta, in.set("readers").stream().map(Role::new).collect(Collectors.toUnmodifiableSet())));

    private ProcessForms() {}

    static List<Form<?>> all() {
        return List.of(
                PLAN_OPENED,
                TASK_MOVED,
                DEADLINE_PASSED,
                MESSAGE_PLANNED,
                STAFFING_REQUIRED,
                ENGAGED,
                RELEASED,
                WORKAROUND_CHANGED,
                CHANGE_REQUESTED,
                CHANGE_DECIDED,
                MAJOR_CHANGED,
                ESCALATION_MOVED,
                RECLASSIFIED,
                REVIEW_WRITTEN,
                REVIEW_ACTION_PLANNED,
                REVIEW_ACTION_ENDED,
                REVIEW_SHARED);
    }

    private static void escalation(Out out, PlannedEscalation step) {
        out.name("kind", step.kind())
                .text("target", step.target())
                .flag("onCall", step.onCall())
                .text("after", step.after());
    }

    private static PlannedEscalation escalation(In in) {
        return new PlannedEscalation(
                in.name("kind", EscalationKind.class),
                in.text("target"),
                in.flag("onCall"),
                in.of("after", Duration::parse));
    }

    private static void plan(Out out, ProcessEvent.PlanOpened event) {
        out.name("kind", event.kind())
                .text("plan", event.plan())
                .list("tasks", event.tasks(), ProcessForms::task)
                .set("checklist", event.checklist())
                .personal("reason", event.reason());
    }

    private static void task(Out out, PlannedTask task) {
        out.text("name", task.name())
                .name("part", task.part())
                .flag("mandatory", task.mandatory())
                .set("after", task.after())
                .instant("dueAt", task.dueAt());
    }

    private static ProcessEvent.PlanOpened plan(EventMeta meta, In in) {
        return new ProcessEvent.PlanOpened(
                meta,
                in.name("kind", PlanKind.class),
                in.text("plan"),
                in.list("tasks", ProcessForms::task),
                in.set("checklist"),
                in.personalOrNull("reason"));
    }

    private static PlannedTask task(In in) {
        return new PlannedTask(
                in.text("name"),
                in.name("part", TaskPart.class),
                in.flag("mandatory"),
                in.set("after"),
                in.instantOrNull("dueAt"));
    }

    private static void message(Out out, ProcessEvent.MessagePlanned event) {
        out.text("line", event.line())
                .text("audience", event.audience())
                .text("channel", event.channel())
                .text("template", event.template())
                .instant("dueAt", event.dueAt());
    }

    private static ProcessEvent.MessagePlanned message(EventMeta meta, In in) {
        return new ProcessEvent.MessagePlanned(
                meta,
                in.text("line"),
                in.text("audience"),
                in.of("channel", Channel::new),
                in.text("template"),
                in.instantOrNull("dueAt"));
    }

    private static void action(Out out, ReviewEvent.ReviewActionPlanned event) {
        out.text("action", event.action())
                .name("kind", event.kind())
                .text("owner", event.owner())
                .instant("dueAt", event.dueAt())
                .personal("text", event.text());
    }

    private static ReviewEvent.ReviewActionPlanned action(EventMeta meta, In in) {
        return new ReviewEvent.ReviewActionPlanned(
                meta,
                in.text("action"),
                in.name("kind", ReviewActionKind.class),
                in.text("owner"),
                in.instant("dueAt"),
                in.personal("text"));
    }
}
