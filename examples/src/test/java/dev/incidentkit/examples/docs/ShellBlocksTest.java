package dev.incidentkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.incidentkit.examples.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commands of the pages name what is there: programs of the examples with options that they have, scripts, modules,
 * profiles and tests of the build. What the programs print is tested where they are.
 */
class ShellBlocksTest {
    private static final String EXAMPLES = "java -jar examples/target/examples.jar";
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");
    private static final Pattern MODULES = Pattern.compile("-pl ([\\w/,-]+)");
    private static final Pattern PROFILES = Pattern.compile("-P(\\w+)");
    private static final Pattern SCRIPT = Pattern.compile("(?:^|\\s)\\.?/?(build/[\\w-]+\\.sh)");

    record Line(Path page, String command) {
        @Override
        public String toString() {
            return page.getFileName() + ": " + command;
        }
    }

    static Stream<Line> commands() {
        return DocPage.all().stream()
                .flatMap(path -> DocPage.read(path).in("bash").stream()
                        .flatMap(block -> block.text().replace("\\\n", " ").lines())
                        .flatMap(line ->
                                Stream.of(line.replaceFirst("(^|\\s)#.*", "").split("&&|;|\\|")))
                        .map(String::strip)
                        .filter(command -> !command.isEmpty())
                        .map(command -> new Line(path, command)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_names_what_is_there(Line line) throws IOException {
        String command = line.command();
        if (command.startsWith(EXAMPLES)) {
            List<String> arguments = Stream.of(
                            command.substring(EXAMPLES.length()).strip().split("\\s+"))
                    // a synopsis names what may follow in brackets
                    .takeWhile(argument -> !argument.startsWith("["))
                    .filter(argument -> !argument.isEmpty())
                    .toList();
            assertThatCode(() -> Examples.commandLine().parseArgs(arguments.toArray(String[]::new)))
                    .as("%s", command)
                    .doesNotThrowAnyException();
        }
        all(MODULES, command)
                .flatMap(names -> Stream.of(names.split(",")))
                .forEach(module -> assertThat(DocPage.ROOT.resolve(module).resolve("pom.xml"))
                        .as("%s", command)
                        .exists());
        all(SCRIPT, command)
                .forEach(script -> assertThat(DocPage.ROOT.resolve(script))
                        .as("%s", command)
                        .exists());
        String pom = Files.readString(DocPage.ROOT.resolve("pom.xml"));
        all(PROFILES, command)
                .forEach(profile -> assertThat(pom).as("%s", command).contains("<id>" + profile + "</id>"));
        assertThat(all(TEST, command)).as("%s", command).allMatch(tests()::contains);
    }

    @ParameterizedTest
    @MethodSource("dev.incidentkit.examples.docs.DocsTest#pages")
    void a_test_that_a_page_names_is_there(Path path) throws IOException {
        assertThat(DocPage.read(path).codes().stream().filter(code -> code.matches("[A-Z]\\w+Test")))
                .as("%s", path)
                .allMatch(tests()::contains);
    }

    private static Stream<String> all(Pattern pattern, String command) {
        return pattern.matcher(command).results().map((MatchResult found) -> found.group(1));
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.find(
                DocPage.ROOT, 14, (path, about) -> path.toString().matches(".*/src/test/java/.*Test\\.java"))) {
            return files.map(path -> path.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
