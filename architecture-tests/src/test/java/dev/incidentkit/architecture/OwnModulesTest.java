package dev.incidentkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our modules against the rules about modules, packages and coverage. */
class OwnModulesTest {
    private static final Reactor REACTOR = Reactor.own();
    private static final ModuleTable TABLE = ModuleTable.own();

    @Test
    void modules_use_only_what_the_table_allows() {
        assertThat(ModuleRules.arrows(REACTOR, TABLE)).isEmpty();
    }

    @Test
    void no_module_reaches_itself_in_tests_neither() {
        assertThat(ModuleRules.cycles(REACTOR)).isEmpty();
    }

    @Test
    void published_modules_are_managed_and_in_the_bill_of_materials() {
        assertThat(ModuleRules.lists(REACTOR)).isEmpty();
    }

    @Test
    void this_module_is_the_last_and_finds_the_others_built() {
        assertThat(ModuleRules.last(REACTOR, "architecture-tests")).isEmpty();
        assertThat(ModuleRules.compiled(REACTOR)).isEmpty();
    }

    @Test
    void only_internal_packages_are_not_exported_and_each_has_its_page() {
        List<Finding> findings = new ArrayList<>();
        for (ReactorModule module : REACTOR.published()) {
            List<SourceFile> files = SourceFile.under(module, module.mainSources());
            String javaModule =
                    TABLE.row(module.name()).map(ModuleTable.Row::javaModule).orElse("");
            if (module.automaticModule().isEmpty()) {
                findings.addAll(PackageRules.exports(files, module.name(), javaModule));
            }
            findings.addAll(PackageRules.pages(files, module.name()));
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void modules_without_a_descriptor_are_named_in_their_manifest() {
        assertThat(ModuleRules.automatic(REACTOR, TABLE)).isEmpty();
        assertThat(REACTOR.published().stream()
                        .filter(module -> module.automaticModule().isPresent())
                        .map(ReactorModule::name))
                .as("modules without a descriptor, each with a decision that says why")
                .containsExactly("incident-flink", "incident-spring-boot-starter");
    }

    @Test
    void every_published_module_is_measured_and_reaches_the_floor_of_coverage() {
        assertThat(CoverageRules.floors(REACTOR)).isEmpty();
    }
}
