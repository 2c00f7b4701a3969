package dev.incidentkit.desk;

import dev.incidentkit.core.definition.Outcome;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.store.AppendResult;
import java.time.Instant;
import java.util.List;

/** Merges one incident into another: both records, and the keys of alerts, in one append. */
final class MergeWork {
    private final DeskWriter writer;

    MergeWork(DeskWriter writer) {
        this.writer = writer;
    }

    Receipt merge(DeskWriter.Order over, IncidentId into) {
        return Attempts.of(writer.settings().attempts(), () -> attempt(over, into));
    }

    private Receipt attempt(DeskWriter.Order over, IncidentId into) {
        Instant at = writer.now();
        Draft draft = new Draft();
        writer.access().check(over.actor(), over.command().action(), "incident " + over.id());
        LifecycleCommand.Cancel cancel = new LifecycleCommand.Cancel(CancelReason.DUPLICATE, into, null);
        Draft.Entry ends = writer.draft(DeskWriter.Order.of(over.id(), cancel, over.actor(), null), draft, at);
        Draft.Entry goesOn = goesOn(over, into, draft, at);
        boolean isMerged = goesOn.after().handling().merged().stream()
                .anyMatch(merged -> merged.incident().equals(over.id()));
        if (isMerged) {
            return new Receipt(into, goesOn.after().version(), 0, false);
        }
        Draft.Entry absorbed = moved(over, ends, goesOn, draft, at);
        Receipt receipt =
                new Receipt(into, absorbed.after().version(), absorbed.events().size(), false);
        AppendResult result = writer.log().append(writer.sealed(draft, over, receipt, null, at));
        if (result.earlier() != null) {
            throw new IllegalStateException("An append without a key has no earlier receipt, but came " + result);
        }
        draft.entries().forEach(writer::finish);
        return receipt;
    }

    /** Moves what the incident that ends had; answers what becomes of the one that goes on. */
    private Draft.Entry moved(DeskWriter.Order over, Draft.Entry ends, Draft.Entry goesOn, Draft draft, Instant at) {
        Incident before = ends.after();
        CommandContext context = writer.contexts().plain(over, at);
        RelationCommand.Absorb absorb = new RelationCommand.Absorb(
                before.id(),
                before.reporter().orElse(null),
                List.copyOf(before.relations()),
                before.handling().participants(),
                List.copyOf(before.handling().alerts().values()));
        Draft.Entry absorbed = goesOn.then(decided(goesOn, absorb, context));
        draft.add(ends.then(decided(ends, over.command(), context)));
        draft.add(absorbed);
        for (String key : before.handling().alerts().keySet()) {
            move(draft, AlertWriter.reserved(key), over.id(), goesOn.after().id());
        }
        return absorbed;
    }

    private static Outcome decided(Draft.Entry entry, IncidentCommand command, CommandContext context) {
        return entry.definition().carryOut(entry.after(), command, context);
    }

    /** The other end: as the cancellation left it, or as it is where the one that ends was cancelled before. */
    private Draft.Entry goesOn(DeskWriter.Order over, IncidentId into, Draft draft, Instant at) {
        Draft.Entry linked = draft.entry(into);
        if (linked != null) {
            return linked;
        }
        Loaded loaded = writer.load(into)
                .orElseThrow(() -> new IncidentRejectedException(
                        over.command().action(),
                        "incident " + over.id(),
                        List.of(new Unmet(
                                UnmetKind.INPUT, UnmetCode.INCIDENT_UNKNOWN, "to", "there is no incident " + into))));
        return writer.present(loaded, over, at);
    }

    /** A key that somebody else took meanwhile stays theirs. */
    private void move(Draft draft, String key, IncidentId from, IncidentId to) {
        if (writer.log().holder(key).filter(from::equals).isPresent()) {
            draft.move(key, from, to);
        }
    }
}
