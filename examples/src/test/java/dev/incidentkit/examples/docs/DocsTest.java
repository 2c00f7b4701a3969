package dev.incidentkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block of Java of every page compiles; a page that says {@code <!-- docs: run -->} is run, and what its blocks
 * print is what the block of text behind each shows; every link leads somewhere.
 */
class DocsTest {
    /** Pages whose blocks are part of other tests: ReadmeTest, and guides that modules compile by themselves. */
    private static final Set<String> ELSEWHERE = Set.of("README.md", "spring.md", "testing.md", "process.md");

    @TempDir
    private Path classes;

    static Stream<Path> pages() {
        return DocPage.all().stream();
    }

    static Stream<Path> pagesWithJava() {
        return pages().filter(path -> !ELSEWHERE.contains(path.getFileName().toString()))
                .filter(path -> !DocPage.read(path).in("java").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pagesWithJava")
    void every_block_of_java_compiles(Path path) {
        DocPage page = DocPage.read(path);
        PageProgram program = new PageProgram(page);

        assertThat(new PageCompiler(classes).compile(program)).as("%s", path).isEmpty();
    }

    static Stream<Path> pagesToRun() {
        return pagesWithJava().filter(path -> DocPage.read(path).words().contains("run"));
    }

    @ParameterizedTest
    @MethodSource("pagesToRun")
    void what_a_block_prints_is_what_the_page_shows_below_it(Path path) throws ReflectiveOperationException {
        DocPage page = DocPage.read(path);
        PageProgram program = new PageProgram(page);
        PageCompiler compiler = new PageCompiler(classes);
        assertThat(compiler.compile(program)).as("%s", path).isEmpty();

        Map<Integer, String> printed = compiler.run(program);

        List<DocBlock> blocks = page.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            DocBlock block = blocks.get(i);
            if (printed.containsKey(block.line())) {
                DocBlock next = i + 1 < blocks.size() ? blocks.get(i + 1) : block;
                String shown = next.language().equals("text") ? next.text() : "";
                assertThat(printed.get(block.line()).strip())
                        .as("%s:%d", path, block.line())
                        .isEqualTo(shown.strip());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_somewhere(Path path) {
        List<String> dead = new ArrayList<>();
        for (String link : DocPage.read(path).links()) {
            if (!link.contains("://") && !leadsSomewhere(path, link)) {
                dead.add(link);
            }
        }
        assertThat(dead).as("%s", path).isEmpty();
    }

    private static boolean leadsSomewhere(Path from, String link) {
        int mark = link.indexOf('#');
        String file = mark < 0 ? link : link.substring(0, mark);
        Path target = file.isEmpty() ? from : from.resolveSibling(file).normalize();
        return Files.exists(DocPage.ROOT.resolve(target))
                && (mark < 0 || DocPage.read(target).anchors().contains(link.substring(mark + 1)));
    }

    @Test
    void the_index_names_every_page() {
        DocPage index = DocPage.read(Path.of("docs/README.md"));

        assertThat(index.links())
                .containsAll(pages().filter(path -> path.startsWith("docs"))
                        .map(path -> path.getFileName().toString())
                        .filter(name -> !name.equals("README.md"))
                        .toList());
    }

    @Test
    void the_readme_has_at_most_two_hundred_lines() throws java.io.IOException {
        assertThat(Files.readAllLines(DocPage.ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void a_block_that_does_not_compile_is_found_with_its_line() {
        DocPage page = DocPage.of("wrong.md", "# Wrong\n\n```java\nint a = 1;\nString b = a;\n```\n");

        assertThat(new PageCompiler(classes).compile(new PageProgram(page)))
                .singleElement()
                .asString()
                .startsWith("wrong.md:5: ");
        assertThatThrownBy(() -> new PageProgram(DocPage.of("wrong.md", "```java\nint a = ;\n```\n")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("wrong.md:1");
    }

    @Test
    void a_section_begins_anew_unless_it_says_that_it_continues() throws ReflectiveOperationException {
        String page = """
                # One
                ```java
                int a = 1;
                ```
                ```java
                System.out.println(a + twice(a));
                ```
                ## Two
                ```java
                int a = 4;
                ```
                ## Three
                <!-- docs: continues -->
                ```java
                System.out.println(a);
                ```
                ```java
                static int twice(int a) { return 2 * a; }
                ```
                """;
        PageProgram program = new PageProgram(DocPage.of("right.md", page));
        PageCompiler compiler = new PageCompiler(classes);

        assertThat(compiler.compile(program)).isEmpty();
        assertThat(compiler.run(program).values()).map(String::strip).containsExactly("", "3", "", "4");
    }
}
