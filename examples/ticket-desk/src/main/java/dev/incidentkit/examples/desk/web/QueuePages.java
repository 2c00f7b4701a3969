package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.examples.desk.page.JtequeueGenerated;
import dev.incidentkit.examples.desk.view.Asked;
import dev.incidentkit.examples.desk.view.Frame;
import dev.incidentkit.examples.desk.view.QueueView;
import dev.incidentkit.examples.desk.view.QueueView.Row;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.Page;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The queue in work order, a page at a time. */
final class QueuePages {
    private final Site site;
    private final Pages pages;

    QueuePages(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    void routes(RoutesConfig routes) {
        routes.get("/", this::show);
    }

    private void show(Context ctx) {
        QueueFilter filter = QueueFilter.read(ctx, pages.user(ctx).name());
        Page page = find(filter);
        QueueView view = new QueueView(
                asked(filter),
                page.incidents().stream().map(this::row).toList(),
                page.next() == null ? "" : filter.address(page.next()),
                filter.after() == null ? "" : filter.address(null),
                BulkPages.choices(site.embedding().definitions().current(), pages.user(ctx)));
        Frame frame = pages.frame(ctx, "Queue", "queue", "*");
        pages.html(ctx, out -> JtequeueGenerated.render(out, null, frame, view));
    }

    private Page find(QueueFilter filter) {
        try {
            return site.embedding().store().find(filter.query());
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(Objects.requireNonNullElse(e.getMessage(), "This address leads nowhere."));
        }
    }

    private List<Asked> asked(QueueFilter filter) {
        ProcessDefinition current = site.embedding().definitions().current();
        Stream<ProcessDefinition> all =
                Stream.concat(Stream.of(current), site.embedding().definitions().earlier().stream());
        Stream<String> statuses = all.flatMap(each -> each.lifecycle().statuses().stream())
                .map(Status::name)
                .distinct();
        Stream<String> priorities = current.priorities().levels().stream().map(Level::name);
        return Pages.asked("filter", QueueFilter.inputs(filter, statuses, priorities), List.of());
    }

    private Row row(IncidentSummary summary) {
        String group = Objects.requireNonNullElse(summary.ownerGroup(), "");
        String person = Objects.requireNonNullElse(summary.ownerPerson(), "");
        Instant due = summary.nextBreach();
        return new Row(
                summary.incident().value(),
                Objects.requireNonNullElse(summary.title(), "(no title)"),
                Shows.chips(summary),
                group.isEmpty() || person.isEmpty() ? group + person : group + "/" + person,
                pages.moment(summary.reportedAt()),
                due == null ? null : pages.moment(due));
    }
}
