package dev.incidentkit.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.jdbc.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/** The guide, docs/spring.md: its code compiles here, its settings start an application, its figures are right. */
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/spring.md");
    private static final Path SOURCES = Path.of("src/test/java/dev/incidentkit/spring/boot");
    private static final Pattern SNIPPET = Pattern.compile("// guide: begin\n(.*?)\\s*// guide: end", Pattern.DOTALL);

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void each_block_of_java_is_code_that_compiles_here() throws IOException {
        List<String> compiled = new ArrayList<>();
        for (String source : List.of("Helpdesk.java", "GuideBeans.java")) {
            SNIPPET.matcher(Files.readString(SOURCES.resolve(source)))
                    .results()
                    .map((MatchResult found) -> found.group(1).stripIndent() + "\n")
                    .forEach(compiled::add);
        }

        assertThat(blocks("java")).isNotEmpty().containsExactlyElementsOf(compiled);
    }

    @Test
    void each_block_of_yaml_starts_an_application() throws IOException {
        List<String> blocks = blocks("yaml");
        assertThat(blocks).hasSizeGreaterThan(4);
        for (String block : blocks) {
            DataSource database = Samples.database();
            Schema.install(database);
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(
                            IncidentKitAutoConfiguration.class, IncidentKitHealthAutoConfiguration.class))
                    .withBean(DataSource.class, () -> database)
                    .withPropertyValues(properties(block))
                    .run(context -> assertThat(context).as(block).hasNotFailed().hasSingleBean(ServiceDesk.class));
        }
    }

    /** Each key of a block is one that the metadata knows, so that none is silently ignored. */
    @Test
    void each_key_of_the_yaml_is_a_property() throws IOException {
        String metadata = Files.readString(Path.of("target/classes/META-INF/spring-configuration-metadata.json"));
        for (String block : blocks("yaml")) {
            for (String property : properties(block)) {
                String name = property.replaceAll("(\\[\\d+])?=.*", "");
                assertThat(metadata).contains("\"name\": \"" + name + "\"");
            }
        }
    }

    private static String[] properties(String yaml) throws IOException {
        List<String> properties = new ArrayList<>();
        for (PropertySource<?> source : new YamlPropertySourceLoader()
                .load("guide", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))) {
            EnumerablePropertySource<?> named = (EnumerablePropertySource<?>) source;
            for (String name : named.getPropertyNames()) {
                properties.add(name + "=" + named.getProperty(name));
            }
        }
        return properties.toArray(String[]::new);
    }

    @Test
    void the_refusal_that_the_guide_shows_is_what_is_printed() throws IOException {
        String shown = Files.readString(GUIDE);
        Samples.application()
                .withPropertyValues("incidentkit.definition=classpath:faulty/support.yaml")
                .run(context -> {
                    FailureAnalysis told = Objects.requireNonNull(new IncidentKitFailureAnalyzer()
                            .analyze(Objects.requireNonNull(context.getStartupFailure())));
                    assertThat(shown).contains("Description:\n\n" + told.getDescription() + "\n");
                    assertThat(shown).contains("Action:\n\n" + told.getAction() + "\n");
                });
    }

    @Test
    void the_location_in_the_guide_is_a_definition() {
        Samples.application()
                .withPropertyValues("incidentkit.definition=classpath:process/support.yaml")
                .run(context -> assertThat(
                                context.getBean(ProcessDefinition.class).name())
                        .isEqualTo("support"));
    }

    @Test
    void the_versions_of_the_guide_are_those_of_the_consumers() throws IOException {
        String script = Files.readString(Path.of("../build/spring-consumer-test.sh"));
        List<String> versions = Pattern.compile("for boot in ([0-9. ]+);")
                .matcher(script)
                .results()
                .flatMap(found -> List.of(found.group(1).split(" ")).stream())
                .toList();

        assertThat(versions).hasSizeGreaterThan(1).last().isEqualTo(SpringBootVersion.getVersion());
        assertThat(Files.readString(GUIDE)).contains(versions);
    }
}
