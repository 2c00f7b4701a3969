package dev.incidentkit.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.examples.desk.Client.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in, what is refused, and what pages do not let through. */
class DoorTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    private static final TestClock CLOCK = new TestClock();
    private static DeskServer server;

    private Client ann;

    @BeforeAll
    static void open() {
        server = Desks.start("itil", Desks.memory(), CLOCK);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void comeIn() {
        ann = Client.signedIn(server, "ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/report",
                "/incidents/T-1",
                "/incidents/T-1/history",
                "/metrics",
                "/metrics/report",
                "/rules",
                "/live"
            })
    void who_is_not_signed_in_gets_no_page(String path) {
        Reply reply = Client.of(server).get(path);

        assertThat(reply.path()).isEqualTo("/login");
        assertThat(reply.text()).contains("Sign in").doesNotContain("Sign out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Desk", "", "deskdesk"})
    void another_password_is_refused(String password) {
        Reply reply = Client.of(server).signIn("ann", password);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).contains("no such account").doesNotContain("Sign out");
    }

    @Test
    void a_name_that_there_is_not_is_refused_in_the_same_words() {
        assertThat(Client.of(server).signIn("nobody", "-").text())
                .contains("no such account, or its password is another");
    }

    @Test
    void signing_in_leads_to_the_page_that_was_asked_for_and_never_elsewhere() {
        Client client = Client.of(server);
        client.get("/login");
        assertThat(client.post("/login", "name", "ann", "password", "desk", "next", "/metrics")
                        .path())
                .isEqualTo("/metrics");
        for (String elsewhere :
                List.of("//evil.example", "https://evil.example", "/\\evil.example", "/x\r\nSet-Cookie: a=b")) {
            client.get("/login");
            Reply reply = client.post("/login", "name", "ann", "password", "desk", "next", elsewhere);
            assertThat(reply.path()).isEqualTo("/");
            assertThat(reply.address().getHost()).isEqualTo("localhost");
        }
    }

    @Test
    void the_cookie_is_kept_from_scripts_and_other_sites() {
        Reply reply = Client.of(server).get("/login");

        assertThat(reply.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void a_session_that_began_before_somebody_signed_in_is_not_theirs() {
        Client client = Client.of(server);
        String before = client.get("/login").header("Set-Cookie").replaceAll(";.*", "");
        client.post("/login", "name", "ann", "password", "desk", "next", "/");

        assertThat(before).startsWith("ticket-desk=");
        assertThat(Client.withCookie(server.address(), before).get("/").path()).isEqualTo("/login");
    }

    @Test
    void who_signs_out_is_out() {
        ann.get("/");
        ann.post("/logout");

        assertThat(ann.get("/").path()).isEqualTo("/login");
    }

    @Test
    void a_session_ends_by_itself() {
        CLOCK.move(Duration.ofHours(13));

        assertThat(ann.get("/").path()).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/report", "/bulk", "/bulk/do", "/logout", "/login", "/incidents/T-1"})
    void a_form_without_the_token_of_the_session_is_refused(String path) {
        assertThat(ann.postBare(path, "title", "forged", "form", "NOTE").status())
                .isEqualTo(403);
        assertThat(ann.postBare(path, "title", "forged", "csrf", "guessed").status())
                .isEqualTo(403);
        assertThat(ann.get("/?words=forged&scope=ALL").text()).contains("Nothing is here");
    }

    @Test
    void a_token_of_another_session_is_refused() {
        Client mia = Client.signedIn(server, "mia");
        mia.get("/report");
        Reply reply = ann.postBare("/report", "csrf", mia.csrf(), "key", "k", "title", "forged");

        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void roles_are_refused_by_the_library_and_nothing_happens() {
        Client bob = Client.signedIn(server, "bob");
        String id = ann.report("Not yours to close", "reporter", "eve");

        assertThat(bob.get("/incidents/" + id).text()).contains("Override the priority not now", "ROLE_REQUIRED");
        Reply refused = bob.act(id, "OVERRIDE", "priority", "P1", "reason", "I want it");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("OVERRIDE takes one of the roles");
        assertThat(ann.get("/incidents/" + id).text()).doesNotContain("I want it");
    }

    @Test
    void only_who_reported_an_incident_is_its_caller() {
        Client bob = Client.signedIn(server, "bob");
        String own = ann.report("Reported for bob", "reporter", "bob");
        String other = ann.report("Reported for eve", "reporter", "eve");
        for (String id : List.of(own, other)) {
            ann.act(
                    id,
                    "RESOLVE",
                    "category",
                    "c",
                    "resolutionCode",
                    "x",
                    "resolutionNote",
                    "n",
                    "method",
                    "PERMANENT");
        }

        assertThat(bob.act(own, "REJECT", "reason", "It is still broken").text())
                .contains("New since");
        assertThat(bob.act(other, "REJECT", "reason", "It is still broken").text())
                .contains("ROLE_REQUIRED");
    }

    @Test
    void hostile_texts_are_shown_as_texts() {
        String id = ann.report(
                HOSTILE, "reporter", HOSTILE, "description", HOSTILE, "category", HOSTILE, "services", HOSTILE);
        ann.act(id, "NOTE", "text", HOSTILE, "visibility", "PUBLIC");
        ann.act(id, "ASSIGN", "owner", HOSTILE);
        Reply refused = ann.act(id, "HOLD", "comment", HOSTILE);
        Reply chosen = ann.post("/bulk", "form", "NOTE", "id", id);

        List<Reply> pages = List.of(
                ann.get("/"),
                ann.get("/?words=" + "%3Cscript%3E"),
                ann.get("/incidents/" + id),
                ann.get("/incidents/" + id + "/history"),
                ann.get("/metrics"),
                ann.get("/metrics/report"),
                refused,
                chosen);
        for (Reply page : pages) {
            assertThat(page.body()).as(page.address().toString()).doesNotContain("<script>alert", "<img src=x");
        }
        assertThat(pages.get(2).body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(ann.get("/incidents/" + id + "/clocks.svg").body()).doesNotContain("alert(");
    }

    @Test
    void headers_keep_browsers_careful() {
        Reply page = ann.get("/");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.body()).doesNotContain("http://", "https://", " style=", " onclick=");
    }

    @Test
    void what_is_not_there_is_told_without_a_trace_of_code() {
        for (String path : List.of("/nothing", "/incidents/T-UNKNOWN", "/incidents/T-UNKNOWN/history")) {
            Reply reply = ann.get(path);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.text()).contains("Back to the queue").doesNotContain("Exception", "at dev.");
        }
        ann.get("/");
        assertThat(ann.post("/incidents/T-UNKNOWN", "form", "NOTE").status()).isEqualTo(404);
        String id = ann.report("For a form that is not there");
        assertThat(ann.act(id, "ARCHIVE").status()).isEqualTo(400);
    }
}
