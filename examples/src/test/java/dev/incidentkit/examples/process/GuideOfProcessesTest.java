package dev.incidentkit.examples.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every block of Java in the guide to processes compiles, each in a method of its own with the imports of the guide and what a host has at hand. */
class GuideOfProcessesTest {
    private static final Path GUIDE = Path.of("..", "docs", "process.md");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final String AT_HAND = """
            abstract class Guide {
                IncidentStore store;
                ProcessDefinition definition;
                ServiceDesk desk;
                ServiceDesk serviceDesk;
                MaintenancePort maintenance;
                ConfigurationPort inventory;
                Advisor classifier;
                List<Alert> alertsOfTheMonitor;
                Actor source, ann, bob, max;
                IncidentId id, parent;
                List<IncidentId> incidents;
                Incident incident;
                IncidentCommand resolve;
                CommandContext context;
                Instant now;
                Mail mail;
                String messageId;

                void block() {
            %s
                }
            }
            """;

    @TempDir
    Path classes;

    @TestFactory
    Stream<DynamicTest> every_block_compiles() throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1))
                .toList();
        String imports = blocks.get(0);
        assertThat(imports.lines()).allMatch(line -> line.startsWith("import "));
        assertThat(blocks).hasSizeGreaterThan(1);
        return blocks.stream()
                .skip(1)
                .map(block -> DynamicTest.dynamicTest(
                        block.lines().findFirst().orElseThrow(),
                        () -> assertThat(compiled(imports, block)).isEmpty()));
    }

    /** What the compiler says; empty where it has nothing to say. */
    private String compiled(String imports, String block) {
        String source = imports + AT_HAND.formatted(block);
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Guide.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        compiler.getTask(
                        said,
                        null,
                        null,
                        List.of(
                                "-proc:none",
                                "-nowarn",
                                "-d",
                                classes.toString(),
                                "-classpath",
                                System.getProperty("java.class.path")),
                        null,
                        List.of(file))
                .call();
        return said.toString();
    }
}
