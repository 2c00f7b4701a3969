package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.desk.BulkResult;
import dev.incidentkit.examples.desk.account.User;
import dev.incidentkit.examples.desk.form.About;
import dev.incidentkit.examples.desk.form.ActionForm;
import dev.incidentkit.examples.desk.form.ActionForms;
import dev.incidentkit.examples.desk.form.FormData;
import dev.incidentkit.examples.desk.form.Input;
import dev.incidentkit.examples.desk.form.Input.Choice;
import dev.incidentkit.examples.desk.form.Words;
import dev.incidentkit.examples.desk.page.JtebulkGenerated;
import dev.incidentkit.examples.desk.view.ActionView.Lack;
import dev.incidentkit.examples.desk.view.Asked;
import dev.incidentkit.examples.desk.view.BulkView;
import dev.incidentkit.examples.desk.view.BulkView.Item;
import dev.incidentkit.examples.desk.view.Frame;
import dev.incidentkit.store.IncidentSummary;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The same command for several incidents. Each is accepted or refused on its own, by the same guards as alone. */
final class BulkPages {
    private static final int MOST = 200;

    /** What concerns one incident alone, or takes back what is known. */
    private static final Set<Action> ONE_BY_ONE = Set.of(Action.REDACT, Action.PRESERVE, Action.REVIEW, Action.AMEND);

    private final Site site;
    private final Pages pages;

    BulkPages(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    void routes(RoutesConfig routes) {
        routes.post("/bulk", this::choose);
        routes.post("/bulk/do", this::carryOut);
    }

    /** What can be done with several: whatever the definition has steps for, and a form can say without one of them. */
    static List<Choice> choices(ProcessDefinition definition, User user) {
        About about = new About(definition, null, user.name());
        return definition.lifecycle().transitions().stream()
                .map(step -> step.action())
                .distinct()
                .filter(action -> !ONE_BY_ONE.contains(action))
                .flatMap(action -> ActionForms.of(action).stream())
                .filter(form -> form.useful().test(about))
                .map(form -> new Choice(form.id(), Words.label(form.label())))
                .toList();
    }

    private void choose(Context ctx) {
        ActionForm form = form(ctx);
        show(ctx, form, form.inputs(about(ctx)), List.of());
    }

    private About about(Context ctx) {
        return new About(
                site.embedding().definitions().current(), null, pages.user(ctx).name());
    }

    private static ActionForm form(Context ctx) {
        String name = Objects.requireNonNullElse(ctx.formParam("form"), "");
        return ActionForms.find(name).orElseThrow(() -> new BadRequestResponse("There is no form '" + name + "'."));
    }

    private List<IncidentId> chosen(Context ctx) {
        List<String> ids = ctx.formParams("id");
        if (ids.size() > MOST) {
            throw new BadRequestResponse("At most " + MOST + " incidents at once, but these are " + ids.size() + ".");
        }
        return ids.stream().distinct().map(pages::incident).toList();
    }

    private void show(Context ctx, ActionForm form, List<Input> inputs, List<Unmet> unmet) {
        List<Item> items = chosen(ctx).stream()
                .map(id -> new Item(id.value(), title(id), true, List.of()))
                .toList();
        page(
                ctx,
                new BulkView(
                        form.id(), Words.label(form.label()), Pages.asked(form.id(), inputs, unmet), items, false));
    }

    private void page(Context ctx, BulkView view) {
        Frame frame = pages.frame(ctx, view.label(), "queue");
        pages.html(ctx, out -> JtebulkGenerated.render(out, null, frame, view));
    }

    private String title(IncidentId id) {
        return site.embedding().store().summary(id).map(IncidentSummary::title).orElse("(no title)");
    }

    private void carryOut(Context ctx) {
        ActionForm form = form(ctx);
        FormData data = pages.data(ctx);
        IncidentCommand command;
        try {
            command = form.command(about(ctx), data);
        } catch (IncidentRejectedException e) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, form, Pages.filled(form.inputs(about(ctx)), data), e.unmet());
            return;
        }
        List<Item> items = site
                .embedding()
                .desk()
                .bulk(chosen(ctx), command, pages.user(ctx).onMany())
                .stream()
                .map(this::item)
                .toList();
        page(ctx, new BulkView(form.id(), Words.label(form.label()), List.<Asked>of(), items, true));
    }

    private Item item(BulkResult result) {
        return new Item(result.incident().value(), title(result.incident()), result.isAccepted(), said(result));
    }

    private static List<Lack> said(BulkResult result) {
        if (result.failed() instanceof IncidentRejectedException refused) {
            return Pages.lacks(refused.unmet());
        }
        if (result.failed() != null) {
            return List.of(new Lack(
                    result.failed().getClass().getSimpleName(),
                    Objects.requireNonNullElse(result.failed().getMessage(), "")));
        }
        boolean before = result.receipt().map(receipt -> receipt.events() == 0).orElse(false);
        return before ? List.of(new Lack("SATISFIED", "it was so before")) : List.of();
    }
}
