package dev.incidentkit.architecture;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A source file, parsed.
 *
 * @param module the module it belongs to
 * @param name its path from the root of the project
 * @param lines how many lines it has
 * @param unit what it declares
 */
record SourceFile(String module, String name, int lines, CompilationUnit unit) {
    /** All sources under a directory of a module. */
    static List<SourceFile> under(ReactorModule module, Path directory) {
        return ReactorModule.files(directory, ".java").stream()
                .map(file -> parse(module.name(), module.named(file), read(file)))
                .toList();
    }

    static SourceFile parse(String module, String name, String text) {
        ParserConfiguration configuration =
                new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
        ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
        CompilationUnit unit = result.getResult()
                .filter(parsed -> result.isSuccessful())
                .orElseThrow(() -> new IllegalArgumentException("not Java: " + name + ": " + result.getProblems()));
        return new SourceFile(module, name, (int) text.lines().count(), unit);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The simple name of the file without its ending. */
    String simpleName() {
        return name.substring(name.lastIndexOf('/') + 1, name.length() - ".java".length());
    }

    String packageName() {
        return unit.getPackageDeclaration()
                .map(declaration -> declaration.getNameAsString())
                .orElse("");
    }
}
