package dev.incidentkit.json;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.ClosureTrigger;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import java.util.List;

/** The forms of events that may change the status. */
final class LifecycleForms {
    private static final Form<Reported> REPORTED =
            Form.of("reported", Reported.class, LifecycleForms::reported, LifecycleForms::reported);
    private static final Form<LifecycleEvent.Started> STARTED = Form.of(
            "started",
            LifecycleEvent.Started.class,
            (out, event) -> out.status("to", event.to()),
            (meta, in) -> new LifecycleEvent.Started(meta, in.status("to")));
    private static final Form<LifecycleEvent.Held> HELD =
            Form.of("held", LifecycleEvent.Held.class, LifecycleForms::held, LifecycleForms::held);
    private static final Form<LifecycleEvent.Resumed> RESUMED = Form.of(
            "resumed",
            LifecycleEvent.Resumed.class,
            (out, event) -> out.status("to", event.to()).name("trigger", event.trigger()),
            (meta, in) -> new LifecycleEvent.Resumed(meta, in.status("to"), in.name("trigger", ResumeTrigger.class)));
    private static final Form<LifecycleEvent.Resolved> RESOLVED =
            Form.of("resolved", LifecycleEvent.Resolved.class, LifecycleForms::resolved, LifecycleForms::resolved);
    private static final Form<LifecycleEvent.Reopened> REOPENED = Form.of(
            "reopened",
            LifecycleEvent.Reopened.class,
            (out, event) -> out.status("to", event.to()).personal("reason", event.reason()),
            (meta, in) -> new LifecycleEvent.Reopened(meta, in.status("to"), in.personal("reason")));
    private static final Form<LifecycleEvent.Rejected> REJECTED = Form.of(
            "rejected",
            LifecycleEvent.Rejected.class,
            (out, event) -> out.status("to", event.to()).personal("reason", event.reason()),
            (meta, in) -> new LifecycleEvent.Rejected(meta, in.status("to"), in.personal("reason")));
    private static final Form<LifecycleEvent.Confirmed> CONFIRMED = Form.of(
            "confirmed",
            LifecycleEvent.Confirmed.class,
            (out, event) -> out.status("to", event.to()).list("lacking", event.lacking(), Shared::unmet),
            (meta, in) -> new LifecycleEvent.Confirmed(meta, in.status("to"), in.list("lacking", Shared::unmet)));
    private static final Form<LifecycleEvent.Closed> CLOSED = Form.of(
            "closed",
            LifecycleEvent.Closed.class,
            (out, event) -> out.status("to", event.to()).name("trigger", event.trigger()),
            (meta, in) -> new LifecycleEvent.Closed(meta, in.status("to"), in.name("trigger", ClosureTrigger.class)));
    private static final Form<LifecycleEvent.ClosureBlocked> CLOSURE_BLOCKED = Form.of(
            "closure-blocked",
            LifecycleEvent.ClosureBlocked.class,
            (out, event) -> out.list("lacking", event.lacking(), Shared::unmet),
            (meta, in) -> new LifecycleEvent.ClosureBlocked(meta, in.list("lacking", Shared::unmet)));
    private static final Form<LifecycleEvent.Cancelled> CANCELLED =
            Form.of("cancelled", LifecycleEvent.Cancelled.class, LifecycleForms::cancelled, LifecycleForms::cancelled);
    private static final Form<LifecycleEvent.Performed> PERFORMED =
            Form.of("performed", LifecycleEvent.Performed.class, LifecycleForms::performed, LifecycleForms::performed);

    private LifecycleForms() {}

    static List<Form<?>> all() {
        return List.of(
                REPORTED,
                STARTED,
                HELD,
                RESUMED,
                RESOLVED,
                REOPENED,
                REJECTED,
                CONFIRMED,
                CLOSED,
                CLOSURE_BLOCKED,
                CANCELLED,
                PERFORMED);
    }

