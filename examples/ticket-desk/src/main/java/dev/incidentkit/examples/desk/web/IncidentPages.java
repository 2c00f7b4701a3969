package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.desk.CommandKey;
import dev.incidentkit.examples.desk.account.User;
import dev.incidentkit.examples.desk.form.About;
import dev.incidentkit.examples.desk.form.ActionForm;
import dev.incidentkit.examples.desk.form.ActionForms;
import dev.incidentkit.examples.desk.form.FormData;
import dev.incidentkit.examples.desk.page.JteincidentGenerated;
import dev.incidentkit.examples.desk.view.Frame;
import dev.incidentkit.examples.desk.view.IncidentView;
import dev.incidentkit.report.ClockTimeline;
import dev.incidentkit.report.TimelineOptions;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One incident: what is known, what may be done, and doing it. */
final class IncidentPages {
    static final String SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'";
    private static final int LONGEST_KEY = 100;

    private final Site site;
    private final Pages pages;

    IncidentPages(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    /**
     * A form that was refused.
     *
     * @param form its name
     * @param data what was filled in
     * @param unmet what stood against it
     */
    record Attempt(String form, FormData data, List<Unmet> unmet) {
        Attempt {
            unmet = List.copyOf(unmet);
        }
    }

    void routes(RoutesConfig routes) {
        routes.get("/incidents/{id}", ctx -> show(ctx, load(ctx), null));
        routes.post("/incidents/{id}", this::act);
        routes.get("/incidents/{id}/clocks.svg", this::picture);
    }

    private Incident load(Context ctx) {
        IncidentId id = pages.incident(ctx.pathParam("id"));
        return site.embedding()
                .desk()
                .load(id)
                .orElseThrow(() -> new NotFoundResponse("There is no incident " + id + "."));
    }

    private void show(Context ctx, Incident incident, @Nullable Attempt attempt) {
        User user = pages.user(ctx);
        IncidentView view = new IncidentViews(site, pages, user, incident).view(attempt);
        Frame frame =
                pages.frame(ctx, view.head().title(), "queue", incident.id().value());
        pages.html(ctx, out -> JteincidentGenerated.render(out, null, frame, view));
    }

    private void act(Context ctx) {
        Incident incident = load(ctx);
        User user = pages.user(ctx);
        String name = Objects.requireNonNullElse(ctx.formParam("form"), "");
        ActionForm form =
                ActionForms.find(name).orElseThrow(() -> new BadRequestResponse("There is no form '" + name + "'."));
        FormData data = pages.data(ctx);
        About about = new About(site.embedding().definitions().of(incident), incident, user.name());
        try {
            IncidentCommand command = form.command(about, data);
            site.embedding().desk().handle(incident.id(), command, user.on(incident), key(ctx));
            ctx.redirect("/incidents/" + incident.id().value(), HttpStatus.SEE_OTHER);
        } catch (IncidentRejectedException e) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, incident, new Attempt(name, data, e.unmet()));
        }
    }

    /** The key that the page gave its form: whoever sends it twice does it once. */
    static CommandKey key(Context ctx) {
        String key = Objects.requireNonNullElse(ctx.formParam("key"), "").strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new BadRequestResponse("A form has a key of 1 to " + LONGEST_KEY + " characters.");
        }
        return new CommandKey(Objects.requireNonNull(Door.session(ctx).user()).name() + "/" + key);
    }

    private void picture(Context ctx) {
        Incident incident = load(ctx);
        TimelineOptions options =
                TimelineOptions.at(site.embedding().now(), site.settings().zone());
        ctx.header("Content-Security-Policy", SVG_POLICY);
        ctx.contentType("image/svg+xml; charset=utf-8");
        ctx.result(ClockTimeline.svg(
                incident.history(), site.embedding().definitions().of(incident).clock(), options));
    }
}
