package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Condition;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
        new DmnLanguage(findings, where).check(table);
        Optional<HitPolicy> policy = policy();
        if (!shape() || policy.isEmpty()) {
            return Optional.empty();
        }
        int columnsBefore = findings.errors();
        List<DmnScope.Path> paths = new ArrayList<>();
        Set<Integer> zoned = new HashSet<>();
        RuleSchema.Builder schema = RuleSchema.named(name).hitPolicy(policy.get());
        inputs(scope, schema, paths, zoned);
        new DmnOutputs(document, types, findings, where, table).add(schema, policy.get(), result);
        if (findings.errors() > columnsBefore) {
            return Optional.empty();
        }
        try {
            RuleSchema built = schema.build();
            List<Rule> rules = rules(built);
            return findings.errors() > before
                    ? Optional.empty()
                    : Optional.of(new DmnTable(RuleTable.of(built, rules), paths, zoned));
        } catch (RuleTableException e) {
            report(e);
            return Optional.empty();
        }
    }

    /**
     * Reads the table into a declared schema.
     *
     * @param schema the schema
     * @return the table; empty if there are faults
     */
    Optional<RuleTable> read(RuleSchema schema) {
        int before = findings.errors();
        new DmnLanguage(findings, where).check(table);
        Optional<HitPolicy> policy = policy();
        if (!shape() || policy.isEmpty()) {
            return Optional.empty();
        }
        if (policy.get() != schema.hitPolicy()) {
            findings.line(
                    FormatCode.HIT_POLICY_DIFFERS,
                    table.spot().line(),
                    where,
                    "the model says " + policy.get() + ", but '" + name + "' is declared as " + schema.hitPolicy());
        }
        int[] inputs = places(
                table.all("input"), schema.inputs().stream().map(Input::name).toList());
        int[] outputs = places(
                table.all("output"),
                schema.outputs().stream().map(output -> output.name()).toList());
        if (findings.errors() > before) {
            return Optional.empty();
        }
        try {
            List<Rule> rules = new ArrayList<>();
            for (XmlElement rule : table.all("rule")) {
                rules.add(rule(schema, rule, inputs, outputs, rules.size()));
            }
            return findings.errors() > before ? Optional.empty() : Optional.of(RuleTable.of(schema, rules));
        } catch (RuleTableException e) {
            report(e);
            return Optional.empty();
        }
    }

    /** For each declared column the place of the model's column, told by expression, name or label. */
    private int[] places(List<XmlElement> columns, List<String> declared) {
        int[] places = new int[declared.size()];
        java.util.Arrays.fill(places, -1);
        for (int i = 0; i < columns.size(); i++) {
            List<String> names = names(columns.get(i));
            int place = -1;
            for (String candidate : names) {
                place = place < 0 ? declared.indexOf(candidate) : place;
            }
            if (place < 0 && declared.size() == 1 && columns.size() == 1 && names.isEmpty()) {
                place = 0;
            }
            if (place < 0 || places[place] >= 0) {
                String shown = names.isEmpty() ? "" : names.get(0);
                findings.line(
                        place < 0 ? FormatCode.COLUMN_UNKNOWN : FormatCode.NAME_REPEATED,
                        columns.get(i).spot().line(),
                        where,
                        "the " + columns.get(i).name() + " '" + shown + "' is "
                                + (place < 0 ? "no column of the schema" + Near.hint(shown, declared) : "there twice"));
            } else {
                places[place] = i;
            }
        }
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
        return places;
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

    private void inputs(DmnScope scope, RuleSchema.Builder schema, List<DmnScope.Path> paths, Set<Integer> zoned) {
        List<XmlElement> inputs = table.all("input");
        DmnColumns columns = new DmnColumns(findings);
        Set<String> names = new HashSet<>();
        table.all("output").forEach(output -> names.add(output.attribute("name")));
        names.add(table.attribute("outputLabel"));
        names.add(name);
        for (int i = 0; i < inputs.size(); i++) {
            XmlElement input = inputs.get(i);
            XmlElement expression = input.child("inputExpression").orElse(input);
            RawCell cell = document.cell(expression);
            Optional<DmnScope.Path> path = scope.resolve(cell.text());
            if (path.isEmpty()) {
                findings.cell(
                        FormatCode.DMN_EXPRESSION,
                        cell,
                        where,
                        "the input '" + cell.text()
                                + "' is no name that this decision requires, and nothing else can be" + " asked"
                                + Near.hint(cell.text(), scope.names()));
                continue;
            }
            paths.add(path.get());
            String column = names.add(cell.text()) ? cell.text() : cell.text() + " (" + (i + 1) + ")";
            names.add(column);
            DmnType declared = types.of(expression.attribute("typeRef"), expression, where.column(column));
            DmnType type = declared.base() == DmnType.Base.ANY ? path.get().type() : declared;
            List<RawCell> cells = cells("inputEntry", i);
            if (type.collection() || type.base() == DmnType.Base.STRUCTURE) {
                findings.cell(
                        FormatCode.DMN_TYPE,
                        cell,
                        where.column(column),
                        "the input '" + column + "' is a list or a structure; a column holds single values");
                continue;
            }
            RawCell allowed = input.child("inputValues")
                    .map(document::cell)
                    .filter(values -> !values.text().isEmpty())
                    .orElse(type.allowed());
            DmnType.Base base = DmnColumns.base(type, cells);
            ColumnType<?> columnType = columns.type(base, allowed, cells, where.column(column));
            if (base == DmnType.Base.TIME && zoned(cells, where.column(column))) {
                zoned.add(i);
            }
            schema.in(new Input<>(column, columnType, true));
        }
    }

    private boolean zoned(List<RawCell> cells, Where column) {
        boolean zoned = false;
        boolean local = false;
        for (RawCell cell : cells) {
            if (cell.text().indexOf('"') >= 0) {
                boolean has = DmnColumns.isZoned(cell.text());
                zoned |= has;
                local |= !has;
            }
        }
        if (zoned && local) {
            findings.line(
                    FormatCode.TYPE_MISMATCH,
                    table.spot().line(),
                    column,
                    "some times of this column have a zone and some have none; they cannot be compared");
        }
        return zoned;
    }

    private List<RawCell> cells(String entry, int column) {
        List<RawCell> cells = new ArrayList<>();
        for (XmlElement rule : table.all("rule")) {
            List<XmlElement> entries = rule.all(entry);
            if (column < entries.size()) {
                cells.add(document.cell(entries.get(column)));
            }
        }
        return cells;
    }

    private List<Rule> rules(RuleSchema schema) {
        int[] inputs =
                java.util.stream.IntStream.range(0, schema.inputs().size()).toArray();
        int[] outputs =
                java.util.stream.IntStream.range(0, schema.outputs().size()).toArray();
        List<Rule> rules = new ArrayList<>();
        for (XmlElement rule : table.all("rule")) {
            rules.add(rule(schema, rule, inputs, outputs, rules.size()));
        }
        return rules;
    }

    private Rule rule(RuleSchema schema, XmlElement rule, int[] inputs, int[] outputs, int number) {
        String label = rule.attribute("label").isEmpty() ? rule.attribute("id") : rule.attribute("label");
        String id = label.isEmpty() ? "rule-" + (number + 1) : label;
        Where row = where.row(id);
        List<XmlElement> inputEntries = rule.all("inputEntry");
        List<XmlElement> outputEntries = rule.all("outputEntry");
        CellBinder cells = new CellBinder(CellDialect.DMN);
        List<Condition> conditions = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        if (inputEntries.size() != inputs.length || outputEntries.size() != outputs.length) {
            findings.line(
                    FormatCode.DMN_STRUCTURE,
                    rule.spot().line(),
                    row,
                    "the rule has " + inputEntries.size() + " input and " + outputEntries.size()
                            + " output entries, but the table has " + inputs.length + " inputs and " + outputs.length
                            + " outputs");
            return new Rule(id, conditions, values, "", null);
        }
        for (int i = 0; i < inputs.length; i++) {
            RawCell cell = bounded(document.cell(inputEntries.get(inputs[i])), row);
            Input<?> input = schema.inputs().get(i);
            conditions.add(cells.condition(cell.text(), input));
            cells.takeFaults().forEach(fault -> findings.fault(fault, cell, row.column(input.name())));
        }
        for (int i = 0; i < outputs.length; i++) {
            RawCell cell = bounded(document.cell(outputEntries.get(outputs[i])), row);
            String column = schema.outputs().get(i).name();
            values.add(cells.output(cell.text(), schema.outputs().get(i)));
            cells.takeFaults().forEach(fault -> findings.fault(fault, cell, row.column(column)));
        }
        SourcePosition position = new SourcePosition(
                findings.file(), rule.spot().line(), rule.spot().column());
        return new Rule(id, conditions, values, note(rule), position);
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
