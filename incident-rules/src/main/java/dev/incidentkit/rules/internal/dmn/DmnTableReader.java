package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleFinding;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.RuleTableException;
import dev.incidentkit.rules.SourcePosition;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.internal.bind.CellBinder;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.bind.Near;
import dev.incidentkit.rules.internal.cell.CellDialect;
import dev.incidentkit.rules.internal.grid.RawCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads one {@code decisionTable}: columns from the model's own types, cells in the strict language of DMN. */
final class DmnTableReader {
    private final DmnDocument document;
    private final DmnTypes types;
    private final ReadLimits limits;
    private final Findings findings;
    private final String name;
    private final Where where;
    private final XmlElement table;

    /** What is read together: the document, its types, the limits, and where faults go. */
    record Context(DmnDocument document, DmnTypes types, ReadLimits limits, Findings findings) {}

    DmnTableReader(Context context, String name, XmlElement table) {
        this.document = context.document();
        this.types = context.types();
        this.limits = context.limits();
        this.findings = context.findings();
        this.name = name;
        this.where = Where.table(name);
        this.table = table;
    }

    /**
     * Reads the table.
     *
     * @param scope the names that its input expressions may use
     * @param result the type of the decision's result
     * @return the table; empty if there are faults, which are then among the findings
     */
    Optional<DmnTable> read(DmnScope scope, DmnType result) {
        int before = findings.errors();
        Optional<HitPolicy> policy = head();
        if (policy.isEmpty()) {
            return Optional.empty();
        }
        int columnsBefore = findings.errors();
        RuleSchema.Builder schema = RuleSchema.named(name).hitPolicy(policy.get());
        DmnInputColumns inputs = new DmnInputColumns(document, types, findings, where, table);
        inputs.add(schema, scope);
        new DmnOutputs(document, types, findings, where, table).add(schema, policy.get(), result);
        if (findings.errors() > columnsBefore) {
            return Optional.empty();
        }
        try {
            return filled(schema.build(), before)
                    .map(read -> new DmnTable(read.compile(), inputs.paths(), inputs.zones()));
        } catch (RuleTableException e) {
            report(e);
            return Optional.empty();
        }
    }

    /** The hit policy, if the table has a shape with which it can be read on. */
    private Optional<HitPolicy> head() {
        new DmnLanguage(findings, where).check(table);
        Optional<HitPolicy> policy = policy();
        return shape() ? policy : Optional.empty();
    }

    /** The table with its rules, whose entries stand in the order of the schema. */
    private Optional<RuleTable> filled(RuleSchema schema, int before) {
        int[] inputs = IntStream.range(0, schema.inputs().size()).toArray();
        int[] outputs = IntStream.range(0, schema.outputs().size()).toArray();
        return filled(schema, inputs, outputs, before);
    }

    private Optional<RuleTable> filled(RuleSchema schema, int[] inputs, int[] outputs, int before) {
        List<Rule> rules = new ArrayList<>();
        for (XmlElement rule : table.all("rule")) {
            rules.add(rule(schema, rule, inputs, outputs, rules.size()));
        }
        return findings.errors() > before ? Optional.empty() : Optional.of(RuleTable.of(schema, rules));
    }

    /**
     * Reads the table into a declared schema.
     *
     * @param schema the schema
     * @return the table; empty if there are faults
     */
    Optional<RuleTable> read(RuleSchema schema) {
        int before = findings.errors();
        Optional<HitPolicy> policy = head();
        if (policy.isEmpty()) {
            return Optional.empty();
        }
        compare(policy.get(), schema.hitPolicy());
        int[] inputs = places(
                table.all("input"), schema.inputs().stream().map(Input::name).toList());
        int[] outputs = places(
                table.all("output"),
                schema.outputs().stream().map(output -> output.name()).toList());
        if (findings.errors() > before) {
            return Optional.empty();
        }
        try {
            return filled(schema, inputs, outputs, before);
        } catch (RuleTableException e) {
            report(e);
            return Optional.empty();
        }
    }

    private void compare(HitPolicy read, HitPolicy declared) {
        if (read != declared) {
            findings.line(
                    FormatCode.HIT_POLICY_DIFFERS,
                    table.spot().line(),
                    where,
                    "the model says " + read + ", but '" + name + "' is declared as " + declared);
        }
    }

    /** For each declared column the place of the model's column, told by expression, name or label. */
    private int[] places(List<XmlElement> columns, List<String> declared) {
        int[] places = new int[declared.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < columns.size(); i++) {
            List<String> names = names(columns.get(i));
            boolean only = declared.size() == 1 && columns.size() == 1;
            int place = only && names.isEmpty() ? 0 : place(names, declared);
            if (place < 0 || places[place] >= 0) {
                misplaced(columns.get(i), names.isEmpty() ? "" : names.get(0), declared, place);
            } else {
                places[place] = i;
            }
        }
        lacking(places, declared);
        return places;
    }

    private static int place(List<String> names, List<String> declared) {
        for (String candidate : names) {
            int place = declared.indexOf(candidate);
            if (place >= 0) {
                return place;
            }
        }
        return -1;
    }

    private void misplaced(XmlElement column, String shown, List<String> declared, int place) {
        findings.line(
                place < 0 ? FormatCode.COLUMN_UNKNOWN : FormatCode.NAME_REPEATED,
                column.spot().line(),
                where,
                "the " + column.name() + " '" + shown + "' is "
                        + (place < 0 ? "no column of the schema" + Near.hint(shown, declared) : "there twice"));
    }

