package dev.incidentkit.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Unmet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SNIPPETS =
            Path.of("src/test/java", ReadmeSnippets.class.getName().replace('.', '/') + ".java");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SNIPPET =
            Pattern.compile("// readme: (?!end)\\w+\n(.*?)// readme: end", Pattern.DOTALL);

    @Test
    void each_block_of_code_in_the_readme_is_code_that_compiles_and_runs_here() throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        String snippets = Files.readString(SNIPPETS);

        assertThat(SNIPPET.matcher(snippets)
                        .results()
                        .map(found -> found.group(1).stripIndent()))
                .containsExactlyElementsOf(
                        blocks.stream().filter(block -> !isOfTestKit(block)).toList())
                .isNotEmpty();
    }

    private static boolean isOfTestKit(String block) {
        return block.startsWith("@RuleCoverage");
    }

    @Test
    void the_readme_s_test_of_rules_is_that_of_the_project_that_is_built_against_the_kit() throws IOException {
        String consumer = Files.readString(ROOT.resolve("build/consumers/testkit/src/test/java/shop/RoutingTest.java"));

        assertThat(BLOCK.matcher(Files.readString(ROOT.resolve("README.md")))
                        .results()
                        .map(found -> found.group(1)))
                .filteredOn(ReadmeTest::isOfTestKit)
                .singleElement()
                .satisfies(block -> assertThat(consumer).contains(block));
    }

    @Test
    void the_readme_s_code_does_what_the_readme_says() {
        assertThat(ReadmeSnippets.guard()).hasToString("[FIELD_REQUIRED(owner): owner must be given]");
        ReadmeSnippets snippets = new ReadmeSnippets();
        assertThat(snippets.desk()).extracting(Unmet::code).containsOnly("CHECKLIST_OPEN");
        assertThat(snippets.mails()).contains("incident.resolved");
    }

    @Test
    void the_readme_names_the_version_that_is_built() throws IOException {
        Matcher version =
                Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("<version>" + version.group(1) + "</version>");
    }
}
