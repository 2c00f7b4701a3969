package dev.incidentkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.incidentkit.core.lifecycle.Lifecycle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Has a browser, where there is one, lay the pictures out, and asks it where each text ended up. */
class BrowserTest {
    private static final String SCRIPT = """
            <script>
            const texts = [...document.querySelectorAll('svg text')].map(t => [t.textContent, t.getBoundingClientRect()]);
            const frame = document.querySelector('svg').getBoundingClientRect();
            const found = [];
            texts.forEach(([a, r], i) => {
              if (r.left < frame.left - 1 || r.right > frame.right + 1 || r.bottom > frame.bottom + 1) {
                found.push('outside: ' + a);
              }
              texts.slice(i + 1).forEach(([b, s]) => {
                const wide = Math.min(r.right, s.right) - Math.max(r.left, s.left);
                const high = Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top);
                if (wide > 1 && high > 3) found.push('overlap: ' + a + ' / ' + b);
              });
            });
            document.title = 'texts=' + texts.length + ' found=' + found.join(' | ') + ' end';
            </script>""";

    @TempDir
    private Path folder;

    static List<String> pictures() {
        List<String> pictures =
                new ArrayList<>(List.of(LifecycleDiagram.svg(Lifecycle.itil()), WorkedIncident.svg(ColorScheme.DARK)));
        for (long seed : new long[] {3, 7, 19}) {
            pictures.add(LifecycleDiagram.svg(RandomLifecycles.of(seed)));
        }
        return pictures;
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void no_text_lies_over_another_or_outside_the_picture(String svg) throws Exception {
        Optional<Path> browser = Browsers.chromium();
        assumeTrue(browser.isPresent(), Browsers.NONE);
        Path page = folder.resolve("page.html");
        Files.writeString(page, "<!DOCTYPE html><meta charset=\"utf-8\"><title></title>" + svg + SCRIPT);

        String dom = dump(browser.get(), page);

        assertThat(dom).containsPattern("<title>texts=[1-9][0-9]* found= end</title>");
    }

    private String dump(Path browser, Path page) throws IOException, InterruptedException {
        Path output = folder.resolve("dom.html");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("the browser ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
