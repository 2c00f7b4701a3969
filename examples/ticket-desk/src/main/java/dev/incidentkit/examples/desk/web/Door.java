package dev.incidentkit.examples.desk.web;

import dev.incidentkit.desk.ConflictException;
import dev.incidentkit.examples.desk.account.Session;
import dev.incidentkit.store.CommandKeyReusedException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every request passes: headers that keep browsers careful, the session, the token of forms; and what goes wrong. */
final class Door {
    static final String COOKIE = "ticket-desk";
    private static final String SESSION = "session";

    /** Pages load what they need from here and nowhere else, run no script of their own, and cannot be framed. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Set<String> OPEN = Set.of("/login", "/style.css", "/live.js", "/icon.svg");
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Site site;
    private final Pages pages;

    Door(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    /** Somebody must sign in first. */
    private static final class SignInFirst extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SignInFirst(String path) {
            super("Sign in to see " + path);
        }
    }

    void routes(RoutesConfig routes) {
        routes.before(this::pass);
        routes.exception(SignInFirst.class, (e, ctx) -> signIn(ctx));
        routes.exception(
                CommandKeyReusedException.class,
                (e, ctx) -> pages.message(
                        ctx,
                        HttpStatus.CONFLICT,
                        "This form was sent before with other words. Load the page anew, and send it again."));
        routes.exception(
                ConflictException.class,
                (e, ctx) -> pages.message(
                        ctx, HttpStatus.CONFLICT, "Others kept writing first. Nothing was done; send the form again."));
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> pages.message(
                        ctx, HttpStatus.forStatus(e.getStatus()), Objects.requireNonNullElse(e.getMessage(), "")));
        routes.exception(Exception.class, (e, ctx) -> failed(ctx, e));
    }

    private void pass(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        ctx.header("Cache-Control", "no-store");
        Session session = site.sessions().find(ctx.cookie(COOKIE)).orElse(null);
        ctx.attribute(SESSION, session);
        if (HandlerType.POST.equals(ctx.method()) && (session == null || !session.owns(ctx.formParam("csrf")))) {
            throw new ForbiddenResponse(
                    "This form is of no session that goes on. Load its page anew, and send it again.");
        }
        if (!OPEN.contains(ctx.path()) && (session == null || session.user() == null)) {
            throw new SignInFirst(ctx.path());
        }
    }

    static Session session(Context ctx) {
        Session session = ctx.attribute(SESSION);
        if (session == null) {
            throw new BadRequestResponse("There is no session at " + ctx.path());
        }
        return session;
    }

    private void signIn(Context ctx) {
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        String next = HandlerType.GET.equals(ctx.method()) && !ctx.path().equals("/live") ? ctx.path() + query : "/";
        ctx.redirect("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8), HttpStatus.SEE_OTHER);
    }

    private void failed(Context ctx, Exception e) {
        LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
        pages.message(ctx, HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here. It was written into the log.");
    }
}
