package dev.incidentkit.json;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.CascadeOutcome;
import dev.incidentkit.core.incident.CascadeResult;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Participant;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Role;
import java.util.List;

/** The forms of events of what is done to several incidents at once. */
final class RelationForms {
    private static final Form<RelationEvent.CascadeAsked> CASCADE_ASKED = Form.of(
            "cascade-asked",
            RelationEvent.CascadeAsked.class,
            (out, event) -> out.text("rule", event.rule())
                    .text("action", event.action())
                    .list("children", event.children(), (each, child) -> each.text("incident", child)),
            (meta, in) -> new RelationEvent.CascadeAsked(
                    meta,
                    in.text("rule"),
                    in.of("action", Action::new),
                    in.list("children", child -> child.of("incident", IncidentId::new))));
    private static final Form<RelationEvent.CascadeEnded> CASCADE_ENDED = Form.of(
            "cascade-ended",
            RelationEvent.CascadeEnded.class,
            (out, event) -> out.number("asked", event.asked()).list("results", event.results(), RelationForms::result),
            (meta, in) -> new RelationEvent.CascadeEnded(
                    meta, in.smallNumber("asked"), in.list("results", RelationForms::result)));
    private static final Form<RelationEvent.Absorbed> ABSORBED =
            Form.of("absorbed", RelationEvent.Absorbed.class, RelationForms::absorbed, RelationForms::absorbed);

    private RelationForms() {}

    static List<Form<?>> all() {
        return List.of(CASCADE_ASKED, CASCADE_ENDED, ABSORBED);
    }

    private static void result(Out out, CascadeResult result) {
        out.text("child", result.child())
                .name("outcome", result.outcome())
                .list("lacking", result.lacking(), Shared::unmet);
    }

    private static CascadeResult result(In in) {
        return new CascadeResult(
                in.of("child", IncidentId::new),
                in.name("outcome", CascadeOutcome.class),
                in.list("lacking", Shared::unmet));
    }

    private static void absorbed(Out out, RelationEvent.Absorbed event) {
        Shared.reporter(out.text("from", event.from()), event.reporter());
        out.list(
                        "relations",
                        event.relations(),
                        (each, relation) -> each.name("kind", relation.kind()).text("target", relation.target()))
                .list("participants", event.participants(), RelationForms::participant);
    }

    private static void participant(Out out, Participant participant) {
        out.text("role", participant.role())
                .text("name", participant.name())
                .instant("from", participant.from())
                .instant("to", participant.to());
    }

    private static RelationEvent.Absorbed absorbed(EventMeta meta, In in) {
        return new RelationEvent.Absorbed(
                meta,
                in.of("from", IncidentId::new),
                Shared.reporterOrNull(in),
                in.list("relations", each -> new Relation(each.name("kind", RelationKind.class), each.text("target"))),
                in.list("participants", RelationForms::participant));
    }

    private static Participant participant(In in) {
        return new Participant(in.of("role", Role::new), in.text("name"), in.instant("from"), in.instantOrNull("to"));
    }
}
