package dev.incidentkit.examples.docs;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** What a block of Java is: statements, or members of a class. */
enum JavaShape {
    STATEMENTS,
    MEMBERS;

    /**
     * Looks at a block.
     *
     * @throws AssertionError if it is neither
     */
    static JavaShape of(String place, String block) {
        Optional<CompilationUnitTree> statements = parse("class A { void a() {\n" + block + "\n} }");
        if (statements.isPresent() && !onlyTypes(statements.get())) {
            return STATEMENTS;
        }
        if (parse("class A {\n" + block + "\n}").isPresent()) {
            return MEMBERS;
        }
        throw new AssertionError(place + " is neither statements nor members of a class:\n" + block);
    }

    private static boolean onlyTypes(CompilationUnitTree unit) {
        ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
        BlockTree body = type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(method -> ((MethodTree) method).getBody())
                .findFirst()
                .orElseThrow();
        List<? extends Tree> statements = body.getStatements();
        return !statements.isEmpty() && statements.stream().allMatch(ClassTree.class::isInstance);
    }

    private static Optional<CompilationUnitTree> parse(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        JavacTask task =
                (JavacTask) compiler.getTask(null, null, faults, null, null, List.of(new SourceText("A", source)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            boolean broken =
                    faults.getDiagnostics().stream().anyMatch(fault -> fault.getKind() == Diagnostic.Kind.ERROR);
            return broken ? Optional.empty() : Optional.of(unit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
