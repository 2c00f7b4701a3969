package dev.incidentkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Our classes against the rules about what depends on what. */
class OwnClassesTest {
    private static final List<String> CORE_ORDER =
            List.of("calendar", "incident", "sla", "policy", "lifecycle", "process", "definition");
    private static final Set<String> LOGGING =
            Set.of("incident-desk", "incident-store-jdbc", "incident-spring-boot-starter");

    /** A store has a clock of its own, by which leases run out; this one has no server to lend it. */
    private static final String STORE_WITH_CLOCK = "dev/incidentkit/store/InMemoryIncidentStore.java";

    private static final Reactor REACTOR = Reactor.own();
    private static final Map<String, Collection<JavaClass>> CLASSES = classes();

    private static Map<String, Collection<JavaClass>> classes() {
        Map<String, Collection<JavaClass>> classes = new LinkedHashMap<>();
        REACTOR.published().forEach(module -> classes.put(module.name(), imported(module.classes())));
        return classes;
    }

    private static Collection<JavaClass> imported(Path directory) {
        // only what is asked for is read, so that foreign types are named, not searched
        return Files.isDirectory(directory) ? new ClassFileImporter().importPath(directory) : List.of();
    }

    @Test
    void packages_of_the_core_use_only_those_to_their_left() {
        assertThat(ClassRules.packageArrows(
                        CLASSES.getOrDefault("incident-core", List.of()), "dev.incidentkit.core", CORE_ORDER))
                .isEmpty();
    }

    @Test
    void exported_signatures_name_only_types_that_are_allowed() {
        ModuleTable table = ModuleTable.own();
        List<Finding> findings = new ArrayList<>();
        CLASSES.forEach((module, classes) -> findings.addAll(ClassRules.signatures(
                classes, table.row(module).map(ModuleTable.Row::names).orElse(Set.of()))));
        assertThat(findings).isEmpty();
    }

    @Test
    void what_users_import_has_a_name_of_its_own_across_modules() {
        assertThat(ClassRules.namesakes(
                        CLASSES.values().stream().flatMap(Collection::stream).toList()))
                .isEmpty();
    }

    @Test
    void nothing_outside_the_desk_asks_a_clock() {
        List<Finding> findings = new ArrayList<>();
        CLASSES.forEach((module, classes) -> {
            if (!module.equals("incident-desk")) {
                findings.addAll(ClassRules.clocks(classes));
            }
        });
        findings.removeIf(finding -> finding.file().equals(STORE_WITH_CLOCK)
                && finding.value().endsWith("calls java.time.InstantSource.system"));
        assertThat(findings).isEmpty();
    }

    @Test
    void logging_is_for_desk_and_store_only() {
        List<Finding> findings = new ArrayList<>();
        CLASSES.forEach((module, classes) -> {
            if (!LOGGING.contains(module)) {
                findings.addAll(ClassRules.uses(classes, "org.slf4j.", "slf4j in " + LOGGING + " only"));
            }
        });
        assertThat(findings).isEmpty();
    }

    @Test
    void nothing_is_bound_to_a_thread() {
        List<Finding> findings = new ArrayList<>();
        CLASSES.values()
                .forEach(classes -> findings.addAll(ClassRules.uses(classes, "java.lang.ThreadLocal", "none is used")));
        assertThat(findings).isEmpty();
    }

    @Test
    void no_test_sleeps() {
        List<Finding> findings = new ArrayList<>();
        CLASSES.values().forEach(classes -> findings.addAll(ClassRules.sleeps(classes)));
        REACTOR.modules().stream()
                .filter(module -> !module.name().equals("architecture-tests"))
                .forEach(module -> findings.addAll(ClassRules.sleeps(imported(module.testClasses()))));
        assertThat(findings).isEmpty();
    }
}
