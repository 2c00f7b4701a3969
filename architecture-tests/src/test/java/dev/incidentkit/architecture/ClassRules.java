package dev.incidentkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.SourceCodeLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Rules about compiled classes. */
final class ClassRules {
    private static final String OWN = "dev.incidentkit.";

    private ClassRules() {}

    private static Finding finding(JavaClass owner, SourceCodeLocation at, String value, String bound) {
        String file = owner.getPackageName().replace('.', '/') + "/" + at.getSourceFileName();
        return new Finding(file, at.getLineNumber(), value, bound);
    }

    /**
     * Each package of a module depends only on those to its left. The base package itself stands leftmost, then
     * {@code internal}: both may be used by all.
     *
     * @param order the names of the packages under the base, from left to right
     */
    static List<Finding> packageArrows(Collection<JavaClass> classes, String base, List<String> order) {
        List<String> ranks = new ArrayList<>(List.of("", "internal"));
        ranks.addAll(order);
        Set<Finding> findings = new LinkedHashSet<>();
        for (JavaClass from : classes) {
            String own = below(from, base);
            if (!ranks.contains(own)) {
                String value = from.getName() + " stands in " + own;
                findings.add(finding(from, from.getSourceCodeLocation(), value, "one of the packages " + ranks));
            }
            for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
                JavaClass to = arrow.getTargetClass().getBaseComponentType();
                boolean inside =
                        to.getPackageName().equals(base) || to.getPackageName().startsWith(base + ".");
                if (inside && ranks.indexOf(below(to, base)) > ranks.indexOf(own)) {
                    String value = from.getSimpleName() + " uses " + to.getName();
                    String bound = "nothing to the right of " + (own.isEmpty() ? base : own) + " in " + ranks;
                    findings.add(finding(from, arrow.getSourceCodeLocation(), value, bound));
                }
            }
        }
        return List.copyOf(findings);
    }

    private static String below(JavaClass type, String base) {
        String rest = type.getPackageName().substring(base.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }

    /** What is public or protected in a package that is not internal names Java's types, our own and those allowed. */
    static List<Finding> signatures(Collection<JavaClass> classes, Set<String> allowed) {
        List<Finding> findings = new ArrayList<>();
        for (JavaClass type : classes) {
            if (!isExported(type)) {
                continue;
            }
            Set<JavaClass> above = new LinkedHashSet<>();
            type.getSuperclass().ifPresent(parent -> above.addAll(parent.getAllInvolvedRawTypes()));
            type.getInterfaces().forEach(parent -> above.addAll(parent.getAllInvolvedRawTypes()));
            foreign(type, type.getSourceCodeLocation(), type.getName(), above, allowed, findings);
            for (JavaMember member : type.getMembers()) {
                if (isVisible(member)) {
                    foreign(
                            type,
                            member.getSourceCodeLocation(),
                            member.getFullName(),
                            named(member),
                            allowed,
                            findings);
                }
            }
        }
        return findings;
    }

    private static boolean isExported(JavaClass type) {
        boolean open = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        boolean around = type.getEnclosingClass().map(ClassRules::isExported).orElse(true);
        return open && around && !List.of(type.getPackageName().split("\\.")).contains("internal");
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static Set<JavaClass> named(JavaMember member) {
        Set<JavaClass> named = new LinkedHashSet<>();
        if (member instanceof JavaField field) {
            named.addAll(field.getType().getAllInvolvedRawTypes());
        } else if (member instanceof JavaCodeUnit unit) {
            named.addAll(unit.getReturnType().getAllInvolvedRawTypes());
            unit.getParameterTypes().stream()
                    .map(JavaType::getAllInvolvedRawTypes)
                    .forEach(named::addAll);
            unit.getThrowsClause().forEach(thrown -> named.add(thrown.getRawType()));
        }
        return named;
    }

    private static void foreign(
            JavaClass owner,
            SourceCodeLocation at,
            String what,
            Set<JavaClass> named,
            Set<String> allowed,
            List<Finding> to) {
        for (JavaClass type : named) {
            String name = type.getBaseComponentType().getName();
            boolean fine = type.getBaseComponentType().isPrimitive()
                    || name.startsWith("java.")
                    || name.startsWith(OWN)
                    || allowed.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
            if (!fine) {
                to.add(finding(
                        owner,
                        at,
                        what + " names " + name,
                        "java.*, our own" + (allowed.isEmpty() ? "" : ", " + allowed)));
            }
        }
    }

    /** What users import has a name of its own: two types with one name cannot be told apart where both are in scope. */
    static List<Finding> namesakes(Collection<JavaClass> classes) {
        Map<String, JavaClass> byName = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (JavaClass type : classes) {
            if (type.isTopLevelClass() && isExported(type)) {
                JavaClass other = byName.putIfAbsent(type.getSimpleName(), type);
                if (other != null) {
                    String value = type.getName() + " and " + other.getName();
                    findings.add(finding(type, type.getSourceCodeLocation(), value, "a name of its own"));
                }
            }
        }
        return findings;
    }

    /** Nothing asks a clock of its own: time comes in. */
    static List<Finding> clocks(Collection<JavaClass> classes) {
        return calls(classes, ClassRules::asksClock, "time comes in as an InstantSource or with the command");
    }

    private static boolean asksClock(JavaCodeUnitAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        List<String> parameters = call.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .toList();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.util.Date" -> name.equals("<init>") && parameters.isEmpty();
            case "java.time.Clock" -> name.startsWith("system") || (name.startsWith("tick") && !name.equals("tick"));
            case "java.time.InstantSource" -> name.equals("system");
            default -> owner.startsWith("java.time.") && name.equals("now") && !parameters.contains("java.time.Clock");
        };
    }

    /** No test waits for time to pass. */
    static List<Finding> sleeps(Collection<JavaClass> classes) {
        Set<String> sleepers = Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit");
        return calls(
                classes,
                call -> call.getTarget().getName().equals("sleep")
                        && sleepers.contains(call.getTargetOwner().getName()),
                "tests do not sleep, their time is injected");
    }

    private static List<Finding> calls(
            Collection<JavaClass> classes, Predicate<JavaCodeUnitAccess<?>> forbidden, String bound) {
        List<Finding> findings = new ArrayList<>();
        for (JavaClass type : classes) {
            type.getCodeUnitAccessesFromSelf().stream().filter(forbidden).forEach(call -> {
                String called =
                        call.getTargetOwner().getName() + "." + call.getTarget().getName();
                String value = type.getSimpleName() + " calls " + called;
                findings.add(finding(type, call.getSourceCodeLocation(), value, bound));
            });
        }
        return findings;
    }

    /** Nothing depends on types whose names begin so. */
    static List<Finding> uses(Collection<JavaClass> classes, String prefix, String bound) {
        Set<Finding> findings = new LinkedHashSet<>();
        for (JavaClass type : classes) {
            for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
                String name = arrow.getTargetClass().getName();
                if (name.startsWith(prefix)) {
                    String value = type.getSimpleName() + " uses " + name;
                    findings.add(finding(type, arrow.getSourceCodeLocation(), value, bound));
                }
            }
        }
        return List.copyOf(findings);
    }
}