    private void lacking(int[] places, List<String> declared) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0) {
                missing.add(declared.get(i));
            }
        }
        if (!missing.isEmpty()) {
            findings.line(
                    FormatCode.COLUMN_MISSING, table.spot().line(), where, "the table lacks " + Near.list(missing));
        }
    }

    private List<String> names(XmlElement column) {
        List<String> names = new ArrayList<>();
        column.child("inputExpression").map(document::cell).ifPresent(cell -> names.add(cell.text()));
        names.add(column.attribute("name"));
        names.add(column.attribute("label"));
        names.removeIf(String::isEmpty);
        return names;
    }

    private void report(RuleTableException e) {
        for (RuleFinding fault : e.faults()) {
            SourcePosition at = fault.position();
            String rule = fault.rule();
            String column = fault.column();
            findings.line(
                    FormatCode.of(fault.code()),
                    at == null ? table.spot().line() : at.line(),
                    where.row(rule == null ? "" : rule).column(column == null ? "" : column),
                    fault.message());
        }
    }

    private Optional<HitPolicy> policy() {
        String policy = table.attribute("hitPolicy");
        String aggregation = table.attribute("aggregation");
        String wanted =
                policy.isEmpty() ? "UNIQUE" : policy.toUpperCase(Locale.ROOT).replace(' ', '_');
        if (!aggregation.isEmpty()) {
            wanted = wanted + "_" + aggregation.toUpperCase(Locale.ROOT);
        }
        for (HitPolicy candidate : HitPolicy.values()) {
            if (candidate.name().equals(wanted)) {
                return Optional.of(candidate);
            }
        }
        findings.line(
                FormatCode.DMN_STRUCTURE,
                table.spot().line(),
                where,
                "the hit policy '" + policy + "' with aggregation '" + aggregation + "' is not known");
        return Optional.empty();
    }

    private boolean shape() {
        int before = findings.errors();
        int columns = table.all("input").size() + table.all("output").size();
        int rules = table.all("rule").size();
        limit(columns > limits.maxColumns(), columns + " columns; at most " + limits.maxColumns());
        limit(rules > limits.maxRows(), rules + " rules; at most " + limits.maxRows());
        if (table.all("output").isEmpty() || table.all("input").isEmpty()) {
            findings.line(
                    FormatCode.DMN_STRUCTURE,
                    table.spot().line(),
                    where,
                    "a decision table needs at least one input and one output");
        }
        return findings.errors() == before;
    }

    private void limit(boolean exceeded, String message) {
        if (exceeded) {
            findings.line(FormatCode.LIMIT, table.spot().line(), where, "the table has " + message + " are read");
        }
    }

    private Rule rule(RuleSchema schema, XmlElement rule, int[] inputs, int[] outputs, int number) {
        String id = id(rule, number);
        Where row = where.row(id);
        List<XmlElement> inputEntries = rule.all("inputEntry");
        List<XmlElement> outputEntries = rule.all("outputEntry");
        if (inputEntries.size() != inputs.length || outputEntries.size() != outputs.length) {
            String message = "the rule has " + inputEntries.size() + " input and " + outputEntries.size()
                    + " output entries, but the table has " + inputs.length + " inputs and " + outputs.length
                    + " outputs";
            findings.line(FormatCode.DMN_STRUCTURE, rule.spot().line(), row, message);
            return new Rule(id, List.of(), List.of(), "", null);
        }
        List<CellCondition> conditions = conditions(schema, inputEntries, inputs, row);
        List<@Nullable Object> values = values(schema, outputEntries, outputs, row);
        SourcePosition position = new SourcePosition(
                findings.file(), rule.spot().line(), rule.spot().column());
        return new Rule(id, conditions, values, note(rule), position);
    }

    private static String id(XmlElement rule, int number) {
        String label = rule.attribute("label").isEmpty() ? rule.attribute("id") : rule.attribute("label");
        return label.isEmpty() ? "rule-" + (number + 1) : label;
    }

    private List<CellCondition> conditions(RuleSchema schema, List<XmlElement> entries, int[] places, Where row) {
        CellBinder cells = new CellBinder(CellDialect.DMN);
        List<CellCondition> conditions = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            RawCell cell = bounded(document.cell(entries.get(places[i])), row);
            Input<?> input = schema.inputs().get(i);
            conditions.add(cells.condition(cell.text(), input));
            cells.takeFaults().forEach(fault -> findings.fault(fault, cell, row.column(input.name())));
        }
        return conditions;
    }

    private List<@Nullable Object> values(RuleSchema schema, List<XmlElement> entries, int[] places, Where row) {
        CellBinder cells = new CellBinder(CellDialect.DMN);
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            RawCell cell = bounded(document.cell(entries.get(places[i])), row);
            String column = schema.outputs().get(i).name();
            values.add(cells.output(cell.text(), schema.outputs().get(i)));
            cells.takeFaults().forEach(fault -> findings.fault(fault, cell, row.column(column)));
        }
        return values;
    }

    private RawCell bounded(RawCell cell, Where row) {
        if (cell.text().length() <= limits.maxCellLength()) {
            return cell;
        }
        findings.line(
                FormatCode.LIMIT,
                cell.line(),
                row,
                "the cell has " + cell.text().length() + " characters; at most " + limits.maxCellLength()
                        + " are read");
        return new RawCell("", "", cell.line(), cell.column());
    }

    private String note(XmlElement rule) {
        List<String> notes = new ArrayList<>();
        rule.child("description").map(XmlElement::text).map(String::strip).ifPresent(notes::add);
        rule.all("annotationEntry")
                .forEach(entry -> notes.add(document.cell(entry).text()));
        notes.removeIf(String::isEmpty);
        return String.join("; ", notes);
    }
}
