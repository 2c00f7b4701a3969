package dev.incidentkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shows the page in a browser, where there is one. With the property {@code incidentkit.screenshots} the pictures of it are
 * written into that folder, for people to look at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBrowserTest {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String FAULTS = """
            async () => {
              const result = await axe.run(document, { resultTypes: ['violations'] });
              return result.violations
                .filter(fault => fault.impact === 'serious' || fault.impact === 'critical')
                .map(fault => fault.id + ': ' + fault.nodes.map(node => node.html.slice(0, 200)).join(' | '));
            }""";

    /** A4 less the margins of the style sheet, in CSS pixels: 186 x 269 mm. */
    private static final int PAPER_WIDTH = 703;

    private static final int PAPER_HEIGHT = 1_016;

    private static final String CUT = """
            ([width, height]) => [...document.querySelectorAll('figure svg, .tiles div, table, h2, p')]
              .filter(element => element.getClientRects().length > 0)
              .map(element => [element, element.getBoundingClientRect()])
              .filter(([element, box]) => box.left < -1 || box.right > width + 1
                || (element.closest('figure') && box.height > height))
              .map(([element, box]) => element.closest('section, header').id + ' ' + element.tagName + ' ' + box.right)""";

    private static final String UNBROKEN = """
            () => [...document.querySelectorAll('figure')]
              .every(figure => getComputedStyle(figure).breakInside === 'avoid')""";

    private static final String UNDRAWN = """
            () => [...document.querySelectorAll('[data-chart]')]
              .filter(place => {
                const svg = place.querySelector('.screen svg');
                return !svg || svg.getBoundingClientRect().width < 200 || svg.querySelectorAll('path').length < 3;
              })
              .map(place => place.dataset.chart)""";

    @TempDir
    private Path folder;

    private Playwright playwright;
    private Browser browser;
    private Page page;
    private Path file;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    @BeforeAll
    void open() {
        Optional<Path> chromium = Browsers.chromium();
        assumeTrue(chromium.isPresent(), Browsers.NONE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void show() throws IOException {
        file = Files.writeString(
                folder.resolve("report.html"), LargeReport.report().html());
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1_280, 900));
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
    }

    @AfterEach
    void leave() {
        page.close();
        complaints.clear();
        requests.clear();
    }

    private void load(ColorScheme scheme, int width) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.navigate(file.toUri().toString());
    }

    private void keep(String name, byte[] bytes) throws IOException {
        String kept = System.getProperty("incidentkit.screenshots", "");
        if (!kept.isEmpty()) {
            Files.createDirectories(Path.of(kept));
            Files.write(Path.of(kept, name), bytes);
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = ReportBrowserTest.class.getResourceAsStream(AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axe_finds_no_serious_fault(ColorScheme scheme) throws IOException {
        load(scheme, 1_280);
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(axe()));

        assertThat((List<?>) page.evaluate(FAULTS)).isEmpty();
        keep("desktop-" + scheme + ".png", page.screenshot(new Page.ScreenshotOptions().setFullPage(true)));
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1_280})
    void the_page_is_not_wider_than_the_window_and_its_charts_are_drawn(int width) throws IOException {
        load(ColorScheme.LIGHT, width);

        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(width);
        assertThat((List<?>) page.evaluate(UNDRAWN)).isEmpty();
        keep("width-" + width + ".png", page.screenshot(new Page.ScreenshotOptions().setFullPage(true)));
    }

    @Test
    void charts_are_drawn_anew_when_the_window_or_its_colours_change() {
        load(ColorScheme.LIGHT, 1_280);
        String chart = "document.querySelector('[data-chart] .screen').innerHTML";
        Object wide = page.evaluate(chart);
        page.setViewportSize(500, 900);
        page.waitForFunction("before => " + chart + " !== before", wide);
        Object narrow = page.evaluate(chart);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForFunction("before => " + chart + " !== before", narrow);

        assertThat((List<?>) page.evaluate(UNDRAWN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void it_prints_on_a4_without_cut_charts(ColorScheme scheme) throws IOException {
        load(scheme, 1_280);
        byte[] pdf = page.pdf(
                new Page.PdfOptions().setFormat("A4").setPrintBackground(true).setPreferCSSPageSize(true));
        page.setViewportSize(PAPER_WIDTH, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(scheme));

        assertThat((List<?>) page.evaluate(CUT, List.of(PAPER_WIDTH, PAPER_HEIGHT)))
                .isEmpty();
        assertThat(page.evaluate(UNBROKEN)).isEqualTo(true);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        keep("print-" + scheme + ".pdf", pdf);
    }

    @Test
    void it_asks_nothing_of_a_network_and_complains_of_nothing() {
        load(ColorScheme.LIGHT, 1_280);

        assertThat(requests).containsExactly(file.toUri().toString());
        assertThat(complaints).isEmpty();
    }

    @Test
    void without_scripts_the_tables_say_the_same() {
        try (Page plain = browser.newPage(new Browser.NewPageOptions().setJavaScriptEnabled(false))) {
            plain.navigate(file.toUri().toString());

            assertThat(plain.locator("noscript").textContent()).contains("the tables say the same");
            assertThat(plain.locator("#trend table tbody tr").count()).isGreaterThan(5);
        }
    }
}
