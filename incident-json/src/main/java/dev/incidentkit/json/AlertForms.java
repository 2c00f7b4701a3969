package dev.incidentkit.json;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AlertEvent;
import dev.incidentkit.core.incident.AlertState;
import dev.incidentkit.core.incident.AlertTally;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentId;
import java.time.Instant;
import java.util.List;

/** The forms of events of alerts. */
final class AlertForms {
    private static final Form<AlertEvent.Signalled> SIGNALLED =
            Form.of("alert-signalled", AlertEvent.Signalled.class, AlertForms::signalled, AlertForms::signalled);
    private static final Form<AlertEvent.Flapping> FLAPPING = Form.of(
            "alert-flapping",
            AlertEvent.Flapping.class,
            (out, event) -> out.text("key", event.key())
                    .number("changes", event.changes())
                    .instant("quietAt", event.quietAt()),
            (meta, in) ->
                    new AlertEvent.Flapping(meta, in.text("key"), in.smallNumber("changes"), in.instant("quietAt")));
    private static final Form<AlertEvent.ReactionBlocked> REACTION_BLOCKED = Form.of(
            "alert-reaction-blocked",
            AlertEvent.ReactionBlocked.class,
            (out, event) -> out.text("action", event.action()).list("lacking", event.lacking(), Shared::unmet),
            (meta, in) -> new AlertEvent.ReactionBlocked(
                    meta, in.of("action", Action::new), in.list("lacking", Shared::unmet)));
    private static final Form<AlertEvent.TalliesMoved> TALLIES_MOVED = Form.of(
            "alert-tallies-moved",
            AlertEvent.TalliesMoved.class,
            (out, event) -> out.text("from", event.from())
                    .text("to", event.to())
                    .list("tallies", event.tallies(), AlertForms::tally),
            (meta, in) -> new AlertEvent.TalliesMoved(
                    meta,
                    in.of("from", IncidentId::new),
                    in.of("to", IncidentId::new),
                    in.list("tallies", AlertForms::tally)));

    private AlertForms() {}

    static List<Form<?>> all() {
        return List.of(SIGNALLED, FLAPPING, REACTION_BLOCKED, TALLIES_MOVED);
    }

    private static void signalled(Out out, AlertEvent.Signalled event) {
        out.text("key", event.key())
                .name("state", event.state())
                .number("count", event.count())
                .instant("firstAt", event.firstAt())
                .instant("lastAt", event.lastAt())
                .text("suppressedBy", event.suppressedBy())
                .instant("suppressedUntil", event.suppressedUntil());
    }

    private static AlertEvent.Signalled signalled(EventMeta meta, In in) {
        return new AlertEvent.Signalled(
                meta,
                in.text("key"),
                in.name("state", AlertState.class),
                in.number("count"),
                in.instant("firstAt"),
                in.instant("lastAt"),
                in.textOrNull("suppressedBy"),
                in.instantOrNull("suppressedUntil"));
    }

    private static void tally(Out out, AlertTally tally) {
        out.text("key", tally.key())
                .name("state", tally.state())
                .flag("silenced", tally.silenced())
                .number("occurrences", tally.occurrences())
                .number("recoveries", tally.recoveries())
                .number("suppressed", tally.suppressed())
                .number("changes", tally.changes())
                .instant("firstAt", tally.firstAt())
                .instant("lastAt", tally.lastAt())
                .instant("heardAt", tally.heardAt())
                .list("recentChanges", tally.recentChanges(), (each, at) -> each.instant("at", at))
                .flag("flapping", tally.flapping());
    }

    private static AlertTally tally(In in) {
        List<Instant> changes = in.list("recentChanges", change -> change.instant("at"));
        return new AlertTally(
                in.text("key"),
                in.name("state", AlertState.class),
                in.flag("silenced"),
                in.number("occurrences"),
                in.number("recoveries"),
                in.number("suppressed"),
                in.number("changes"),
                in.instant("firstAt"),
                in.instant("lastAt"),
                in.instant("heardAt"),
                changes,
                in.flag("flapping"));
    }
}
