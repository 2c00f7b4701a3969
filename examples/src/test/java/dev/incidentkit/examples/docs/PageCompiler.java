package dev.incidentkit.examples.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the program of a page with the JDK's compiler, and runs it. */
final class PageCompiler {
    private final Path classes;

    PageCompiler(Path classes) {
        this.classes = classes;
    }

    /** {@return what the compiler refuses, each with its place in the page; empty if it compiles} */
    List<String> compile(PageProgram program) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-nowarn");
        compiler.getTask(null, null, faults, options, null, List.of(new SourceText(program.type(), program.source())))
                .call();
        return faults.getDiagnostics().stream()
                .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
                .map(fault -> program.place(fault.getLineNumber()) + ": " + fault.getMessage(Locale.ROOT))
                .toList();
    }

    /** {@return what each block of a compiled program printed, by the line of the block} */
    Map<Integer, String> run(PageProgram program) throws ReflectiveOperationException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Class<?> type = loader.loadClass(program.type());
            Object page = type.getConstructor().newInstance();
            for (String method : program.methods()) {
                type.getMethod(method).invoke(page);
            }
        } catch (InvocationTargetException e) {
            throw new AssertionError("The code of " + program.type() + " fails: " + e.getCause(), e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setOut(before);
        }
        return program.byBlock(printed.toString(StandardCharsets.UTF_8));
    }
}
