package dev.incidentkit.json;

import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms of events about the record itself. */
final class RecordForms {
    private static final Form<RecordEvent.Adopted> ADOPTED = Form.of(
            "adopted",
            RecordEvent.Adopted.class,
            (out, event) -> out.text("id", event.id())
                    .text("tenant", event.tenant())
                    .text("definition", event.definition())
                    .object("ticket", in -> ticket(in, event.ticket())),
            (meta, in) -> new RecordEvent.Adopted(
                    meta,
                    in.of("id", IncidentId::new),
                    in.of("tenant", TenantId::new),
                    in.text("definition"),
                    ticket(in.object("ticket"))));
    private static final Form<RecordEvent.Imported> IMPORTED = Form.of(
            "imported",
            RecordEvent.Imported.class,
            (out, event) -> out.text("id", event.id())
                    .text("tenant", event.tenant())
                    .text("definition", event.definition())
                    .object("step", in -> step(in, event.step())),
            (meta, in) -> new RecordEvent.Imported(
                    meta,
                    in.of("id", IncidentId::new),
                    in.of("tenant", TenantId::new),
                    in.text("definition"),
                    step(in.object("step"))));
    private static final Form<RecordEvent.Migrated> MIGRATED =
            Form.of("migrated", RecordEvent.Migrated.class, RecordForms::migrated, RecordForms::migrated);
    private static final Form<RecordEvent.Redacted> REDACTED = Form.of(
            "redacted",
            RecordEvent.Redacted.class,
            (out, event) -> out.set("scope", event.scope()).text("reason", event.reason()),
            (meta, in) -> new RecordEvent.Redacted(meta, in.set("scope"), in.text("reason")));
    private static final Form<RecordEvent.Preserved> PRESERVED = Form.of(
            "preserved",
            RecordEvent.Preserved.class,
            (out, event) -> out.flag("held", event.held()).text("reason", event.reason()),
            (meta, in) -> new RecordEvent.Preserved(meta, in.flag("held"), in.text("reason")));
    private static final Form<RecordEvent.Archived> ARCHIVED = Form.of(
            "archived",
            RecordEvent.Archived.class,
            (out, event) -> out.text("target", event.target()),
            (meta, in) -> new RecordEvent.Archived(meta, in.text("target")));

    private RecordForms() {}

    static List<Form<?>> all() {
        return List.of(ADOPTED, IMPORTED, MIGRATED, REDACTED, PRESERVED, ARCHIVED);
    }

    private static void migrated(Out out, RecordEvent.Migrated event) {
        out.text("from", event.from()).text("definition", event.definition()).status("status", event.status());
    }

    private static RecordEvent.Migrated migrated(EventMeta meta, In in) {
        return new RecordEvent.Migrated(meta, in.text("from"), in.text("definition"), in.status("status"));
    }

    private static void ticket(Out out, AdoptedTicket ticket) {
        out.status("status", ticket.status())
                .instant("reportedAt", ticket.reportedAt())
                .text("number", ticket.number())
                .personal("title", ticket.title());
        Shared.reporter(out, ticket.reporter());
        out.text("channel", ticket.channel());
        Shared.owner(out, ticket.owner());
        out.text("category", ticket.category())
                .level("impact", ticket.impact())
                .level("urgency", ticket.urgency())
                .level("priority", ticket.priority())
                .instant("occurredAt", ticket.occurredAt())
                .instant("detectedAt", ticket.detectedAt())
                .instant("acknowledgedAt", ticket.acknowledgedAt())
                .instant("restoredAt", ticket.restoredAt())
                .instant("resolvedAt", ticket.resolvedAt())
                .instant("closedAt", ticket.closedAt())
                .list("holds", ticket.holds(), Shared::hold)
                .map("holdTotals", ticket.holdTotals())
                .number("reopenings", ticket.reopenings())
                .number("reassignments", ticket.reassignments())
                .attributes("attributes", ticket.attributes());
    }

    private static AdoptedTicket ticket(In in) {
        return new AdoptedTicket(
                in.status("status"),
                in.instant("reportedAt"),
                in.textOrNull("number"),
                in.personalOrNull("title"),
                Shared.reporterOrNull(in),
                in.orNull("channel", Channel::new),
                Shared.ownerOrNull(in),
                in.orNull("category", Category::new),
                in.levelOrNull("impact", Impact::new),
                in.levelOrNull("urgency", Urgency::new),
                in.levelOrNull("priority", Priority::new),
                in.instantOrNull("occurredAt"),
                in.instantOrNull("detectedAt"),
                in.instantOrNull("acknowledgedAt"),
                in.instantOrNull("restoredAt"),
                in.instantOrNull("resolvedAt"),
                in.instantOrNull("closedAt"),
                in.list("holds", Shared::hold),
                totals(in.map("holdTotals")),
                in.smallNumber("reopenings"),
                in.smallNumber("reassignments"),
                in.attributes("attributes"));
    }

    private static Map<HoldReason, Duration> totals(Map<String, String> texts) {
        Map<HoldReason, Duration> totals = new LinkedHashMap<>();
        texts.forEach((reason, total) -> totals.put(new HoldReason(reason), Duration.parse(total)));
        return totals;
    }

    private static void step(Out out, ImportedStep step) {
        out.instant("effectiveAt", step.effectiveAt())
                .text("sourceStatus", step.sourceStatus())
                .status("status", step.status())
                .instant("reportedAt", step.reportedAt())
                .instant("resolvedAt", step.resolvedAt())
                .instant("closedAt", step.closedAt())
                .text("number", step.number())
                .text("channel", step.channel());
        Shared.owner(out, step.owner());
        out.text("category", step.category())
                .level("impact", step.impact())
                .level("urgency", step.urgency())
                .level("priority", step.priority())
                .text("holdReason", step.holdReason())
                .number("reopenings", step.reopenings())
                .number("reassignments", step.reassignments())
                .number("line", step.line());
    }

    private static ImportedStep step(In in) {
        return new ImportedStep(
                in.instant("effectiveAt"),
                in.text("sourceStatus"),
                in.status("status"),
                in.instantOrNull("reportedAt"),
                in.instantOrNull("resolvedAt"),
                in.instantOrNull("closedAt"),
                in.textOrNull("number"),
                in.orNull("channel", Channel::new),
                Shared.ownerOrNull(in),
                in.orNull("category", Category::new),
                in.levelOrNull("impact", Impact::new),
                in.levelOrNull("urgency", Urgency::new),
                in.levelOrNull("priority", Priority::new),
                in.orNull("holdReason", HoldReason::new),
                in.smallNumber("reopenings"),
                in.smallNumber("reassignments"),
                in.number("line"));
    }
}
