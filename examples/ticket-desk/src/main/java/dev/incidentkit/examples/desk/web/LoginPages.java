package dev.incidentkit.examples.desk.web;

import dev.incidentkit.examples.desk.account.Session;
import dev.incidentkit.examples.desk.account.User;
import dev.incidentkit.examples.desk.page.JteloginGenerated;
import dev.incidentkit.examples.desk.view.Frame;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
final class LoginPages {
    private final Site site;
    private final Pages pages;

    LoginPages(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    void routes(RoutesConfig routes) {
        routes.get("/login", this::show);
        routes.post("/login", this::signIn);
        routes.post("/logout", this::signOut);
    }

    /** Also the form to sign in has a session, of nobody: no other site can sign somebody in. */
    private void show(Context ctx) {
        begin(ctx, null);
        page(ctx, "", false);
    }

    private void page(Context ctx, String name, boolean refused) {
        Frame frame = pages.frame(ctx, "Sign in", "");
        String next = Objects.requireNonNullElse(ctx.formParam("next"), within(ctx.queryParam("next")));
        boolean demo = site.users().isDemo();
        pages.html(ctx, out -> JteloginGenerated.render(out, null, frame, name, next, refused, demo));
    }

    private void signIn(Context ctx) {
        String name = Objects.requireNonNullElse(ctx.formParam("name"), "");
        String password = Objects.requireNonNullElse(ctx.formParam("password"), "");
        User user = site.users().signIn(name, password).orElse(null);
        if (user == null) {
            ctx.status(HttpStatus.UNAUTHORIZED);
            page(ctx, name, true);
            return;
        }
        site.sessions().end(Door.session(ctx));
        begin(ctx, user);
        ctx.redirect(within(ctx.formParam("next")), HttpStatus.SEE_OTHER);
    }

    /** Only a path of this site: whoever signs in is not led elsewhere. */
    private static String within(@Nullable String path) {
        return path != null && path.matches("/([A-Za-z0-9?][\\x21-\\x7e&&[^\\\\]]*)?") ? path : "/";
    }

    private void begin(Context ctx, @Nullable User user) {
        Session session = site.sessions().begin(user);
        Cookie cookie = new Cookie(Door.COOKIE, session.id());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(site.settings().secureCookies());
        cookie.setSameSite(SameSite.LAX);
        ctx.cookie(cookie);
        ctx.attribute("session", session);
    }

    private void signOut(Context ctx) {
        site.sessions().end(Door.session(ctx));
        ctx.removeCookie(Door.COOKIE, "/");
        ctx.redirect("/login", HttpStatus.SEE_OTHER);
    }
}
