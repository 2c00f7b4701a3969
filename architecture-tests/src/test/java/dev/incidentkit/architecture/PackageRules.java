package dev.incidentkit.architecture;

import com.github.javaparser.ast.modules.ModuleDeclaration;
import com.github.javaparser.ast.modules.ModuleExportsDirective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules about the packages of one module, read from its sources. */
final class PackageRules {
    private PackageRules() {}

    /** The module has the name that the table gives, and exports all packages but those called internal. */
    static List<Finding> exports(List<SourceFile> files, String module, String javaModule) {
        Optional<SourceFile> info = files.stream()
                .filter(file -> file.simpleName().equals("module-info"))
                .findFirst();
        Optional<ModuleDeclaration> declared = info.flatMap(file -> file.unit().getModule());
        if (declared.isEmpty()) {
            return List.of(new Finding(module, 0, "no module-info.java", "every published module is a Java module"));
        }
        List<Finding> findings = new ArrayList<>();
        String file = info.get().name();
        String name = declared.get().getNameAsString();
        if (!name.equals(javaModule)) {
            findings.add(new Finding(file, Lines.first(declared.get()), "module " + name, "module " + javaModule));
        }
        Map<String, Integer> exported = new TreeMap<>();
        for (ModuleExportsDirective directive : declared.get().findAll(ModuleExportsDirective.class)) {
            exported.put(directive.getNameAsString(), Lines.first(directive));
            if (isInternal(directive.getNameAsString())) {
                if (!isToOursOnly(directive)) {
                    String value = directive.getNameAsString() + " is exported";
                    findings.add(new Finding(file, Lines.first(directive), value, "internal packages are not"));
                }
            } else if (!directive.getModuleNames().isEmpty()) {
                String value = directive.getNameAsString() + " is exported to " + directive.getModuleNames() + " only";
                findings.add(new Finding(file, Lines.first(directive), value, "exported to all or called internal"));
            }
        }
        for (String each : packages(files)) {
            if (!isInternal(each) && !exported.containsKey(each)) {
                findings.add(new Finding(file, 0, each + " is not exported", "only internal packages are not"));
            }
        }
        return findings;
    }

    /** One module of ours may use what another keeps from everybody else. */
    private static boolean isToOursOnly(ModuleExportsDirective directive) {
        return !directive.getModuleNames().isEmpty()
                && directive.getModuleNames().stream()
                        .allMatch(name -> name.asString().startsWith("dev.incidentkit."));
    }

    private static boolean isInternal(String name) {
        return List.of(name.split("\\.")).contains("internal");
    }

    private static Set<String> packages(List<SourceFile> files) {
        Set<String> names = new TreeSet<>();
        files.stream()
                .filter(file -> !file.simpleName().equals("module-info")
                        && !file.simpleName().equals("package-info"))
                .forEach(file -> names.add(file.packageName()));
        return names;
    }

    /** Every package has its page, which says that nothing in it is null unless marked so. */
    static List<Finding> pages(List<SourceFile> files, String module) {
        Map<String, SourceFile> pages = new TreeMap<>();
        files.stream()
                .filter(file -> file.simpleName().equals("package-info"))
                .forEach(file -> pages.put(file.packageName(), file));
        List<Finding> findings = new ArrayList<>();
        for (String name : packages(files)) {
            SourceFile page = pages.get(name);
            if (page == null) {
                findings.add(new Finding(module, 0, name + " has no package-info.java", "every package has one"));
            } else if (page.unit()
                    .getPackageDeclaration()
                    .orElseThrow()
                    .getAnnotationByName("NullMarked")
                    .isEmpty()) {
                findings.add(new Finding(page.name(), 1, name + " is not @NullMarked", "every package is"));
            } else if (page.unit().getAllContainedComments().isEmpty()
                    && page.unit().getComment().isEmpty()) {
                findings.add(new Finding(page.name(), 1, name + " has no Javadoc", "every package has"));
            }
        }
        return findings;
    }
}
