package dev.incidentkit.examples.rules;

import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.dmn.DmnModel;
import dev.incidentkit.rules.format.FormatFinding;
import dev.incidentkit.rules.format.TableFormatException;
import dev.incidentkit.rules.format.TableOutline;
import dev.incidentkit.rules.format.TableReader;
import dev.incidentkit.rules.format.TableSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that declare columns, and the files that are read with them. */
final class TableFiles {
    @Option(
            names = "--input",
            paramLabel = "NAME=TYPE",
            description = {
                "Declares a column of conditions that is no fact of an incident. TYPE is text, boolean,",
                "integer, number, duration, date, time, datetime, instant, or the allowed texts: EU,LATAM,US"
            })
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--output", paramLabel = "NAME=TYPE", description = "Declares a column of outcomes.")
    private List<String> outputs = new ArrayList<>();

    private final Set<String> named = new HashSet<>();

    /** The declared columns that no table has that was read so far, as they were declared. */
    List<String> unused() {
        List<String> unused = new ArrayList<>();
        Assignments.of(inputs, "NAME=TYPE").forEach((name, type) -> {
            if (!named.contains(name.toLowerCase(Locale.ROOT))) {
                unused.add("--input \"" + name + "=" + type + "\"");
            }
        });
        Assignments.of(outputs, "NAME=TYPE").forEach((name, type) -> {
            if (!named.contains(name.toLowerCase(Locale.ROOT))) {
                unused.add("--output \"" + name + "=" + type + "\"");
            }
        });
        return unused;
    }

    private void use(RuleSchema schema) {
        schema.inputs().forEach(input -> named.add(input.name().toLowerCase(Locale.ROOT)));
        schema.outputs().forEach(output -> named.add(output.name().toLowerCase(Locale.ROOT)));
    }

    static boolean isModel(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".dmn") || name.endsWith(".xml");
    }

    /** The tables of a file: of a model with its own types, of others with known columns. */
    TableSet read(Path file) throws IOException {
        return isModel(file) ? model(file) : bound(file, schemas(file));
    }

    /** The tables of a file, typed like tables that they are to be compared with. */
    TableSet readLike(Path file, TableSet others) throws IOException {
        return bound(
                file, others.tables().values().stream().map(RuleTable::schema).toList());
    }

    private static TableSet model(Path file) throws IOException {
        DmnModel model = DmnModel.read(file);
        Map<String, RuleTable> tables = new LinkedHashMap<>();
        model.tables().forEach(table -> tables.put(table.schema().name(), table));
        if (tables.isEmpty()) {
            throw new RulesException(file + " has no decision table");
        }
        return new TableSet(tables, model.findings());
    }

    private static TableSet bound(Path file, List<RuleSchema> schemas) throws IOException {
        return TableReader.of(schemas).read(file);
    }

    private List<RuleSchema> schemas(Path file) throws IOException {
        KnownColumns known = new KnownColumns();
        Assignments.of(inputs, "NAME=TYPE").forEach(known::input);
        Assignments.of(outputs, "NAME=TYPE").forEach(known::output);
        Map<String, RuleSchema> schemas = new LinkedHashMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (TableOutline outline : outlines(file)) {
            if (schemas.containsKey(outline.name()) || refused.containsKey(outline.name())) {
                continue; // who reads the file reports the second one with its place
            }
            try {
                RuleSchema schema = known.schema(file.toString(), outline);
                use(schema);
                schemas.put(outline.name(), schema);
            } catch (RulesException e) {
                refused.put(outline.name(), e.getMessage());
            }
        }
        if (!refused.isEmpty()) {
            List<String> all = new ArrayList<>(refused.values());
            all.addAll(others(file, List.copyOf(schemas.values()), refused.keySet()));
            throw new RulesException(String.join("\n", all));
        }
        if (schemas.isEmpty()) {
            throw new RulesException(
                    file + " has no table; one begins with a heading such as '## routing : first' and a header below");
        }
        return List.copyOf(schemas.values());
    }

    /** What is wrong with the tables whose headers are understood, so that all can be mended at once. */
    private static List<String> others(Path file, List<RuleSchema> schemas, Set<String> refused) throws IOException {
        try {
            if (!schemas.isEmpty()) {
                bound(file, schemas);
            }
            return List.of();
        } catch (TableFormatException e) {
            return e.findings().stream()
                    .filter(finding -> !refused.contains(finding.place().table()))
                    .map(FormatFinding::describe)
                    .toList();
        }
    }

    private static List<TableOutline> outlines(Path file) throws IOException {
        try {
            return TableReader.outlines(file);
        } catch (IllegalArgumentException e) {
            throw new RulesException("A file of tables ends with .md, .csv or .dmn, but this is '" + file + "'");
        }
    }
}
