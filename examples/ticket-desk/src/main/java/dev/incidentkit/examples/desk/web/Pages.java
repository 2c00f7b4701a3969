package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.examples.desk.account.Session;
import dev.incidentkit.examples.desk.account.User;
import dev.incidentkit.examples.desk.form.FormData;
import dev.incidentkit.examples.desk.form.Input;
import dev.incidentkit.examples.desk.page.JtemessageGenerated;
import dev.incidentkit.examples.desk.view.ActionView.Lack;
import dev.incidentkit.examples.desk.view.Asked;
import dev.incidentkit.examples.desk.view.Frame;
import dev.incidentkit.examples.desk.view.Moment;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What all pages need. */
final class Pages {
    private final Site site;

    Pages(Site site) {
        this.site = site;
    }

    /** Whoever is signed in. */
    User user(Context ctx) {
        return Objects.requireNonNull(Door.session(ctx).user(), "the door lets nobody pass who is not signed in");
    }

    Frame frame(Context ctx, String title, String place) {
        return frame(ctx, title, place, "");
    }

    Frame frame(Context ctx, String title, String place, String live) {
        Session session = ctx.attribute("session");
        String definition = site.embedding().definitions().current().name();
        return session == null
                ? new Frame(title, null, "", place, definition, live)
                : new Frame(title, session.user(), session.csrf(), place, definition, live);
    }

    void html(Context ctx, Consumer<HtmlTemplateOutput> template) {
        StringOutput out = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(out));
        ctx.html(out.toString());
    }

    void message(Context ctx, HttpStatus status, String text) {
        ctx.status(status);
        Frame frame = frame(ctx, status.getMessage(), "");
        html(ctx, out -> JtemessageGenerated.render(out, null, frame, text));
    }

    Moment moment(Instant at) {
        return Moment.of(at, site.embedding().now(), site.settings().zone());
    }

    FormData data(Context ctx) {
        return new FormData(ctx.formParamMap(), site.settings().zone());
    }

    IncidentId incident(String text) {
        try {
            return new IncidentId(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(Objects.requireNonNullElse(e.getMessage(), text));
        }
    }

    /** A name under which a form is carried out at most once, however often it is sent. */
    static String newKey() {
        return UUID.randomUUID().toString();
    }

    static List<Lack> lacks(List<Unmet> unmet) {
        return unmet.stream()
                .map(each -> new Lack(each.code(), each.message()))
                .distinct()
                .toList();
    }

    /** The inputs of a form, with what was wrong with each. */
    static List<Asked> asked(String form, List<Input> inputs, List<Unmet> unmet) {
        List<Asked> asked = new ArrayList<>();
        for (Input input : inputs) {
            String fault = unmet.stream()
                    .filter(each -> input.name().equals(each.field()))
                    .map(Unmet::message)
                    .distinct()
                    .collect(Collectors.joining("; "));
            asked.add(new Asked(input, id(form) + "-" + id(input.name()), fault));
        }
        return asked;
    }

    /** Of a name of the definition an identity that every page can have. */
    private static String id(String name) {
        return name.codePoints()
                .mapToObj(point -> Character.isLetterOrDigit(point) && point < 128
                        ? Character.toString(point)
                        : "_" + Integer.toHexString(point))
                .collect(Collectors.joining());
    }

    /** The same inputs, filled in with what was sent. */
    static List<Input> filled(List<Input> inputs, FormData data) {
        return inputs.stream()
                .map(input -> input.filled(Objects.requireNonNullElse(data.text(input.name()), "")))
                .toList();
    }
}
