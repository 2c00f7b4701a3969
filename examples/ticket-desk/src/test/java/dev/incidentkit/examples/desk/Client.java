package dev.incidentkit.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser without a window: follows redirects, keeps cookies, and sends the tokens of the page that it saw last. */
final class Client {
    private final String base;
    private final HttpClient http;
    private String csrf = "";
    private String key = "";

    /** What came back. */
    record Reply(int status, String body, URI address, HttpHeaders headers) {
        String path() {
            return address.getPath();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The text of a page, without tags. */
        String text() {
            return body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
        }
    }

    private Client(String base, CookieManager cookies) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    static Client of(DeskServer server) {
        return new Client(server.address(), new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    /** One that comes with a cookie of another. */
    static Client withCookie(String base, String cookie) {
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        HttpCookie parsed = HttpCookie.parse(cookie).get(0);
        parsed.setPath("/");
        parsed.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), parsed);
        return new Client(base, cookies);
    }

    String csrf() {
        return csrf;
    }

    static Client signedIn(DeskServer server, String name) {
        Client client = of(server);
        Reply reply = client.signIn(name, "desk");
        assertThat(reply.text()).contains("Sign out");
        return client;
    }

    Reply signIn(String name, String password) {
        get("/login");
        return post("/login", "name", name, "password", password, "next", "/");
    }

    Reply get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    /** The lines of an answer that goes on, as they come. */
    Stream<String> lines(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(base + path))
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form with the tokens of the page that was seen last. */
    Reply post(String path, String... pairs) {
        List<String> all = new ArrayList<>(List.of(pairs));
        all.addAll(List.of("csrf", csrf, "key", key));
        return postBare(path, all.toArray(String[]::new));
    }

    /** Sends a form as it is. */
    Reply postBare(String path, String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(pairs[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** Takes a step on an incident, as its page offers it. */
    Reply act(String incident, String form, String... pairs) {
        get("/incidents/" + incident);
        List<String> all = new ArrayList<>(List.of(pairs));
        all.addAll(List.of("form", form));
        return post("/incidents/" + incident, all.toArray(String[]::new));
    }

    /** Reports an incident and answers its identity. */
    String report(String title, String... pairs) {
        get("/report");
        List<String> all = new ArrayList<>(List.of("title", title, "channel", "PORTAL"));
        all.addAll(List.of(pairs));
        if (!all.contains("reporter")) {
            all.addAll(List.of("reporter", "bob"));
        }
        Reply reply = post("/report", all.toArray(String[]::new));
        assertThat(reply.path()).as(reply.text()).startsWith("/incidents/T-");
        return reply.path().substring("/incidents/".length());
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            csrf = found(response.body(), "csrf", csrf);
            key = found(response.body(), "key", key);
            return new Reply(response.statusCode(), response.body(), response.uri(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String found(String body, String name, String otherwise) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(body);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
