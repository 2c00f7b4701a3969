package dev.incidentkit.rules.format;

import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.internal.bind.Outlines;
import dev.incidentkit.rules.internal.bind.SheetReader;
import dev.incidentkit.rules.internal.bind.Sheets;
import dev.incidentkit.rules.internal.dmn.DmnModelReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads tables from Markdown, CSV and DMN, bound to schemas that are declared in Java. Immutable and safe for use by several
 * threads.
 *
 * <pre>{@code
 * TableSet tables = TableReader.of(routingSchema, prioritySchema).read(Path.of("routing.rules.md"));
 * RuleTable routing = tables.table("routing");
 * }</pre>
 *
 * <p>A table stands under a heading {@code ## name : hit policy, complete}; its header names the columns of the schema
 * in any order, {@code id} first, outputs with an arrow, {@code note} for readers. A matrix stands under
 * {@code ## name : Rows x Columns -> Output}. A CSV file holds the same grids, each below a record that begins with
 * {@code ##}; separators {@code ;}, {@code ,} and tab are recognized, a byte order mark is accepted.
 */
public final class TableReader {
    private final List<RuleSchema> schemas;
    private final ReadLimits limits;

    private TableReader(List<RuleSchema> schemas, ReadLimits limits) {
        this.schemas = List.copyOf(schemas);
        this.limits = limits;
    }

    /**
     * A reader of tables with the default limits.
     *
     * @param schemas the schemas, at least one, of different names; a file must hold a table for each of them
     * @return the reader
     * @throws IllegalArgumentException if there is none, or two have one name
     */
    public static TableReader of(RuleSchema... schemas) {
        return of(List.of(schemas));
    }

    /**
     * A reader of tables with the default limits.
     *
     * @param schemas the schemas, at least one, of different names; a file must hold a table for each of them
     * @return the reader
     * @throws IllegalArgumentException if there is none, or two have one name
     */
    public static TableReader of(List<RuleSchema> schemas) {
        Set<String> names = new HashSet<>();
        for (RuleSchema schema : schemas) {
            if (!names.add(schema.name())) {
                throw new IllegalArgumentException("Two schemas have the name '" + schema.name() + "'");
            }
        }
        if (schemas.isEmpty()) {
            throw new IllegalArgumentException("A reader needs at least one schema, but has " + schemas);
        }
        return new TableReader(schemas, ReadLimits.defaults());
    }

    /**
     * A copy with other limits.
     *
     * @param other the limits
     * @return the copy
     */
    public TableReader withLimits(ReadLimits other) {
        return new TableReader(schemas, other);
    }

    /**
     * Reads a file: Markdown if its name ends with {@code .md} or {@code .markdown}, CSV if with {@code .csv},
     * {@code .tsv} or {@code .txt}, DMN if with {@code .dmn} or {@code .xml}.
     *
     * @param file the file
     * @return its tables
     * @throws TableFormatException with all that is wrong, if anything is
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if its name has another ending
     */
    public TableSet read(Path file) throws IOException {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        byte[] content = content(file, limits);
        if (isMarkdown(name)) {
            return sheets(name).read(Sheets.markdown(name, content, limits));
        } else if (isCsv(name)) {
            return sheets(name).read(Sheets.csv(name, content, limits));
        } else if (lower.endsWith(".dmn") || lower.endsWith(".xml")) {
            return dmn(name, content);
        }
        throw new IllegalArgumentException("A file of tables ends with .md, .csv or .dmn, but this is '" + file + "'");
    }

    /**
     * What a Markdown or CSV file says of its tables before they are bound to schemas.
     *
     * @param file the file, told by its ending as in {@link #read(Path)}
     * @return an outline for each table that stands below a heading of a table, in the order of the file
     * @throws TableFormatException if it cannot be taken apart
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if its name has another ending; a DMN model brings its own types and needs none
     */
    public static List<TableOutline> outlines(Path file) throws IOException {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        ReadLimits limits = ReadLimits.defaults();
        if (isMarkdown(name)) {
            return Outlines.of(Sheets.markdown(name, content(file, limits), limits));
        } else if (isCsv(name)) {
            return Outlines.of(Sheets.csv(name, content(file, limits), limits));
        }
        throw new IllegalArgumentException(
                "A file of Markdown or CSV tables ends with .md or .csv, not '" + file + "'");
    }

    private static boolean isMarkdown(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".markdown");
    }

    private static boolean isCsv(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt");
    }

    /** Never takes more into memory than is read. */
    private static byte[] content(Path file, ReadLimits limits) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limits.maxBytes() == Integer.MAX_VALUE ? limits.maxBytes() : limits.maxBytes() + 1);
        }
    }

    /**
     * Reads a Markdown document.
     *
     * @param name a name for messages
     * @param document the document
     * @return its tables
     * @throws TableFormatException with all that is wrong, if anything is
     */
    public TableSet readMarkdown(String name, String document) {
        return sheets(name).read(Sheets.markdown(name, document.getBytes(StandardCharsets.UTF_8), limits));
    }

    /**
     * Reads a CSV text.
     *
     * @param name a name for messages
     * @param text the text
     * @return its tables
     * @throws TableFormatException with all that is wrong, if anything is
     */
    public TableSet readCsv(String name, String text) {
        return sheets(name).read(Sheets.csv(name, text.getBytes(StandardCharsets.UTF_8), limits));
    }

    /**
     * Reads the decision tables of a DMN model, versions 1.1 to 1.5, into the declared schemas: a decision of the name of
     * each schema, whose columns are told by expression, name or label.
     *
     * @param name a name for messages
     * @param xml the model
     * @return its tables
     * @throws TableFormatException with all that is wrong, if anything is
     */
    public TableSet readDmn(String name, String xml) {
        return dmn(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    private TableSet dmn(String name, byte[] content) {
        DmnModelReader reader = new DmnModelReader(name, limits);
        Map<String, RuleSchema> byName = new LinkedHashMap<>();
        schemas.forEach(schema -> byName.put(schema.name(), schema));
        reader.read(content, byName);
        if (reader.findings().hasErrors()) {
            throw new TableFormatException(name, reader.findings().all());
        }
        return new TableSet(reader.tables(), reader.findings().all());
    }

    private SheetReader sheets(String name) {
        return new SheetReader(new ArrayList<>(schemas), limits, name);
    }
}