    private static void reported(Out out, Reported event) {
        out.text("id", event.id())
                .text("tenant", event.tenant())
                .text("definition", event.definition())
                .status("status", event.status())
                .personal("title", event.title());
        Shared.reporter(out, event.reporter());
        out.text("channel", event.channel())
                .text("number", event.number())
                .personal("description", event.description())
                .instant("occurredAt", event.occurredAt())
                .instant("detectedAt", event.detectedAt())
                .text("category", event.category())
                .level("impact", event.impact())
                .level("urgency", event.urgency())
                .level("severity", event.severity())
                .set("services", event.services())
                .number("affectedUsers", event.affectedUsers())
                .attributes("attributes", event.attributes())
                .flag("drill", event.drill())
                .personal("symptoms", event.symptoms())
                .name("type", event.type() == RecordType.INCIDENT ? null : event.type());
    }

    private static Reported reported(EventMeta meta, In in) {
        Reporter reporter = Shared.reporterOrNull(in);
        if (reporter == null) {
            throw new CodecException("Member 'reporter' is missing");
        }
        return new Reported(
                meta,
                in.of("id", IncidentId::new),
                in.of("tenant", TenantId::new),
                in.text("definition"),
                in.status("status"),
                in.personal("title"),
                reporter,
                in.of("channel", Channel::new),
                in.textOrNull("number"),
                in.personalOrNull("description"),
                in.instantOrNull("occurredAt"),
                in.instantOrNull("detectedAt"),
                in.orNull("category", Category::new),
                in.levelOrNull("impact", Impact::new),
                in.levelOrNull("urgency", Urgency::new),
                in.levelOrNull("severity", Severity::new),
                in.set("services"),
                in.smallNumber("affectedUsers"),
                in.attributes("attributes"),
                in.flag("drill"),
                in.personalOrNull("symptoms"),
                type(in));
    }

    /** Reports of earlier forms are about incidents. */
    private static RecordType type(In in) {
        RecordType type = in.orNull("type", RecordType::valueOf);
        return type == null ? RecordType.INCIDENT : type;
    }

    private static void held(Out out, LifecycleEvent.Held event) {
        out.status("to", event.to())
                .text("reason", event.reason())
                .personal("comment", event.comment())
                .instant("resumeAt", event.resumeAt());
    }

    private static LifecycleEvent.Held held(EventMeta meta, In in) {
        return new LifecycleEvent.Held(
                meta,
                in.status("to"),
                in.of("reason", HoldReason::new),
                in.personalOrNull("comment"),
                in.instantOrNull("resumeAt"));
    }

    private static void resolved(Out out, LifecycleEvent.Resolved event) {
        Resolution resolution = event.resolution();
        out.status("to", event.to())
                .text("category", event.category())
                .text("code", resolution.code())
                .personal("note", resolution.note())
                .name("method", resolution.method());
    }

    private static LifecycleEvent.Resolved resolved(EventMeta meta, In in) {
        return new LifecycleEvent.Resolved(
                meta,
                in.status("to"),
                in.orNull("category", Category::new),
                new Resolution(
                        in.textOrNull("code"), in.personalOrNull("note"), in.name("method", ResolutionMethod.class)));
    }

    private static void cancelled(Out out, LifecycleEvent.Cancelled event) {
        out.status("to", event.to())
                .text("reason", event.reason())
                .text("duplicateOf", event.duplicateOf())
                .personal("comment", event.comment());
    }

    private static LifecycleEvent.Cancelled cancelled(EventMeta meta, In in) {
        return new LifecycleEvent.Cancelled(
                meta,
                in.status("to"),
                in.of("reason", CancelReason::new),
                in.orNull("duplicateOf", IncidentId::new),
                in.personalOrNull("comment"));
    }

    private static void performed(Out out, LifecycleEvent.Performed event) {
        out.text("action", event.action())
                .status("to", event.to())
                .personal("comment", event.comment())
                .attributes("attributes", event.attributes());
    }

    private static LifecycleEvent.Performed performed(EventMeta meta, In in) {
        return new LifecycleEvent.Performed(
                meta,
                in.of("action", Action::new),
                in.status("to"),
                in.personalOrNull("comment"),
                in.attributes("attributes"));
    }
}
