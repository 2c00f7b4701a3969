package dev.incidentkit.benchmarks.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The table as a person writes it who has no engine: one {@code if} a rule, constants compared by identity, the cheapest
 * that Java has. Written as Java source and compiled, because a thousand rules are no joy to write; twenty rules to a
 * method, because HotSpot does not compile methods of more than 8,000 bytes.
 */
public interface IfChain {
    /**
     * The rule that decides.
     *
     * @param t the ticket
     * @return its index, or -1
     */
    int row(Ticket t);

    /** How many rules stand in a method. */
    int PER_METHOD = 20;

    /**
     * Writes and compiles a chain.
     *
     * @param workload the table
     * @return the chain
     */
    static IfChain of(Workload workload) {
        try {
            Path directory = Files.createTempDirectory("if-chain");
            Path source = directory.resolve("WrittenChain.java");
            Files.writeString(source, source(workload.rows()));
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            String path = Path.of(IfChain.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .toString();
            int result = compiler.run(
                    null, null, null, "-proc:none", "-cp", path, "-d", directory.toString(), source.toString());
            if (result != 0) {
                throw new IllegalStateException("The chain of " + workload.name() + " does not compile: " + result);
            }
            return load(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The chain cannot be written", e);
        }
    }

    private static IfChain load(Path directory) throws MalformedURLException {
        URLClassLoader loader =
                new URLClassLoader(new java.net.URL[] {directory.toUri().toURL()}, IfChain.class.getClassLoader());
        try {
            return (IfChain) loader.loadClass("WrittenChain").getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The chain in " + directory + " cannot be loaded", e);
        }
    }

    private static String source(List<Row> rows) {
        StringBuilder code = new StringBuilder("import dev.incidentkit.benchmarks.rules.*;\n")
                .append("public final class WrittenChain implements IfChain {\n");
        List<String> calls = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PER_METHOD) {
            code.append("  private static int from").append(from).append("(Ticket t) {\n");
            for (int row = from; row < Math.min(rows.size(), from + PER_METHOD); row++) {
                code.append("    if (").append(condition(rows.get(row))).append(") return ");
                code.append(row).append(";\n");
            }
            code.append("    return -1;\n  }\n");
            calls.add("r = from" + from + "(t); if (r >= 0) return r;");
        }
        code.append("  public int row(Ticket t) {\n    int r;\n    ");
        return code.append(String.join("\n    ", calls))
                .append("\n    return -1;\n  }\n}\n")
                .toString();
    }

    private static String condition(Row row) {
        List<String> tests = new ArrayList<>();
        for (int at = 0; at < row.low().length; at++) {
            if (row.looksAt(at)) {
                tests.add(test(Column.ALL.get(at), row.low()[at], row.high()[at]));
            }
        }
        return tests.isEmpty() ? "true" : String.join(" && ", tests);
    }

    private static String test(Column column, int low, int high) {
        String field = "t." + column.name();
        if (column.isFlag()) {
            return (low == 1 ? "" : "!") + field;
        } else if (column.isEnum()) {
            return column.names(low, high).stream()
                    .map(name -> field + " == Ticket." + column.type().getSimpleName() + "." + name)
                    .collect(Collectors.joining(" || ", "(", ")"));
        }
        return field + " >= " + low + " && " + field + " <= " + high;
    }
}
