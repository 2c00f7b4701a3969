package dev.incidentkit.rules.internal.config;

import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.RuleTableException;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.config.DefinitionFinding;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.format.FormatFinding;
import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.format.TableFormatException;
import dev.incidentkit.rules.format.TableOutline;
import dev.incidentkit.rules.format.TableSet;
import dev.incidentkit.rules.internal.bind.Outlines;
import dev.incidentkit.rules.internal.bind.SheetReader;
import dev.incidentkit.rules.internal.bind.Sheets;
import dev.incidentkit.rules.internal.config.TableLoader.Loaded;
import dev.incidentkit.rules.internal.config.TableLoader.Place;
import dev.incidentkit.rules.internal.dmn.DmnModelReader;
import dev.incidentkit.rules.internal.grid.RawSheet;
import dev.incidentkit.rules.internal.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one file of tables, and proves them. Not safe for use by several threads. */
final class TableFile {
    private enum Format {
        MARKDOWN,
        CSV,
        DMN
    }

    private final Scope scope;
    private final FileSet files;
    private final String file;
    private final ReadLimits limits;
    private final Set<String> unbound = new HashSet<>();

    /** By how many characters the text of a table on the spot is indented in its file. */
    private int indent;

    TableFile(Scope scope, FileSet files, String file) {
        this.scope = scope;
        this.files = files;
        this.file = file;
        this.limits = files.limits().tables();
    }

    /** A table that is asked for, with what it is bound to. */
    private record Bound(Place place, RuleSchema schema, Columns columns) {}

    void read(List<Place> places, Map<String, Loaded> loaded) {
        Place first = places.get(0);
        Format format = format(first);
        byte[] content = format == null ? null : files.bytes(file, limits.maxBytes(), first.file(), first.path());
        if (format == null || content == null) {
            return;
        }
        read(places, format, content, loaded);
    }

    /** Reads a table of Markdown that stands in the file itself; its lines are those of the file. */
    void read(Place place, Map<String, Loaded> loaded) {
        int line = place.file().mark().line();
        byte[] whole = files.bytes(file, files.limits().maxBytes(), null, "");
        String[] lines = whole == null ? new String[0] : new String(whole, StandardCharsets.UTF_8).split("\n", -1);
        String first = line < lines.length ? lines[line] : "";
        indent = first.length() - first.stripLeading().length();
        String text = "\n".repeat(line) + place.file().value();
        read(List.of(place), Format.MARKDOWN, text.getBytes(StandardCharsets.UTF_8), loaded);
    }

    private void read(List<Place> places, Format format, byte[] content, Map<String, Loaded> loaded) {
        try {
            RawSheet sheet = sheet(format, content);
            List<Bound> bound = bound(places, sheet);
            if (!bound.isEmpty()) {
                List<RuleSchema> schemas = bound.stream().map(Bound::schema).toList();
                TableSet read =
                        sheet == null ? model(schemas, content) : new SheetReader(schemas, limits, file).read(sheet);
                proven(bound, read, loaded);
            }
        } catch (TableFormatException e) {
            e.findings().stream()
                    .filter(finding -> !isReported(finding))
                    .forEach(finding -> scope.report().add(indented(TableFindings.of(finding, path(finding, places)))));
        }
    }

    private DefinitionFinding indented(DefinitionFinding finding) {
        return finding.column() == 0
                ? finding
                : new DefinitionFinding(
                        finding.code(),
                        finding.level(),
                        finding.file(),
                        finding.line(),
                        finding.column() + indent,
                        finding.path(),
                        finding.message());
    }

    /** A table that is named, but could not be bound, is unknown only because of that. */
    private boolean isReported(FormatFinding finding) {
        return finding.code() == FormatCode.TABLE_UNKNOWN
                && unbound.contains(finding.place().table());
    }

    private static String path(FormatFinding finding, List<Place> places) {
        for (Place place : places) {
            if (place.table().equals(finding.place().table())) {
                return place.path();
            }
        }
        return places.get(0).path();
    }

    /** The parts of a file of Markdown or CSV; a DMN model has none. */
    private @Nullable RawSheet sheet(Format format, byte[] content) {
        return switch (format) {
            case MARKDOWN -> Sheets.markdown(file, content, limits);
            case CSV -> Sheets.csv(file, content, limits);
            case DMN -> null;
        };
    }

