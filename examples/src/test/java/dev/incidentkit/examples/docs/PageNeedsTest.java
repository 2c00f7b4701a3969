package dev.incidentkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever pastes from a page into a project finds what it imports in the modules that the page names. */
class PageNeedsTest {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (dev\\.incidentkit[a-z.]*)\\.");
    private static final Pattern MODULE = Pattern.compile("incident-[a-z-]+");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(incident-[a-z-]+)</artifactId>");

    static Stream<Path> pagesWithImports() {
        return DocPage.all().stream()
                .filter(path -> !DocPage.read(path).imports().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pagesWithImports")
    void what_a_page_imports_is_in_the_modules_that_it_names(Path path) {
        DocPage page = DocPage.read(path);

        assertThat(missing(page))
                .as("%s imports what it names no module for", path)
                .isEmpty();
    }

    @Test
    void an_import_of_a_module_that_is_not_named_is_found() {
        String imports = "```java\nimport dev.incidentkit.core.incident.*;\nimport dev.incidentkit.desk.*;\n```\n";

        assertThat(missing(DocPage.of("a.md", "Needs `incident-store-jdbc`.\n\n" + imports)))
                .containsExactly("dev.incidentkit.desk");
        assertThat(missing(DocPage.of("a.md", "Needs `incident-desk`.\n\n" + imports)))
                .isEmpty();
    }

    private static List<String> missing(DocPage page) {
        Set<String> modules = new TreeSet<>();
        Stream.concat(
                        page.codes().stream()
                                .filter(code -> MODULE.matcher(code).matches()),
                        page.in("xml").stream().flatMap(block -> all(ARTIFACT, block.text())))
                .forEach(module -> addWithDependencies(module, modules));
        return page.imports().stream()
                .flatMap(block -> all(IMPORT, block.text()))
                .filter(name -> modules.stream().noneMatch(module -> holds(module, name)))
                .toList();
    }

    private static boolean holds(String module, String name) {
        return Files.isDirectory(DocPage.ROOT.resolve(module).resolve("src/main/java/" + name.replace('.', '/')));
    }

    private static void addWithDependencies(String module, Set<String> modules) {
        Path pom = DocPage.ROOT.resolve(module).resolve("pom.xml");
        if (Files.exists(pom) && modules.add(module)) {
            all(DEPENDENCY, read(pom))
                    .filter(each -> !each.contains("<scope>test</scope>") && !each.contains("<optional>true"))
                    .flatMap(each -> all(ARTIFACT, each))
                    .forEach(each -> addWithDependencies(each, modules));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }
}
