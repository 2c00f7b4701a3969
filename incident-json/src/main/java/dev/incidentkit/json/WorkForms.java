package dev.incidentkit.json;

import dev.incidentkit.core.incident.AffectedScope;
import dev.incidentkit.core.incident.Billing;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms of events that write down what is done, and of those of review, satisfaction and effort. */
final class WorkForms {
    private static final Form<WorkEvent.Noted> NOTED = Form.of(
            "noted",
            WorkEvent.Noted.class,
            (out, event) -> out.personal("text", event.text()).name("visibility", event.visibility()),
            (meta, in) -> new WorkEvent.Noted(meta, in.personal("text"), in.name("visibility", Visibility.class)));
    private static final Form<WorkEvent.Communicated> COMMUNICATED =
            Form.of("communicated", WorkEvent.Communicated.class, WorkForms::message, WorkForms::message);
    private static final Form<WorkEvent.Linked> LINKED = Form.of(
            "linked",
            WorkEvent.Linked.class,
            (out, event) -> Shared.relation(out, event.relation()),
            (meta, in) -> new WorkEvent.Linked(meta, Shared.relation(in)));
    private static final Form<WorkEvent.Unlinked> UNLINKED = Form.of(
            "unlinked",
            WorkEvent.Unlinked.class,
            (out, event) -> Shared.relation(out, event.relation()),
            (meta, in) -> new WorkEvent.Unlinked(meta, Shared.relation(in)));
    private static final Form<WorkEvent.Contained> CONTAINED = Form.of(
            "contained",
            WorkEvent.Contained.class,
            (out, event) -> {
                out.instant("containedAt", event.containedAt()).personal("text", event.text());
                scope(out, "before", event.before());
                scope(out, "after", event.after());
            },
            (meta, in) -> new WorkEvent.Contained(
                    meta, in.instant("containedAt"), in.personal("text"), scope(in, "before"), scope(in, "after")));
    private static final Form<WorkEvent.Restored> RESTORED = Form.of(
            "restored",
            WorkEvent.Restored.class,
            (out, event) -> out.instant("restoredAt", event.restoredAt()),
            (meta, in) -> new WorkEvent.Restored(meta, in.instant("restoredAt")));
    private static final Form<WorkEvent.Amended> AMENDED =
            Form.of("amended", WorkEvent.Amended.class, WorkForms::amended, WorkForms::amended);
    private static final Form<WorkEvent.ChecklistAnswered> CHECKLIST_ANSWERED = Form.of(
            "checklist-answered",
            WorkEvent.ChecklistAnswered.class,
            (out, event) ->
                    out.text("item", event.item()).flag("done", event.done()).personal("comment", event.comment()),
            (meta, in) -> new WorkEvent.ChecklistAnswered(
                    meta, in.text("item"), in.flag("done"), in.personalOrNull("comment")));
    private static final Form<ReviewEvent.ReviewOpened> REVIEW_OPENED = Form.of(
            "review-opened",
            ReviewEvent.ReviewOpened.class,
            (out, event) -> out.text("owner", event.owner()).instant("dueAt", event.dueAt()),
            (meta, in) -> new ReviewEvent.ReviewOpened(meta, in.text("owner"), in.instant("dueAt")));
    private static final Form<ReviewEvent.ReviewSigned> REVIEW_SIGNED = Form.of(
            "review-signed",
            ReviewEvent.ReviewSigned.class,
            (out, event) -> out.personal("summary", event.summary()),
            (meta, in) -> new ReviewEvent.ReviewSigned(meta, in.personal("summary")));
    private static final Form<ReviewEvent.Surveyed> SURVEYED = Form.of(
            "surveyed",
            ReviewEvent.Surveyed.class,
            (out, event) -> out.number("score", event.score()).personal("comment", event.comment()),
            (meta, in) -> new ReviewEvent.Surveyed(meta, in.smallNumber("score"), in.personalOrNull("comment")));
    private static final Form<ReviewEvent.EffortRecorded> EFFORT_RECORDED =
            Form.of("effort-recorded", ReviewEvent.EffortRecorded.class, WorkForms::effort, WorkForms::effort);

    private WorkForms() {}

    static List<Form<?>> all() {
        return List.of(
                NOTED,
                COMMUNICATED,
                LINKED,
                UNLINKED,
                CONTAINED,
                RESTORED,
                AMENDED,
                CHECKLIST_ANSWERED,
                REVIEW_OPENED,
                REVIEW_SIGNED,
                SURVEYED,
                EFFORT_RECORDED);
    }

    private static void scope(Out out, String name, @Nullable AffectedScope scope) {
        if (scope != null) {
            out.object(name, in -> in.set("services", scope.services()).number("users", scope.users()));
        }
    }

    private static @Nullable AffectedScope scope(In in, String name) {
        In scope = in.objectOrNull(name);
        return scope == null ? null : new AffectedScope(scope.set("services"), scope.smallNumber("users"));
    }

    private static void message(Out out, WorkEvent.Communicated event) {
        out.name("direction", event.direction())
                .text("channel", event.channel())
                .text("audience", event.audience())
                .personal("text", event.text())
                .name("visibility", event.visibility());
    }

    private static WorkEvent.Communicated message(EventMeta meta, In in) {
        return new WorkEvent.Communicated(
                meta,
                in.name("direction", Direction.class),
                in.of("channel", Channel::new),
                in.text("audience"),
                in.personal("text"),
                in.name("visibility", Visibility.class));
    }

    private static void amended(Out out, WorkEvent.Amended event) {
        out.personal("title", event.title())
                .personal("description", event.description())
                .set("services", event.services())
                .numberOrNull("affectedUsers", event.affectedUsers())
                .attributes("attributes", event.attributes())
                .set("removed", event.removed())
                .level("priority", event.priority());
    }

    private static WorkEvent.Amended amended(EventMeta meta, In in) {
        return new WorkEvent.Amended(
                meta,
                in.personalOrNull("title"),
                in.personalOrNull("description"),
                in.setOrNull("services"),
                in.smallNumberOrNull("affectedUsers"),
                in.attributes("attributes"),
                in.set("removed"),
                in.levelOrNull("priority", Priority::new));
    }

    private static void effort(Out out, ReviewEvent.EffortRecorded event) {
        out.text("team", event.team())
                .text("time", event.time())
                .decimal("cost", event.cost())
                .name("billing", event.billing());
    }

    private static ReviewEvent.EffortRecorded effort(EventMeta meta, In in) {
        return new ReviewEvent.EffortRecorded(
                meta,
                in.text("team"),
                in.of("time", Duration::parse),
                in.decimalOrNull("cost"),
                in.name("billing", Billing.class));
    }
}
