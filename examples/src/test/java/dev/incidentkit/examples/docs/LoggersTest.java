package dev.incidentkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about logging names every logger of the library with every level that it logs at, and no other. */
class LoggersTest {
    private static final Pattern LOGGER = Pattern.compile("LoggerFactory\\.getLogger\\((\\w+)\\.class\\)");
    private static final Pattern LEVEL = Pattern.compile("LOG\\.(trace|debug|info|warn|error)\\(");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(dev\\.incidentkit\\.[\\w.]+)` \\| ([A-Z]+) \\|");

    @Test
    void the_page_names_every_logger_with_its_levels() throws IOException {
        Set<String> told = new TreeSet<>();
        ROW.matcher(Files.readString(DocPage.ROOT.resolve("docs/logging.md")))
                .results()
                .forEach(row -> told.add(row.group(1) + " " + row.group(2)));

        assertThat(told).isEqualTo(logged()).isNotEmpty();
    }

    private static Set<String> logged() throws IOException {
        Set<String> logged = new TreeSet<>();
        for (Path file : sources()) {
            String code = Files.readString(file);
            Matcher logger = LOGGER.matcher(code);
            Matcher home = PACKAGE.matcher(code);
            if (logger.find() && home.find()) {
                LEVEL.matcher(code)
                        .results()
                        .map(level -> level.group(1).toUpperCase(Locale.ROOT))
                        .forEach(level -> logged.add(home.group(1) + "." + logger.group(1) + " " + level));
            }
        }
        return logged;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.find(
                DocPage.ROOT,
                14,
                (path, about) -> path.toString().matches(".*/incident-[^/]*/src/main/java/.*\\.java"))) {
            return files.toList();
        }
    }
}
