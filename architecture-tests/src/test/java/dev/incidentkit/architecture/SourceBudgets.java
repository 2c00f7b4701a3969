package dev.incidentkit.architecture;

import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The budgets that hold for each single file, method or type. */
final class SourceBudgets {
    static final int FILE_LINES = 400;
    static final int METHOD_LINES = 40;
    static final int METHOD_LINES_95 = 20;
    static final int PARAMETERS = 5;
    static final int ABSTRACT_METHODS = 4;

    private SourceBudgets() {}

    static List<Finding> fileLengths(Collection<SourceFile> files) {
        return files.stream()
                .filter(file -> file.lines() > FILE_LINES)
                .map(file -> new Finding(
                        file.name(), file.lines(), file.lines() + " lines", "at most " + FILE_LINES + " a file"))
                .toList();
    }

    /** A method or constructor with a body, and how long it is from its name to its closing brace. */
    private record Measured(SourceFile file, Node node, String name, int line, int lines) {}

    static List<Finding> methodLengths(Collection<SourceFile> files) {
        List<Finding> findings = new ArrayList<>();
        List<Measured> all = measured(files);
        for (Measured method : all) {
            if (method.lines() > METHOD_LINES) {
                String value = method.name() + " has " + method.lines() + " lines";
                findings.add(new Finding(
                        method.file().name(), method.line(), value, "at most " + METHOD_LINES + " a method"));
            }
        }
        Map<String, List<Measured>> byModule = all.stream()
                .collect(Collectors.groupingBy(method -> method.file().module()));
        byModule.forEach((module, methods) -> {
            int[] lengths = methods.stream().mapToInt(Measured::lines).sorted().toArray();
            int tail = lengths[(int) Math.ceil(0.95 * lengths.length) - 1];
            if (tail > METHOD_LINES_95) {
                String longest = methods.stream()
                        .filter(method -> method.lines() > METHOD_LINES_95)
                        .sorted(Comparator.comparingInt(Measured::lines).reversed())
                        .map(method -> method.file().simpleName() + "." + method.name() + " " + method.lines())
                        .collect(Collectors.joining(", "));
                String value = "95 % of " + lengths.length + " methods have up to " + tail + " lines: " + longest;
                findings.add(new Finding(module, 0, value, "at most " + METHOD_LINES_95 + " lines for 95 %"));
            }
        });
        return findings;
    }

    private static List<Measured> measured(Collection<SourceFile> files) {
        List<Measured> all = new ArrayList<>();
        for (SourceFile file : files) {
            file.unit()
                    .findAll(MethodDeclaration.class)
                    .forEach(method -> method.getBody()
                            .ifPresent(body ->
                                    all.add(measure(file, method, method.getNameAsString(), method.getName()))));
            file.unit()
                    .findAll(ConstructorDeclaration.class)
                    .forEach(made -> all.add(measure(file, made, made.getNameAsString(), made.getName())));
            file.unit()
                    .findAll(CompactConstructorDeclaration.class)
                    .forEach(made -> all.add(measure(file, made, made.getNameAsString(), made.getName())));
        }
        return all;
    }

    private static Measured measure(SourceFile file, Node node, String name, Node nameNode) {
        int begin = Lines.first(nameNode);
        return new Measured(file, node, name, begin, Lines.last(node) - begin + 1);
    }

    /** Parameters of methods and constructors; the components of a record are apart. */
    static List<Finding> parameters(Collection<SourceFile> files) {
        List<Finding> findings = new ArrayList<>();
        for (SourceFile file : files) {
            for (CallableDeclaration<?> callable : callables(file)) {
                int count = callable.getParameters().size();
                if (count > PARAMETERS) {
                    String value = callable.getNameAsString() + " has " + count + " parameters";
                    findings.add(
                            new Finding(file.name(), Lines.first(callable.getName()), value, "at most " + PARAMETERS));
                }
            }
        }
        return findings;
    }

    private static List<CallableDeclaration<?>> callables(SourceFile file) {
        List<CallableDeclaration<?>> all = new ArrayList<>(file.unit().findAll(MethodDeclaration.class));
        file.unit().findAll(ConstructorDeclaration.class).stream()
                .filter(made -> !isCanonical(made))
                .forEach(all::add);
        return all;
    }

    private static boolean isCanonical(ConstructorDeclaration made) {
        return made.getParentNode()
                .filter(RecordDeclaration.class::isInstance)
                .map(parent ->
                        types(((RecordDeclaration) parent).getParameters()).equals(types(made.getParameters())))
                .orElse(false);
    }

    private static List<String> types(NodeList<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.getType().asString())
                .toList();
    }

    /** Two booleans side by side are exchanged unseen where they are passed; of records the components count too. */
    static List<Finding> adjacentBooleans(Collection<SourceFile> files) {
        List<Finding> findings = new ArrayList<>();
        for (SourceFile file : files) {
            callables(file)
                    .forEach(callable -> booleans(
                            file,
                            callable.getNameAsString(),
                            callable.getParameters(),
                            Lines.first(callable.getName()),
                            findings));
            file.unit()
                    .findAll(RecordDeclaration.class)
                    .forEach(type -> booleans(
                            file, type.getNameAsString(), type.getParameters(), Lines.first(type.getName()), findings));
        }
        return findings;
    }

    private static void booleans(
            SourceFile file, String name, NodeList<Parameter> parameters, int line, List<Finding> findings) {
        List<String> types = types(parameters);
        for (int i = 1; i < types.size(); i++) {
            if (types.get(i).equals("boolean") && types.get(i - 1).equals("boolean")) {
                String value =
                        name + " takes the booleans " + parameters.get(i - 1).getNameAsString() + " and "
                                + parameters.get(i).getNameAsString() + " side by side";
                findings.add(new Finding(file.name(), line, value, "no two adjacent booleans"));
            }
        }
    }

    /** Interfaces that others implement; sealed ones and visitors, which have a method for each case, are none. */
    static List<Finding> abstractMethods(Collection<SourceFile> files) {
        List<Finding> findings = new ArrayList<>();
        for (SourceFile file : files) {
            for (ClassOrInterfaceDeclaration type : file.unit().findAll(ClassOrInterfaceDeclaration.class)) {
                long count = type.getMethods().stream()
                        .filter(method -> method.getBody().isEmpty())
                        .count();
                boolean implementable = type.isInterface()
                        && type.getPermittedTypes().isEmpty()
                        && !type.hasModifier(Keyword.SEALED)
                        && !type.getNameAsString().equals("Visitor");
                if (implementable && count > ABSTRACT_METHODS) {
                    String value = type.getNameAsString() + " has " + count + " abstract methods";
                    findings.add(new Finding(
                            file.name(), Lines.first(type.getName()), value, "at most " + ABSTRACT_METHODS));
                }
            }
        }
        return findings;
    }

    static List<Finding> mutableStatics(Collection<SourceFile> files) {
        List<Finding> findings = new ArrayList<>();
        for (SourceFile file : files) {
            for (FieldDeclaration field : file.unit().findAll(FieldDeclaration.class)) {
                if (field.isStatic() && !field.isFinal() && !Declarations.isInInterface(field)) {
                    findings.add(new Finding(
                            file.name(),
                            Lines.first(field),
                            "static " + field.getVariables() + " is not final",
                            "no state that all share"));
                }
            }
        }
        return findings;
    }
}
