package dev.incidentkit.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;

/** Rules about modules, read from their poms. */
final class ModuleRules {
    private static final String TEST = "test";
    private static final String MANIFEST_ENTRY = "<Automatic-Module-Name>${automatic.module}</Automatic-Module-Name>";

    private ModuleRules() {}

    /** A published module is in the table and uses what the table says, in tests what it reaches by that. */
    static List<Finding> arrows(Reactor reactor, ModuleTable table) {
        List<Finding> findings = new ArrayList<>();
        for (ReactorModule module : reactor.published()) {
            ModuleTable.Row row = table.row(module.name()).orElse(null);
            if (row == null) {
                findings.add(new Finding(
                        module.pomName(), 0, "module " + module.name(), "a row of modules.csv says its arrows"));
                continue;
            }
            for (Dependency dependency : module.ownDependencies()) {
                boolean test = TEST.equals(dependency.getScope());
                Set<String> allowed = test ? table.reachableInTests(module.name()) : row.uses();
                if (!allowed.contains(dependency.getArtifactId())) {
                    String value = module.name() + " uses " + dependency.getArtifactId() + (test ? " in tests" : "");
                    findings.add(new Finding(module.pomName(), line(dependency), value, "one of " + allowed));
                }
            }
        }
        return findings;
    }

    private static int line(Dependency dependency) {
        return dependency.getLocation("artifactId").getLineNumber();
    }

    /** No module reaches itself, counting what is used in tests. */
    static List<Finding> cycles(Reactor reactor) {
        List<Finding> findings = new ArrayList<>();
        for (ReactorModule module : reactor.modules()) {
            Deque<String> open = new ArrayDeque<>(targets(reactor, module.name()));
            List<String> seen = new ArrayList<>();
            while (!open.isEmpty()) {
                String next = open.pop();
                if (!seen.contains(next)) {
                    seen.add(next);
                    open.addAll(targets(reactor, next));
                }
            }
            if (seen.contains(module.name())) {
                String value = module.name() + " reaches itself by way of " + seen;
                findings.add(new Finding(module.pomName(), 0, value, "no circle, in tests neither"));
            }
        }
        return findings;
    }

    private static List<String> targets(Reactor reactor, String name) {
        return reactor.modules().stream()
                .filter(module -> module.name().equals(name))
                .flatMap(module -> module.ownDependencies().stream())
                .map(Dependency::getArtifactId)
                .toList();
    }

    /** Every published module has its version in the parent and in the bill of materials, which lists nothing else. */
    static List<Finding> lists(Reactor reactor) {
        Set<String> published =
                reactor.published().stream().map(ReactorModule::name).collect(Collectors.toCollection(TreeSet::new));
        List<Finding> findings = new ArrayList<>();
        Set<String> parent = managed(reactor.parent().pom());
        missing(published, parent, reactor.parent().pomName(), "in the parent's dependencyManagement", findings);
        for (ReactorModule bom : reactor.modules()) {
            if (bom.pom().getPackaging().equals("pom")) {
                Set<String> listed = managed(bom.pom());
                missing(published, listed, bom.pomName(), "in the bill of materials", findings);
                missing(listed, published, bom.pomName(), "among the published modules", findings);
            }
        }
        return findings;
    }

    private static void missing(
            Set<String> names, Set<String> from, String file, String where, List<Finding> findings) {
        names.stream()
                .filter(name -> !from.contains(name))
                .forEach(name -> findings.add(new Finding(file, 0, name + " is missing", "it is " + where)));
    }

    private static Set<String> managed(Model pom) {
        DependencyManagement management = pom.getDependencyManagement();
        return management == null
                ? Set.of()
                : management.getDependencies().stream()
                        .filter(dependency -> dependency.getGroupId().equals("dev.incidentkit"))
                        .map(Dependency::getArtifactId)
                        .collect(Collectors.toSet());
    }

    /** The module of a given name is the last, so that it sees what the others left. */
    static List<Finding> last(Reactor reactor, String name) {
        List<ReactorModule> modules = reactor.modules();
        String last = modules.get(modules.size() - 1).name();
        return last.equals(name)
                ? List.of()
                : List.of(new Finding(reactor.parent().pomName(), 0, "the last module is " + last, "it is " + name));
    }

    /** What a published module publishes is compiled, so that no rule passes because there was nothing to look at. */
    static List<Finding> compiled(Reactor reactor) {
        List<Finding> findings = new ArrayList<>();
        for (ReactorModule module : reactor.published()) {
            Path info = module.classes()
                    .resolve(module.automaticModule()
                            .map(name -> name.replace('.', '/') + "/package-info.class")
                            .orElse("module-info.class"));
            if (!Files.isRegularFile(info)) {
                findings.add(new Finding(module.named(info), 0, "no such file", "the module was built before"));
            }
        }
        return findings;
    }

    /** A module without a descriptor has the name that the table gives, and carries it in its manifest. */
    static List<Finding> automatic(Reactor reactor, ModuleTable table) {
        List<Finding> findings = new ArrayList<>();
        for (ReactorModule module : reactor.published()) {
            String name = module.automaticModule().orElse(null);
            if (name == null) {
                continue;
            }
            String expected =
                    table.row(module.name()).map(ModuleTable.Row::javaModule).orElse("");
            if (!name.equals(expected)) {
                findings.add(new Finding(module.pomName(), 0, "automatic module " + name, "module " + expected));
            }
            boolean isNamed = module.pom().getBuild() != null
                    && module.pom().getBuild().getPlugins().stream()
                            .filter(plugin -> plugin.getArtifactId().equals("maven-jar-plugin"))
                            .anyMatch(plugin ->
                                    String.valueOf(plugin.getConfiguration()).contains(MANIFEST_ENTRY));
            if (!isNamed) {
                findings.add(new Finding(module.pomName(), 0, "its jar has no module name", MANIFEST_ENTRY));
            }
        }
        return findings;
    }
}
