package dev.incidentkit.architecture;

import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comments where users look, and shares that hold for a module as a whole. */
final class SourceHabits {
    static final int THROWS_WITH_VALUE = 80;
    static final int CLOSED_TYPES = 70;

    private SourceHabits() {}

    /** Public types, methods and constructors have a comment; what overrides has that of what it overrides. */
    static List<Finding> comments(Collection<SourceFile> files) {
        List<Finding> findings = new ArrayList<>();
        for (SourceFile file : files) {
            for (Node node : file.unit().findAll(Node.class)) {
                String bare = bare(node);
                if (bare != null) {
                    findings.add(new Finding(
                            file.name(),
                            Lines.first(node),
                            bare + " has no Javadoc",
                            "every public type and method has"));
                }
            }
        }
        return findings;
    }

    /** The name of what is public and has no comment, else null. */
    private static @Nullable String bare(Node node) {
        if (node instanceof TypeDeclaration<?> type && Declarations.isPublic(type)) {
            return type.getJavadocComment().isPresent() ? null : type.getNameAsString();
        }
        if (node instanceof MethodDeclaration method && Declarations.isPublic(method)) {
            boolean told = method.getJavadocComment().isPresent()
                    || method.getAnnotationByName("Override").isPresent();
            return told ? null : method.getNameAsString();
        }
        if (node instanceof ConstructorDeclaration made && Declarations.isPublic(made)) {
            boolean told = made.getJavadocComment().isPresent()
                    || made.getParentNode()
                            .filter(RecordDeclaration.class::isInstance)
                            .isPresent();
            return told ? null : made.getNameAsString();
        }
        return null;
    }

    /** A throw site carries the offending value if something beside literals goes into the exception. */
    static List<Finding> throwsWithValue(Collection<SourceFile> files) {
        Map<String, List<String>> without = new TreeMap<>();
        Map<String, Integer> count = new TreeMap<>();
        for (SourceFile file : files) {
            for (ThrowStmt site : file.unit().findAll(ThrowStmt.class)) {
                count.merge(file.module(), 1, Integer::sum);
                if (!carriesValue(site.getExpression())) {
                    without.computeIfAbsent(file.module(), module -> new ArrayList<>())
                            .add(file.simpleName() + ":" + Lines.first(site));
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        without.forEach((module, sites) -> {
            int all = count.getOrDefault(module, sites.size());
            int share = 100 * (all - sites.size()) / all;
            if (share < THROWS_WITH_VALUE) {
                String value = share + " % of " + all + " throw sites carry the offending value, not " + sites;
                findings.add(new Finding(module, 0, value, "at least " + THROWS_WITH_VALUE + " %"));
            }
        });
        return findings;
    }

    private static boolean carriesValue(Expression thrown) {
        if (thrown instanceof ObjectCreationExpr made) {
            return made.getArguments().stream().anyMatch(SourceHabits::hasValue);
        }
        if (thrown instanceof MethodCallExpr call) {
            return call.getArguments().stream().anyMatch(SourceHabits::hasValue);
        }
        return true; // what was caught or passed is thrown on
    }

    private static boolean hasValue(Node argument) {
        return !argument.findAll(Node.class, SourceHabits::isValue).isEmpty();
    }

    /** A name in lower case, or a call: constants and literals are the same whatever offended. */
    private static boolean isValue(Node node) {
        if (node instanceof NameExpr name) {
            return Character.isLowerCase(name.getNameAsString().charAt(0));
        }
        return node instanceof MethodCallExpr
                || (node instanceof FieldAccessExpr field
                        && Character.isLowerCase(field.getNameAsString().charAt(0)));
    }

    /** Most types are closed: final, a record, an enum or sealed. Annotations are none of either kind. */
    static List<Finding> closedTypes(Collection<SourceFile> files) {
        Map<String, List<TypeDeclaration<?>>> byModule = new TreeMap<>();
        for (SourceFile file : files) {
            List<TypeDeclaration<?>> types = byModule.computeIfAbsent(file.module(), module -> new ArrayList<>());
            types.addAll(file.unit().findAll(RecordDeclaration.class));
            types.addAll(file.unit().findAll(EnumDeclaration.class));
            types.addAll(file.unit().findAll(ClassOrInterfaceDeclaration.class));
        }
        List<Finding> findings = new ArrayList<>();
        byModule.forEach((module, types) -> {
            List<TypeDeclaration<?>> open =
                    types.stream().filter(type -> !isClosed(type)).toList();
            int share = types.isEmpty() ? 100 : 100 * (types.size() - open.size()) / types.size();
            if (share < CLOSED_TYPES) {
                String names =
                        open.stream().map(TypeDeclaration::getNameAsString).collect(Collectors.joining(", "));
                String value = share + " % of " + types.size() + " types are closed, not " + names;
                findings.add(new Finding(module, 0, value, "at least " + CLOSED_TYPES + " %"));
            }
        });
        return findings;
    }

    private static boolean isClosed(TypeDeclaration<?> type) {
        return !(type instanceof ClassOrInterfaceDeclaration open)
                || open.hasModifier(Keyword.FINAL)
                || open.hasModifier(Keyword.SEALED);
    }
}
