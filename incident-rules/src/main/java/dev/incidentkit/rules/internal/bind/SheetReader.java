package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.format.TableFormatException;
import dev.incidentkit.rules.format.TableSet;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.grid.RawSheet;
import dev.incidentkit.rules.internal.grid.RawTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one Markdown or CSV file. Not safe for use by several threads; one use only. */
public final class SheetReader {
    private final Map<String, RuleSchema> schemas = new LinkedHashMap<>();
    private final Findings findings;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, RuleTable> tables = new LinkedHashMap<>();
    private final Set<String> meant = new HashSet<>();

    /**
     * Creates a reader.
     *
     * @param schemas the schemas of the tables that the file must hold
     * @param limits the limits
     * @param file the name of the file, for messages
     */
    public SheetReader(List<RuleSchema> schemas, ReadLimits limits, String file) {
        schemas.forEach(schema -> this.schemas.put(schema.name(), schema));
        this.findings = new Findings(file, limits.maxFindings());
    }

    /**
     * Reads a file that was taken apart.
     *
     * @param sheet the parts
     * @return its tables
     * @throws TableFormatException with all that is wrong, if anything is
     */
    public TableSet read(RawSheet sheet) {
        sheet.tables().forEach(this::table);
        sheet.strays().forEach(stray -> stray(stray, sheet.isParted(stray)));
        missing(sheet);
        if (findings.hasErrors()) {
            throw new TableFormatException(findings.file(), findings.all());
        }
        return new TableSet(tables, findings.all());
    }

    /** A row outside a table is an error, since it would not decide; below other headings it is prose. */
    private void stray(RawSheet.Stray stray, boolean isParted) {
        heading(stray.heading().text()).ifPresent(heading -> {
            findings.cell(
                    FormatCode.ROW_OUTSIDE,
                    stray.line(),
                    Where.table(heading.name()),
                    isParted
                            ? RawSheet.PARTED
                            : "this is no table: below its header stands no line such as |----|----| with as many cells");
            meant.add(heading.name());
        });
    }

    private void table(RawTable raw) {
        String text = raw.heading().text();
        Optional<Heading> parsed = heading(text);
        if (parsed.isEmpty()) {
            int line = raw.header().isEmpty()
                    ? raw.heading().line()
                    : raw.header().get(0).line();
            findings.warn(
                    FormatCode.TABLE_IGNORED,
                    line,
                    Where.FILE,
                    "this table was not read, because no heading '## name : hit policy' stands above it");
            return;
        }
        Heading heading = parsed.get();
        if (!heading.fault().isEmpty()) {
            Near.to(heading.name(), schemas.keySet()).ifPresent(meant::add);
            findings.cell(FormatCode.HEADING, raw.heading(), Where.table(heading.name()), heading.fault());
            seen.putIfAbsent(heading.name(), raw.heading().line());
            return;
        }
        RuleSchema schema = schema(heading, raw);
        if (schema != null && once(heading, raw)) {
            bind(raw, heading, schema);
        }
    }

    /** A heading of a table; also the name of a declared table alone, or with the colon close to it. */
    private Optional<Heading> heading(String text) {
        Optional<Heading> parsed = Heading.parse(text);
        if (parsed.isPresent()) {
            return parsed;
        }
        String name = PlainText.read(text);
        if (schemas.containsKey(name)) {
            return Optional.of(new Heading(name, null, false, List.of(), ""));
        }
        int colon = text.indexOf(':');
        return colon > 0 && schemas.containsKey(text.substring(0, colon).strip())
                ? Heading.parse(text.substring(0, colon).strip() + " : " + text.substring(colon + 1))
                : Optional.empty();
    }

    private @org.jspecify.annotations.Nullable RuleSchema schema(Heading heading, RawTable raw) {
        RuleSchema schema = schemas.get(heading.name());
        if (schema == null) {
            List<String> names = List.copyOf(schemas.keySet());
            Near.to(heading.name(), names).ifPresent(meant::add);
            findings.cell(
                    FormatCode.TABLE_UNKNOWN,
                    raw.heading(),
                    Where.table(heading.name()),
                    "no table '" + heading.name() + "' is declared" + Near.hint(heading.name(), names));
            return null;
        }
        HitPolicy policy = heading.policy();
        if (policy != null && policy != schema.hitPolicy()) {
            findings.cell(
                    FormatCode.HIT_POLICY_DIFFERS,
                    raw.heading(),
                    Where.table(schema.name()),
                    "the heading says '" + Heading.word(policy) + "', but '" + schema.name() + "' is declared as '"
                            + Heading.word(schema.hitPolicy()) + "'");
        }
        return heading.complete() && !schema.isComplete()
                ? RuleSchema.builder(schema).complete().build()
                : schema;
    }

    private boolean once(Heading heading, RawTable raw) {
        Integer earlier = seen.putIfAbsent(heading.name(), raw.heading().line());
        if (earlier != null) {
            boolean oneHeading =
                    earlier == raw.heading().line() && !raw.header().isEmpty();
            findings.cell(
                    FormatCode.NAME_REPEATED,
                    oneHeading ? raw.header().get(0) : raw.heading(),
                    Where.table(heading.name()),
                    oneHeading
                            ? "a second table stands below the heading of line " + earlier + "; give it its own heading"
                            : "the table '" + heading.name() + "' stands in line " + earlier + " already");
        }
        return earlier == null;
    }

    private void bind(RawTable raw, Heading heading, RuleSchema schema) {
        if (raw.header().isEmpty()) {
            findings.cell(
                    FormatCode.COLUMN_MISSING,
                    raw.heading(),
                    Where.table(schema.name()),
                    "the table has an empty header");
            return;
        }
        Optional<RuleTable> bound = heading.axes().isEmpty()
                ? new GridBinder(schema, findings).bind(raw)
                : new MatrixBinder(schema, findings).bind(raw, heading);
        bound.ifPresent(table -> tables.put(schema.name(), table));
    }

    private void missing(RawSheet sheet) {
        Set<String> missing = new LinkedHashSet<>(schemas.keySet());
        missing.removeAll(seen.keySet());
        missing.removeAll(meant); // said already, with the name that was written
        if (missing.isEmpty()) {
            return;
        }
        if (sheet.tables().isEmpty()) {
            findings.line(
                    FormatCode.NO_TABLE,
                    0,
                    Where.FILE,
                    "the file holds no table; one begins with a heading such as '## "
                            + missing.iterator().next() + " : first'");
            return;
        }
        Set<String> headings = new TreeSet<>(seen.keySet());
        for (String name : missing) {
            findings.line(
                    FormatCode.TABLE_MISSING,
                    0,
                    Where.table(name),
                    "the file has no table '" + name + "'"
                            + (headings.isEmpty() ? "" : "; it has " + String.join(", ", headings)));
        }
    }
}
