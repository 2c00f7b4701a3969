package dev.incidentkit.architecture;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which published module may use which, and what its signatures may name: the table in {@code modules.csv}. */
final class ModuleTable {
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /**
     * The row of one module.
     *
     * @param javaModule its name as a Java module
     * @param uses the modules it may use
     * @param tests those it may also use in its tests, beyond what it reaches
     * @param names types or packages that its exported signatures may name, beside Java's and our own
     */
    record Row(String javaModule, Set<String> uses, Set<String> tests, Set<String> names) {}

    static ModuleTable own() {
        return read(Path.of("src/test/resources/modules.csv"));
    }

    static ModuleTable read(Path file) {
        ModuleTable table = new ModuleTable();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : lines) {
                table.rows.put(
                        line.getField("module"),
                        new Row(
                                line.getField("java module"),
                                words(line.getField("may use")),
                                words(line.getField("may use in tests")),
                                words(line.getField("may name in signatures"))));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return table;
    }

    private static Set<String> words(String cell) {
        return cell.isBlank()
                ? Set.of()
                : new LinkedHashSet<>(Arrays.asList(cell.strip().split(" +")));
    }

    Optional<Row> row(String module) {
        return Optional.ofNullable(rows.get(module));
    }

    Set<String> modules() {
        return rows.keySet();
    }

    /** What a module's tests may use: all that it reaches, and what is listed for its tests. */
    Set<String> reachableInTests(String module) {
        Set<String> reached = new LinkedHashSet<>();
        row(module).ifPresent(row -> {
            row.uses().forEach(used -> reach(used, reached));
            reached.addAll(row.tests());
        });
        return reached;
    }

    private void reach(String module, Set<String> reached) {
        if (reached.add(module)) {
            row(module).ifPresent(row -> row.uses().forEach(used -> reach(used, reached)));
        }
    }
}
