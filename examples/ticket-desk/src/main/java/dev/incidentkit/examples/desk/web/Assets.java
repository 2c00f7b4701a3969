package dev.incidentkit.examples.desk.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The three files that pages load: a style sheet, a script for live pages, an icon. */
final class Assets {
    private static final String FOLDER = "/dev/incidentkit/examples/desk";

    void routes(RoutesConfig routes) {
        serve(routes, "/style.css", "text/css");
        serve(routes, "/live.js", "text/javascript");
        serve(routes, "/icon.svg", "image/svg+xml");
    }

    private static void serve(RoutesConfig routes, String name, String type) {
        byte[] bytes = read(FOLDER + name);
        routes.get(name, ctx -> send(ctx, bytes, type));
    }

    private static void send(Context ctx, byte[] bytes, String type) {
        ctx.header("Cache-Control", "max-age=300");
        ctx.contentType(type + "; charset=utf-8");
        ctx.result(bytes);
    }

    private static byte[] read(String path) {
        try (InputStream in = Assets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + path + " is missing from this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + path + " cannot be read", e);
        }
    }
}
