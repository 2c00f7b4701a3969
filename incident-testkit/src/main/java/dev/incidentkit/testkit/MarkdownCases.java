package dev.incidentkit.testkit;

import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.format.MarkdownTables;
import dev.incidentkit.rules.format.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Cases of rule tables from Markdown documents, inputs and outcomes in one row.
 *
 * <pre>
 * ## routing
 *
 * | case             | severity | category | age | -> team | rule |
 * |------------------|----------|----------|-----|---------|------|
 * | major goes first | SEV1     | network  | 0h  | MAJOR   | R1   |
 * | old database     | SEV3     | database | 4h  | DBA_L2  | R2   |
 * </pre>
 *
 * <p>The first word of the heading is the name of the table that is tested; columns are its inputs by name and its outputs
 * with an arrow. {@code case} names a case, {@code rule} the rules that must decide, in the order of the hit policy; both
 * may be left out, and an empty cell of an outcome says nothing. {@code none} as an outcome means that no rule matches; of
 * a table with several hits, outcomes are listed with commas. Stateless.
 */
public final class MarkdownCases {
    private MarkdownCases() {}

    /**
     * One case.
     *
     * @param name its name
     * @param place where it was written, for example {@code routing.md:12}
     * @param check decides and compares; throws an {@link AssertionError} that begins with the place
     */
    public record TableCase(String name, String place, Runnable check) {}

    /**
     * Reads cases.
     *
     * @param file the document
     * @param tables the tables that it tests
     * @return the cases in their order, at least one
     * @throws IllegalArgumentException with everything that is wrong with the document
     * @throws UncheckedIOException if it cannot be read
     */
    public static List<TableCase> read(Path file, CompiledTable... tables) {
        try {
            return read(String.valueOf(file.getFileName()), Files.readAllBytes(file), tables);
        } catch (IOException e) {
            throw new UncheckedIOException("Cases cannot be read from " + file, e);
        }
    }

    /**
     * Reads cases.
     *
     * @param name the name of the document, for messages
     * @param content its bytes, UTF-8
     * @param tables the tables that it tests
     * @return the cases in their order, at least one
     * @throws IllegalArgumentException with everything that is wrong with the document
     */
    public static List<TableCase> read(String name, byte[] content, CompiledTable... tables) {
        List<TableCase> cases = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (MarkdownTables.Table table : MarkdownTables.read(name, content, ReadLimits.defaults())) {
            String heading = table.heading().split("[\\s:]", 2)[0];
            for (CompiledTable tested : tables) {
                if (tested.table().schema().name().equals(heading)) {
                    CaseTable reader = new CaseTable(name, tested);
                    cases.addAll(reader.read(table));
                    findings.addAll(reader.findings());
                }
            }
        }
        if (cases.isEmpty() && findings.isEmpty()) {
            findings.add(name + ": no table stands under a heading with the name of one of "
                    + Stream.of(tables)
                            .map(table -> table.table().schema().name())
                            .toList());
        }
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " is refused, findings: " + findings.size() + "\n" + String.join("\n", findings));
        }
        return cases;
    }

    /**
     * Reads cases and makes a test of each, to be returned from a method with {@code @TestFactory}.
     *
     * @param file the document
     * @param tables the tables that it tests
     * @return a test for each case, in their order
     * @throws IllegalArgumentException with everything that is wrong with the document
     */
    public static Stream<DynamicTest> tests(Path file, CompiledTable... tables) {
        URI source = file.toUri();
        return read(file, tables).stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.name(), source, () -> one.check().run()));
    }
}
