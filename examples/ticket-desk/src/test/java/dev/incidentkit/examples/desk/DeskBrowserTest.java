package dev.incidentkit.examples.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.incidentkit.examples.desk.demo.DemoData;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The desk as people see it, in a browser without a window; skipped, and said, where there is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskBrowserTest {
    private static final String NONE =
            "No browser by the property incidentkit.chromium, no chromium or google-chrome in"
                    + " PATH: the ticket desk was not looked at in a browser";
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String FAULTS = """
            async () => {
              const result = await axe.run(document, { resultTypes: ['violations'] });
              return result.violations
                .map(fault => fault.id + ': ' + fault.nodes.map(node => node.html.slice(0, 200)).join(' | '));
            }""";

    /** How long something may take on a busy machine, in milliseconds. */
    private static final double WAIT = 60_000;

    private Playwright playwright;
    private Browser browser;
    private DeskServer server;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void open() {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), NONE);
        server = DeskServer.start(
                Desks.settings("itil", Desks.memory()),
                InstantSource.system(),
                embedding -> DemoData.fill(embedding, ZoneOffset.UTC));
        setDefaultAssertionTimeout(WAIT);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    private static Optional<Path> chromium() {
        String named = System.getProperty("incidentkit.chromium", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(dir -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @AfterAll
    void close() {
        if (playwright != null) {
            playwright.close();
            server.close();
        }
    }

    @AfterEach
    void leave() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        complaints.clear();
    }

    private Page signedIn(String name, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setBaseURL(server.address()));
        contexts.add(context);
        context.setDefaultTimeout(WAIT);
        Page page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        page.navigate("/login");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill("desk");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Queue").setExact(true)))
                .isVisible();
        return page;
    }

    private Page signedIn(String name) {
        return signedIn(name, new Browser.NewContextOptions().setViewportSize(1_280, 900));
    }

    private static void keep(Page page, String name) throws IOException {
        String kept = System.getProperty("incidentkit.screenshots", "");
        if (!kept.isEmpty()) {
            Files.createDirectories(Path.of(kept));
            Files.write(Path.of(kept, name + ".png"), page.screenshot(new Page.ScreenshotOptions().setFullPage(true)));
        }
    }

    private static String report(Page page, String title) {
        page.navigate("/report");
        page.getByLabel("What is it about?").fill(title);
        page.getByLabel("Impact").selectOption("HIGH");
        page.getByLabel("Urgency").selectOption("HIGH");
        button(page, "Report").click();
        assertThat(page.locator("h1")).hasText(title);
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The box of an action of the incident's page. */
    private static Locator action(Page page, String name) {
        return page.locator(".action")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("summary .name", new Page.LocatorOptions().setHasText(name))));
    }

    /** Opens an action, fills it in, and sends it. */
    private static void act(Page page, String name, Map<String, String> values) {
        Locator box = action(page, name).first();
        box.locator("summary").click();
        values.forEach((field, value) -> {
            Locator input = box.locator("[name='" + field + "']");
            if (input.evaluate("each => each.tagName").equals("SELECT")) {
                input.selectOption(value);
            } else {
                input.fill(value);
            }
        });
        box.getByRole(AriaRole.BUTTON).click();
    }

    private static void status(Page page, String status) {
        assertThat(page.locator("[data-live=head] .chip").last()).hasText(status);
    }

    @Test
    void an_incident_is_worked_on_from_the_report_to_its_closure() throws IOException {
        Page page = signedIn("ann");
        report(page, "The shop takes no payments");
        status(page, "New");
        keep(page, "incident-new");
        act(page, "Assign", Map.of("owner", "shop/ann"));
        assertThat(page.locator("[data-live=head]")).containsText("shop/ann is accountable");
        act(page, "Start work", Map.of());
        status(page, "In progress");
        act(page, "Put on hold", Map.of("reason", "CALLER"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("comment must be given for reason CALLER");
        keep(page, "incident-refused");
        Locator hold = action(page, "Put on hold");
        assertThat(hold.locator("[name=reason]")).hasValue("CALLER");
        hold.locator("[name=comment]").fill("Which card was it?");
        hold.getByRole(AriaRole.BUTTON).click();
        status(page, "On hold");
        button(page, "Resume").click();
        status(page, "In progress");
        act(
                page,
                "Resolve",
                Map.of(
                        "category", "software",
                        "resolutionCode", "FIXED",
                        "resolutionNote", "Restarted the gateway.",
                        "method", "PERMANENT"));
        status(page, "Resolved");
        assertThat(action(page, "Close")).hasClass("action blocked");
        keep(page, "incident-resolved");
        for (String item : List.of("SERVICE_VERIFIED", "TEMPORARY_FIXES_SETTLED", "CONFIGURATION_DATA_UPDATED")) {
            act(page, "Tick off", Map.of("item", item, "done", "YES"));
        }
        button(page, "Close").click();
        status(page, "Closed");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("History and audit"))
                .click();
        assertThat(page.locator(".verdict")).containsText("The record is whole");
        keep(page, "history");
        assertThat(complaints.stream().filter(each -> !each.contains("422"))).isEmpty();
    }

    @Test
    void several_incidents_are_assigned_at_once_with_a_result_for_each() throws IOException {
        Page page = signedIn("mia");
        report(page, "Bulk one of the browser");
        report(page, "Bulk two of the browser");
        act(page, "Cancel", Map.of("reason", "WITHDRAWN"));
        status(page, "Cancelled");
        page.navigate("/?words=bulk+browser&scope=ALL");
        page.locator("input[name=id]").nth(0).check();
        page.locator("input[name=id]").nth(1).check();
        page.getByLabel("With those that are chosen").selectOption("ASSIGN");
        button(page, "Go on").click();
        keep(page, "bulk-choose");
        page.getByLabel("Owner").fill("network");
        button(page, "Assign: 2 incidents").click();

        assertThat(page.locator(".results .good")).hasCount(1);
        assertThat(page.locator(".results .good")).containsText("Bulk one");
        assertThat(page.locator(".results .bad")).containsText("ASSIGN is not allowed while the incident is CANCELLED");
        keep(page, "bulk-results");
    }

    @Test
    void what_one_does_the_other_sees_without_loading_the_page() {
        Page ann = signedIn("ann");
        Page mia = signedIn("mia");
        String id = report(ann, "Seen by both");
        mia.navigate("/incidents/" + id);
        assertThat(mia.locator("html")).hasAttribute("data-live-ready", "yes");
        status(mia, "New");
        act(ann, "Start work", Map.of("owner", "shop/ann"));
        status(mia, "In progress");
        assertThat(mia.locator("[data-live=facts]")).isVisible();
        assertThat(mia.locator("#news")).containsText("Brought up to date");

        mia.navigate("/?words=appears+suddenly");
        assertThat(mia.locator("html")).hasAttribute("data-live-ready", "yes");
        assertThat(mia.getByText("Nothing is here.")).isVisible();
        report(ann, "Appears suddenly");
        assertThat(mia.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Appears suddenly")))
                .isVisible();
    }

    @Test
    void what_somebody_is_filling_in_is_left_as_it_is() {
        Page ann = signedIn("ann");
        Page mia = signedIn("mia");
        String id = report(ann, "Two at once");
        mia.navigate("/incidents/" + id);
        assertThat(mia.locator("html")).hasAttribute("data-live-ready", "yes");
        Locator note = action(mia, "Write a note");
        note.locator("summary").click();
        note.locator("[name=text]").fill("half a sentence");
        act(ann, "Start work", Map.of("owner", "shop/ann"));

        status(mia, "In progress");
        assertThat(mia.locator("#news")).containsText("was left as it is");
        assertThat(note.locator("[name=text]")).hasValue("half a sentence");
    }

    @Test
    void everything_is_done_without_scripts() {
        Page page = signedIn("ann", new Browser.NewContextOptions().setJavaScriptEnabled(false));
        report(page, "Without scripts");
        act(page, "Start work", Map.of("owner", "/ann"));

        status(page, "In progress");
        assertThat(page.locator("[data-live=head]")).containsText("ann is accountable");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axe_finds_no_fault_on_any_page(ColorScheme scheme) throws IOException {
        Page page = signedIn(
                "mia",
                new Browser.NewContextOptions()
                        .setViewportSize(1_280, 900)
                        .setColorScheme(scheme)
                        .setBypassCSP(true));
        for (Map.Entry<String, String> each : pages(page).entrySet()) {
            page.navigate(each.getValue());
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe()));
            assertThat((List<?>) page.evaluate(FAULTS)).as(each.getKey()).isEmpty();
            keep(page, each.getKey() + "-" + scheme);
        }
    }

    private static Map<String, String> pages(Page page) {
        page.navigate("/");
        String first = page.locator("tbody th a").first().getAttribute("href");
        return Map.of(
                "queue", "/",
                "incident", first,
                "history", first + "/history",
                "report", "/report",
                "metrics", "/metrics",
                "rules", "/rules",
                "none", "/nothing-here");
    }

    private static String axe() throws IOException {
        try (InputStream in = DeskBrowserTest.class.getResourceAsStream(AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void no_page_is_wider_than_a_telephone() throws IOException {
        Page page = signedIn("mia", new Browser.NewContextOptions().setViewportSize(360, 740));
        for (Map.Entry<String, String> each : pages(page).entrySet()) {
            page.navigate(each.getValue());
            page.locator("details").evaluateAll("all => all.forEach(each => { each.open = true; })");
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(each.getKey())
                    .isLessThanOrEqualTo(360);
            keep(page, each.getKey() + "-360");
        }
    }

    @Test
    void pages_load_nothing_from_elsewhere_and_break_no_rule_of_their_own() {
        Page page = signedIn("mia");
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        for (String path : List.of("/", "/report", "/metrics", "/metrics/report", "/rules")) {
            page.navigate(path);
        }

        assertThat(requests).isNotEmpty().allMatch(url -> url.startsWith(server.address()));
        assertThat(complaints).isEmpty();
    }
}
