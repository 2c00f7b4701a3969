package dev.incidentkit.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.OnCallSchedule;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.rules.config.HolidaySource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which process an application follows. */
class DefinitionTest {
    private static final Path FILE = Path.of("src/test/resources/process/support.yaml");

    private final ApplicationContextRunner application = Samples.application();

    static List<String> presets() {
        return DefinitionFiles.presets();
    }

    private ApplicationContextRunner following(String reference) {
        return application.withPropertyValues("incidentkit.definition=" + reference);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void a_preset_is_named(String preset) {
        following(preset)
                .run(context -> assertThat(context.getBean(ProcessDefinition.class))
                        .isEqualTo(DefinitionFiles.standard().preset(preset).orThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath:process/support.yaml", "file:src/test/resources/process/support.yaml"})
    void a_file_and_the_tables_beside_it_are_read_from_a_location(String location) {
        following(location)
                .run(context -> assertThat(context.getBean(ProcessDefinition.class))
                        .isEqualTo(DefinitionFiles.standard().read(FILE).orThrow()));
    }

    @Test
    void a_file_in_a_jar_is_read_with_its_tables(@TempDir Path directory) throws IOException {
        Path jar = directory.resolve("process.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String name : List.of("support.yaml", "tables.md")) {
                entries.putNextEntry(new JarEntry("packed/" + name));
                Files.copy(FILE.resolveSibling(name), entries);
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            following("classpath:packed/support.yaml")
                    .withClassLoader(loader)
                    .run(context -> assertThat(context.getBean(ProcessDefinition.class))
                            .isEqualTo(DefinitionFiles.standard().read(FILE).orThrow()));
        }
    }

    @Test
    void what_is_wrong_is_told_at_once_each_with_its_place() {
        following("classpath:faulty/support.yaml").run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .rootCause()
                    .isInstanceOfSatisfying(
                            DefinitionRefusedException.class,
                            refused -> assertThat(refused.findings())
                                    .hasSize(2)
                                    .anySatisfy(finding -> assertThat(finding).contains("support.yaml:5:13"))
                                    .anySatisfy(finding -> assertThat(finding).contains("support.yaml:9:21")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"itill", "classpath:process/none.yaml", "file:/nowhere/support.yaml", "classpath:"})
    void what_names_nothing_is_refused(String reference) {
        following(reference)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(DefinitionRefusedException.class)
                        .hasMessageContaining(reference));
    }

    @Test
    void a_file_may_name_guards_and_holidays_that_are_beans(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("own.yaml"), """
                definition: own
                extends: itil
                calendars:
                  desk:
                    zone: Europe/Zurich
                    hours: {weekdays: 08:00-18:00}
                    holidays:
                      - {from: the list}
                """);
        HolidaySource list = (reference, zone) -> List.of(Holiday.on(LocalDate.of(2027, 1, 1), reference));

        following(file.toUri().toString()).run(context -> assertThat(context).hasFailed());
        following(file.toUri().toString())
                .withBean(HolidaySource.class, () -> list)
                .run(context -> assertThat(context).hasNotFailed());
    }

    /** Sends everything to one group. */
    private record OneGroup(String version) implements RoutingPolicy {
        @Override
        public Optional<Decision<Owner>> route(Incident incident) {
            return Optional.of(new Decision<>(Owner.group("everything"), "always", version));
        }
    }

    private record Ann(String version) implements OnCallSchedule {
        @Override
        public Optional<String> whoIsOnCall(String group, Instant at) {
            return Optional.of("ann");
        }
    }

    @Test
    void policies_that_are_beans_take_the_place_of_those_of_the_preset() {
        application
                .withBean(RoutingPolicy.class, () -> new OneGroup("1"))
                .withBean(OnCallSchedule.class, () -> new Ann("1"))
                .run(context -> {
                    ProcessDefinition definition = context.getBean(ProcessDefinition.class);

                    assertThat(definition.routing()).isEqualTo(new OneGroup("1"));
                    assertThat(definition.procedures().onCall()).isEqualTo(new Ann("1"));
                    assertThat(definition.hash())
                            .isNotEqualTo(ProcessDefinition.itil().hash());
                });
    }

    @Test
    void two_policies_of_one_kind_are_refused() {
        application
                .withBean("one", RoutingPolicy.class, () -> new OneGroup("1"))
                .withBean("two", RoutingPolicy.class, () -> new OneGroup("2"))
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("one,two"));
    }
}
