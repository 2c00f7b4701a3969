package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.desk.CommandKey;
import dev.incidentkit.desk.Receipt;
import dev.incidentkit.examples.desk.account.User;
import dev.incidentkit.examples.desk.form.About;
import dev.incidentkit.examples.desk.form.FormData;
import dev.incidentkit.examples.desk.form.Input;
import dev.incidentkit.examples.desk.form.ReportForm;
import dev.incidentkit.examples.desk.page.JtereportGenerated;
import dev.incidentkit.examples.desk.view.FormView;
import dev.incidentkit.examples.desk.view.Frame;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** Intake. */
final class ReportPages {
    private final Site site;
    private final Pages pages;

    ReportPages(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    void routes(RoutesConfig routes) {
        routes.get("/report", ctx -> show(ctx, ReportForm.inputs(about(ctx)), List.of()));
        routes.post("/report", this::report);
    }

    private About about(Context ctx) {
        return new About(
                site.embedding().definitions().current(), null, pages.user(ctx).name());
    }

    private void show(Context ctx, List<Input> inputs, List<Unmet> unmet) {
        FormView view = new FormView(Pages.asked("report", inputs, unmet), Pages.lacks(unmet), Pages.newKey());
        Frame frame = pages.frame(ctx, "Report an incident", "report");
        pages.html(ctx, out -> JtereportGenerated.render(out, null, frame, view));
    }

    private void report(Context ctx) {
        User user = pages.user(ctx);
        FormData data = pages.data(ctx);
        try {
            Report report = ReportForm.report(about(ctx), data);
            CommandKey key = IncidentPages.key(ctx);
            Receipt receipt = site.embedding().desk().report(report, user.on(null), key);
            ctx.redirect("/incidents/" + receipt.incident().value(), HttpStatus.SEE_OTHER);
        } catch (IncidentRejectedException e) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, Pages.filled(ReportForm.inputs(about(ctx)), data), e.unmet());
        }
    }
}