    private void proven(List<Bound> bound, TableSet read, Map<String, Loaded> loaded) {
        read.warnings()
                .forEach(warning -> scope.report()
                        .add(indented(
                                TableFindings.of(warning, bound.get(0).place().path()))));
        for (Bound each : bound) {
            RuleTable table = read.table(each.schema().name());
            TableFindings.prove(table, file, each.place().path())
                    .forEach(finding -> scope.report().add(indented(finding)));
            loaded.put(each.place().purpose().name(), new Loaded(table, each.columns()));
        }
    }

    private TableSet model(List<RuleSchema> schemas, byte[] content) {
        DmnModelReader reader = new DmnModelReader(file, limits);
        Map<String, RuleSchema> byName = new LinkedHashMap<>();
        schemas.forEach(schema -> byName.put(schema.name(), schema));
        reader.read(content, byName);
        if (reader.findings().hasErrors()) {
            throw new TableFormatException(file, reader.findings().all());
        }
        return new TableSet(reader.tables(), reader.findings().all());
    }

    private @Nullable Format format(Place place) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return Format.MARKDOWN;
        } else if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return Format.CSV;
        } else if (name.endsWith(".dmn")) {
            return Format.DMN;
        }
        String message = "a file of tables ends with .md, .csv or .dmn, but this is '"
                + place.file().shown() + "'";
        scope.report().error(DefinitionCode.VALUE, place.file(), place.path(), message);
        return null;
    }

    private List<Bound> bound(List<Place> places, @Nullable RawSheet sheet) {
        List<TableOutline> outlines = sheet == null ? List.of() : Outlines.of(sheet);
        List<Bound> bound = new ArrayList<>();
        for (Place place : places) {
            Columns columns = new Columns(scope, place.purpose().columns());
            RuleSchema schema = sheet == null ? ofModel(place, columns) : ofSheet(place, outlines, columns);
            if (schema != null) {
                bound.add(new Bound(place, schema, columns));
            } else {
                unbound.add(place.table());
            }
        }
        return bound;
    }

    private @Nullable RuleSchema ofModel(Place place, Columns columns) {
        List<Node.Text> given = place.columns();
        if (given == null) {
            String message =
                    "a DMN model is read into declared columns: name them under 'columns', for example [impact]";
            scope.report().error(DefinitionCode.KEY_MISSING, place.file(), place.path(), message);
            return null;
        }
        RuleSchema.Builder builder = RuleSchema.named(place.table()).hitPolicy(HitPolicy.FIRST);
        return schema(place, given, columns, builder);
    }

    private @Nullable RuleSchema ofSheet(Place place, List<TableOutline> outlines, Columns columns) {
        if (place.columns() != null) {
            String message = "the columns of a sheet stand in its header; 'columns' is for DMN models";
            scope.report().error(DefinitionCode.KEY_UNKNOWN, place.file(), place.path(), message);
        }
        TableOutline outline = outline(place, outlines);
        if (outline == null) {
            Node.Text named = new Node.Text(place.file().mark(), place.table(), true);
            List<String> names = outlines.stream().map(TableOutline::name).toList();
            scope.values.unknown(named, place.path(), "a table of " + file, names);
            return null;
        }
        RuleSchema.Builder builder =
                RuleSchema.named(outline.name()).hitPolicy(outline.hitPolicy().orElse(HitPolicy.FIRST));
        if (outline.complete()) {
            builder.complete();
        }
        List<Node.Text> names = new ArrayList<>();
        outline.inputs().forEach(input -> names.add(new Node.Text(place.file().mark(), input, false)));
        return schema(place, names, columns, builder);
    }

    /** The table of the name that is asked for; the only one of the file, where no name was given. */
    private static @Nullable TableOutline outline(Place place, List<TableOutline> outlines) {
        for (TableOutline outline : outlines) {
            if (outline.name().equals(place.table())) {
                return outline;
            }
        }
        return place.name() == null && outlines.size() == 1 ? outlines.get(0) : null;
    }

    private @Nullable RuleSchema schema(
            Place place, List<Node.Text> names, Columns columns, RuleSchema.Builder builder) {
        boolean sound = true;
        for (Node.Text name : names) {
            Input<?> input = columns.find(name.value());
            if (input == null) {
                String what = "a fact of incidents that a table can look at";
                scope.values.unknown(name, place.path(), what, columns.names());
                sound = false;
            } else {
                builder.in(input);
            }
        }
        if (!sound) {
            return null;
        }
        try {
            return builder.out(place.purpose().output()).build();
        } catch (RuleTableException e) {
            e.findings()
                    .forEach(finding -> scope.report()
                            .error(DefinitionCode.VALUE, place.file(), place.path(), file + ": " + finding));
            return null;
        }
    }
}
