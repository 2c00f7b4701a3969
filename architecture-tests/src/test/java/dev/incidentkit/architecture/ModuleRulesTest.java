package dev.incidentkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules about modules, packages and coverage refuse what breaks them. */
class ModuleRulesTest {
    @TempDir
    private Path root;

    @BeforeEach
    void an_empty_reactor() throws IOException {
        parent("incident-core", "incident-desk");
        module("incident-core", "");
    }

    private void parent(String... modules) throws IOException {
        String listed = String.join("</module><module>", modules);
        write("pom.xml", """
                <project><groupId>dev.incidentkit</groupId><artifactId>incident-parent</artifactId>
                <version>1</version><packaging>pom</packaging>
                <properties><coverage.line>0.85</coverage.line><coverage.branch>0.75</coverage.branch></properties>
                <modules><module>%s</module></modules>
                <dependencyManagement><dependencies>%s</dependencies></dependencyManagement></project>
                """.formatted(listed, dependency("incident-core", "compile")));
    }

    private void module(String name, String body) throws IOException {
        write(name + "/pom.xml", "<project>\n<artifactId>" + name + "</artifactId>\n" + body + "</project>\n");
    }

    private static String dependency(String name, String scope) {
        return "<dependency><groupId>dev.incidentkit</groupId>\n<artifactId>%s</artifactId><scope>%s</scope></dependency>\n"
                .formatted(name, scope);
    }

