package dev.incidentkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules about classes refuse what breaks them, by file, line, value and bound. */
class ClassRulesTest {
    private static final String BASE = "dev.incidentkit.architecture.samples.core";
    private static final String DAY = BASE.replace('.', '/') + "/calendar/Day.java";
    private static final Collection<JavaClass> SAMPLES =
            new ClassFileImporter().importPath(Path.of("target/test-classes", BASE.split("\\.")));

    @Test
    void an_arrow_to_the_right_is_refused() {
        List<Finding> findings = ClassRules.packageArrows(SAMPLES, BASE, List.of("calendar", "sla"));

        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(DAY);
            assertThat(finding.value()).isEqualTo("Day uses " + BASE + ".sla.Clock");
            assertThat(finding.bound()).startsWith("nothing to the right of calendar in [");
        });
        assertThat(findings).anySatisfy(finding -> assertThat(finding.line()).isEqualTo(20));
        assertThat(ClassRules.packageArrows(SAMPLES, BASE, List.of("sla", "calendar")))
                .isEmpty();
    }

    @Test
    void a_package_that_nobody_placed_is_refused() {
        assertThat(ClassRules.packageArrows(SAMPLES, BASE, List.of("calendar")))
                .extracting(Finding::value)
                .contains(BASE + ".sla.Clock stands in sla");
    }

    @Test
    void a_foreign_type_in_an_exported_signature_is_refused_unless_it_is_allowed() {
        String named = "org.assertj.core.api.AbstractAssert";

        assertThat(ClassRules.signatures(SAMPLES, Set.of()))
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith(DAY)
                .contains("Day.named() names " + named, "java.*, our own");
        assertThat(ClassRules.signatures(SAMPLES, Set.of(named))).isEmpty();
        assertThat(ClassRules.signatures(SAMPLES, Set.of("org.assertj.core"))).isEmpty();
        assertThat(ClassRules.signatures(SAMPLES, Set.of("org.assert"))).hasSize(1);
    }

    @Test
    void two_types_that_users_import_under_one_name_are_refused() {
        assertThat(ClassRules.namesakes(SAMPLES))
                .singleElement()
                .satisfies(finding -> assertThat(finding.value()).contains(BASE + ".calendar.Day", BASE + ".sla.Day"));
    }

    @Test
    void every_clock_is_seen_also_by_reference_and_a_given_one_is_none() {
        assertThat(ClassRules.clocks(SAMPLES))
                .extracting(Finding::value)
                .containsExactlyInAnyOrder(
                        "Day calls java.time.Instant.now",
                        "Day calls java.lang.System.currentTimeMillis",
                        "Day calls java.util.Date.<init>",
                        "Day calls java.time.Clock.systemUTC",
                        "Day calls java.time.InstantSource.system");
    }

    @Test
    void sleeping_logging_and_state_of_a_thread_are_refused() {
        assertThat(ClassRules.sleeps(SAMPLES))
                .extracting(Finding::value)
                .containsExactly("Day calls java.lang.Thread.sleep");
        assertThat(ClassRules.uses(SAMPLES, "org.slf4j.", "none")).isNotEmpty();
        assertThat(ClassRules.uses(SAMPLES, "java.lang.ThreadLocal", "none"))
                .extracting(Finding::value)
                .contains("Day uses java.lang.ThreadLocal");
    }
}
