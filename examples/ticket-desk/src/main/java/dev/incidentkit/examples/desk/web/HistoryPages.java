package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.examples.desk.account.User;
import dev.incidentkit.examples.desk.page.JtehistoryGenerated;
import dev.incidentkit.examples.desk.view.Frame;
import dev.incidentkit.examples.desk.view.HistoryView;
import dev.incidentkit.examples.desk.view.HistoryView.Entry;
import dev.incidentkit.examples.desk.view.IncidentView.Fact;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.StoredRecord;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The record of an incident, event by event, and whether it is as it was sealed. */
final class HistoryPages {
    private static final int SHOWN_OF_HASH = 6;

    private final Site site;
    private final Pages pages;

    HistoryPages(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    void routes(RoutesConfig routes) {
        routes.get("/incidents/{id}/history", this::show);
    }

    private void show(Context ctx) {
        IncidentId id = pages.incident(ctx.pathParam("id"));
        NotFoundResponse none = new NotFoundResponse("There is no incident " + id + ".");
        StoredRecord record = site.embedding().store().load(id).orElseThrow(() -> none);
        Audit.Verdict verdict = site.embedding().audit().verify(id).orElseThrow(() -> none);
        List<IncidentEvent> events = verdict.isWhole() ? site.embedding().desk().events(id) : List.of();
        String title = events.isEmpty()
                ? id.value()
                : Incident.replay(events).title().map(PersonalText::text).orElse(id.value());
        HistoryView view = new HistoryView(
                id.value(), title, verdict.message(), verdict.isWhole(), entries(pages.user(ctx), record, events));
        Frame frame = pages.frame(ctx, "History of " + id, "queue");
        pages.html(ctx, out -> JtehistoryGenerated.render(out, null, frame, view));
    }

    private List<Entry> entries(User user, StoredRecord record, List<IncidentEvent> events) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(events.size(), record.events().size()); i++) {
            entries.add(entry(user, record.events().get(i), events.get(i)));
        }
        return entries;
    }

    private Entry entry(User user, StoredEvent stored, IncidentEvent event) {
        Cause cause = event.meta().cause();
        String trigger = cause.trigger().equals(Cause.COMMAND.trigger()) ? "" : cause.trigger();
        return new Entry(
                stored.sequence(),
                EventCodec.type(event),
                pages.moment(event.meta().effectiveAt()),
                event.meta().actor().id(),
                Objects.requireNonNullElse(cause.rule(), trigger),
                HexFormat.of().formatHex(stored.hash(), 0, SHOWN_OF_HASH),
                isHidden(user, event) ? List.of(new Fact("text", "for staff only")) : EventParts.of(event));
    }

    private static boolean isHidden(User user, IncidentEvent event) {
        boolean internal = (event instanceof WorkEvent.Noted note && note.visibility() == Visibility.INTERNAL)
                || (event instanceof WorkEvent.Communicated message && message.visibility() == Visibility.INTERNAL);
        return internal && !user.isStaff();
    }
}