    private static String dependencies(String... each) {
        return "<dependencies>\n" + String.join("", each) + "</dependencies>\n";
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void an_arrow_that_the_table_does_not_have_is_refused_at_its_line() throws IOException {
        module(
                "incident-desk",
                dependencies(dependency("incident-core", "compile"), dependency("incident-rules", "compile")));

        assertThat(ModuleRules.arrows(Reactor.of(root), ModuleTable.own()))
                .extracting(Finding::toString)
                .containsExactly("incident-desk/pom.xml:7: incident-desk uses incident-rules;"
                        + " the bound: one of [incident-core, incident-store-spi, incident-json]");
    }

    @Test
    void tests_may_use_what_is_reached_and_only_stores_and_adapters_the_testkit() throws IOException {
        String tests = dependencies(dependency("incident-testkit", "test"), dependency("incident-core", "test"));
        module("incident-desk", tests);
        module("incident-store-jdbc", tests);
        parent("incident-core", "incident-desk", "incident-store-jdbc");

        assertThat(ModuleRules.arrows(Reactor.of(root), ModuleTable.own()))
                .extracting(Finding::value)
                .containsExactly("incident-desk uses incident-testkit in tests");
    }

    @Test
    void a_published_module_without_a_row_is_refused_and_an_unpublished_one_needs_none() throws IOException {
        module("incident-odd", "");
        module("tools", "<properties><unpublished>true</unpublished></properties>\n");
        parent("incident-odd", "tools");

        assertThat(ModuleRules.arrows(Reactor.of(root), ModuleTable.own()))
                .extracting(Finding::value)
                .containsExactly("module incident-odd");
    }

    @Test
    void a_circle_is_refused_in_tests_too() throws IOException {
        module("incident-core", dependencies(dependency("incident-desk", "test")));
        module("incident-desk", dependencies(dependency("incident-core", "compile")));

        assertThat(ModuleRules.cycles(Reactor.of(root)))
                .extracting(Finding::file)
                .containsExactly("incident-core/pom.xml", "incident-desk/pom.xml");
    }

    @Test
    void a_module_that_is_not_listed_is_refused_and_so_is_a_list_that_says_too_much() throws IOException {
        module("incident-desk", "");
        module(
                "incident-bom",
                "<packaging>pom</packaging><dependencyManagement>"
                        + dependencies(dependency("incident-desk", "compile"), dependency("incident-gone", "compile"))
                        + "</dependencyManagement>");
        parent("incident-core", "incident-desk", "incident-bom");

        assertThat(ModuleRules.lists(Reactor.of(root)))
                .extracting(Finding::toString)
                .containsExactly(
                        "pom.xml:0: incident-desk is missing; the bound: it is in the parent's dependencyManagement",
                        "incident-bom/pom.xml:0: incident-core is missing; the bound: it is in the bill of materials",
                        "incident-bom/pom.xml:0: incident-gone is missing; the bound: it is among the published modules");
    }

    @Test
    void a_module_after_the_last_and_one_that_was_not_built_are_refused() throws IOException {
        module("incident-desk", "");

        assertThat(ModuleRules.last(Reactor.of(root), "incident-core"))
                .extracting(Finding::value)
                .containsExactly("the last module is incident-desk");
        assertThat(ModuleRules.compiled(Reactor.of(root)))
                .extracting(Finding::file)
                .contains("incident-desk/target/classes/module-info.class");
    }

    @Test
    void a_module_without_a_descriptor_that_is_not_named_in_its_manifest_is_refused() throws IOException {
        module("incident-desk", "<properties><automatic.module>dev.desk</automatic.module></properties>");

        assertThat(ModuleRules.automatic(Reactor.of(root), ModuleTable.own()))
                .extracting(Finding::value)
                .containsExactly("automatic module dev.desk", "its jar has no module name");
        assertThat(ModuleRules.compiled(Reactor.of(root)))
                .extracting(Finding::file)
                .contains("incident-desk/target/classes/dev/desk/package-info.class");
    }

    @Test
    void packages_that_are_exported_or_hidden_against_the_rule_are_refused() throws IOException {
        String sources = "incident-desk/src/main/java/";
        module("incident-desk", "");
        write(
                sources + "module-info.java",
                "module dev.desk {\n    exports a.internal;\n    exports a.internal.kin to dev.incidentkit.rules;\n"
                        + "    exports a.internal.loose to b;\n    exports a.narrow to b;\n}\n");
        write(sources + "a/internal/A.java", "package a.internal;\n\nclass A {}\n");
        write(sources + "a/narrow/A.java", "package a.narrow;\n\nclass A {}\n");
        write(sources + "a/hidden/A.java", "package a.hidden;\n\nclass A {}\n");
        write(sources + "a/hidden/package-info.java", "/** Told. */\npackage a.hidden;\n");
        write(sources + "a/narrow/package-info.java", "@NullMarked\npackage a.narrow;\n");
        ReactorModule module = Reactor.of(root).modules().get(1);
        List<SourceFile> files = SourceFile.under(module, module.mainSources());

        assertThat(PackageRules.exports(files, "incident-desk", "dev.incidentkit.desk"))
                .extracting(Finding::value)
                .containsExactlyInAnyOrder(
                        "module dev.desk",
                        "a.internal is exported",
                        "a.internal.loose is exported",
                        "a.narrow is exported to [b] only",
                        "a.hidden is not exported");
        assertThat(PackageRules.pages(files, "incident-desk"))
                .extracting(Finding::value)
                .containsExactlyInAnyOrder(
                        "a.internal has no package-info.java",
                        "a.hidden is not @NullMarked",
                        "a.narrow has no Javadoc");
        assertThat(PackageRules.exports(List.of(), "incident-desk", "dev.incidentkit.desk"))
                .extracting(Finding::value)
                .containsExactly("no module-info.java");
    }

    @Test
    void a_module_without_a_record_of_coverage_and_one_below_the_floor_are_refused() throws IOException {
        module("incident-desk", "<properties><coverage.by>incident-testkit</coverage.by></properties>\n");
        String type = "dev/incidentkit/architecture/Reactor.class";
        Path copy = write("incident-desk/target/classes/" + type, "");
        Files.write(copy, Files.readAllBytes(Path.of("target/test-classes", type)));

        assertThat(CoverageRules.floors(Reactor.of(root)))
                .extracting(Finding::toString)
                .satisfiesExactly(
                        none -> assertThat(none)
                                .startsWith("incident-core/target/jacoco.exec:0: no record of coverage"),
                        line -> assertThat(line)
                                .startsWith("incident-desk/pom.xml:0: line coverage of incident-desk is 0 of ")
                                .endsWith("the bound: at least 0.85"));
    }
}
