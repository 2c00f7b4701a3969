package dev.incidentkit.json;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.OverrideEnd;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Urgency;
import java.util.List;

/** The forms of events that judge an incident, and of those about who works on it. */
final class TriageForms {
    private static final Form<TriageEvent.Triaged> TRIAGED =
            Form.of("triaged", TriageEvent.Triaged.class, TriageForms::triaged, TriageForms::triaged);
    private static final Form<TriageEvent.Categorized> CATEGORIZED = Form.of(
            "categorized",
            TriageEvent.Categorized.class,
            (out, event) -> out.text("category", event.category()).level("priority", event.priority()),
            (meta, in) -> new TriageEvent.Categorized(
                    meta, in.of("category", Category::new), in.levelOrNull("priority", Priority::new)));
    private static final Form<TriageEvent.PriorityOverridden> PRIORITY_OVERRIDDEN = Form.of(
            "priority-overridden",
            TriageEvent.PriorityOverridden.class,
            TriageForms::overridden,
            TriageForms::overridden);
    private static final Form<TriageEvent.OverrideEnded> OVERRIDE_ENDED = Form.of(
            "override-ended",
            TriageEvent.OverrideEnded.class,
            (out, event) -> out.name("end", event.end()),
            (meta, in) -> new TriageEvent.OverrideEnded(meta, in.name("end", OverrideEnd.class)));
    private static final Form<AssignmentEvent.Assigned> ASSIGNED = Form.of(
            "assigned",
            AssignmentEvent.Assigned.class,
            (out, event) -> Shared.owner(out, event.owner()),
            TriageForms::assigned);
    private static final Form<AssignmentEvent.Unassigned> UNASSIGNED = Form.of(
            "unassigned",
            AssignmentEvent.Unassigned.class,
            (out, event) -> {},
            (meta, in) -> new AssignmentEvent.Unassigned(meta));
    private static final Form<AssignmentEvent.Acknowledged> ACKNOWLEDGED = Form.of(
            "acknowledged",
            AssignmentEvent.Acknowledged.class,
            (out, event) -> {},
            (meta, in) -> new AssignmentEvent.Acknowledged(meta));
    private static final Form<AssignmentEvent.Escalated> ESCALATED = Form.of(
            "escalated",
            AssignmentEvent.Escalated.class,
            (out, event) -> out.name("kind", event.kind())
                    .text("target", event.target())
                    .text("reason", event.reason()),
            (meta, in) -> new AssignmentEvent.Escalated(
                    meta, in.name("kind", EscalationKind.class), in.text("target"), in.text("reason")));

    private TriageForms() {}

    static List<Form<?>> all() {
        return List.of(
                TRIAGED,
                CATEGORIZED,
                PRIORITY_OVERRIDDEN,
                OVERRIDE_ENDED,
                ASSIGNED,
                UNASSIGNED,
                ACKNOWLEDGED,
                ESCALATED);
    }

    private static void triaged(Out out, TriageEvent.Triaged event) {
        out.level("impact", event.impact())
                .level("urgency", event.urgency())
                .level("severity", event.severity())
                .level("priority", event.priority());
    }

    private static TriageEvent.Triaged triaged(EventMeta meta, In in) {
        return new TriageEvent.Triaged(
                meta,
                in.levelOrNull("impact", Impact::new),
                in.levelOrNull("urgency", Urgency::new),
                in.levelOrNull("severity", Severity::new),
                in.levelOrNull("priority", Priority::new));
    }

    private static void overridden(Out out, TriageEvent.PriorityOverridden event) {
        PriorityOverride override = event.override();
        out.level("base", override.base())
                .level("value", override.value())
                .text("reason", override.reason())
                .text("by", override.by())
                .instant("since", override.since())
                .instant("until", override.until());
    }

    private static TriageEvent.PriorityOverridden overridden(EventMeta meta, In in) {
        return new TriageEvent.PriorityOverridden(
                meta,
                new PriorityOverride(
                        in.levelOrNull("base", Priority::new),
                        in.level("value", Priority::new),
                        in.text("reason"),
                        in.text("by"),
                        in.instant("since"),
                        in.instantOrNull("until")));
    }

    private static AssignmentEvent.Assigned assigned(EventMeta meta, In in) {
        Owner owner = Shared.ownerOrNull(in);
        if (owner == null) {
            throw new CodecException("Member 'owner' is missing");
        }
        return new AssignmentEvent.Assigned(meta, owner);
    }
}
