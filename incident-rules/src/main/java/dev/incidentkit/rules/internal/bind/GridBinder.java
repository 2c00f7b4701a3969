package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleFinding;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.RuleTableException;
import dev.incidentkit.rules.SourcePosition;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.cell.CellDialect;
import dev.incidentkit.rules.internal.cell.EatenDates;
import dev.incidentkit.rules.internal.grid.RawCell;
import dev.incidentkit.rules.internal.grid.RawTable;
import dev.incidentkit.rules.internal.grid.RawTable.RawRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds a grid of raw cells to a schema. Columns may stand in any order; every fault is reported, not the first. */
public final class GridBinder {
    private final RuleSchema schema;
    private final Findings findings;
    private final CellBinder cells = new CellBinder(CellDialect.SHEET);
    private final Where table;

    /**
     * Creates a binder.
     *
     * @param schema the schema of the table
     * @param findings where faults are added
     */
    public GridBinder(RuleSchema schema, Findings findings) {
        this.schema = schema;
        this.findings = findings;
        this.table = Where.table(schema.name());
    }

    /**
     * Binds a table.
     *
     * @param raw the table
     * @return the table; empty if there are faults, which are then among the findings
     */
    public Optional<RuleTable> bind(RawTable raw) {
        int before = findings.errors();
        Columns columns = Columns.of(raw.header(), schema, findings);
        List<Rule> rules = new ArrayList<>(raw.rows().size());
        Map<String, Integer> lines = new HashMap<>();
        for (RawRow row : raw.rows()) {
            unique(row, lines, columns);
            Rule rule = rule(row, raw.header(), columns);
            if (rule != null) {
                rules.add(rule);
            }
        }
        if (raw.rows().isEmpty()) {
            findings.line(
                    FormatCode.COUNT_INVALID,
                    raw.header().get(0).line(),
                    table,
                    "the table has no rows below its header");
        }
        return findings.errors() > before
                ? Optional.empty()
                : table(schema, rules, raw.header().get(0).line(), findings);
    }

    /**
     * Makes a table of finished rules.
     *
     * @param schema the schema
     * @param rules the rules
     * @param line the line of the table, for faults that have no other place
     * @param findings where faults are added
     * @return the table, or empty
     */
    static Optional<RuleTable> table(RuleSchema schema, List<Rule> rules, int line, Findings findings) {
        try {
            return Optional.of(RuleTable.of(schema, rules));
        } catch (RuleTableException e) {
            for (RuleFinding fault : e.faults()) {
                SourcePosition position = fault.position();
                findings.line(
                        FormatCode.of(fault.code()),
                        position == null ? line : position.line(),
                        new Where(fault.table(), text(fault.rule()), text(fault.column())),
                        fault.message());
            }
            return Optional.empty();
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Asked of every row that has an id, also where its other cells are at fault. */
    private void unique(RawRow row, Map<String, Integer> lines, Columns columns) {
        String id = id(row, columns);
        Integer earlier = id.isBlank() ? null : lines.putIfAbsent(id, row.line());
        if (earlier != null) {
            findings.cell(
                    FormatCode.NAME_REPEATED,
                    row.cells().get(columns.id()),
                    table.row(id),
                    "the id '" + id + "' stands in line " + earlier + " already; every row needs an id of its own");
        }
    }

    /** What names a row; nothing where it is so short that it has no such cell. */
    private static String id(RawRow row, Columns columns) {
        return columns.id() >= 0 && columns.id() < row.cells().size()
                ? PlainText.read(row.cells().get(columns.id()).text())
                : "";
    }

    private @Nullable Rule rule(RawRow row, List<RawCell> header, Columns columns) {
        if (row.cells().size() != header.size()) {
            ragged(row, header, columns);
            return null;
        }
        if (!columns.complete()) {
            return null;
        }
        return wholeRow(row, columns);
    }

    private Rule wholeRow(RawRow row, Columns columns) {
        RawCell idCell = row.cells().get(columns.id());
        String id = id(row, columns);
        Where where = table.row(id);
        if (id.isBlank()) {
            findings.cell(
                    FormatCode.ROW_ID_MISSING,
                    idCell,
                    table,
                    "the row has no id; decisions and differences name rows by it");
        }
        List<CellCondition> conditions = new ArrayList<>(schema.inputs().size());
        for (int i = 0; i < schema.inputs().size(); i++) {
            conditions.add(input(schema.inputs().get(i), row.cells().get(columns.input(i)), where));
        }
        List<@Nullable Object> outputs = new ArrayList<>(schema.outputs().size());
        for (int i = 0; i < schema.outputs().size(); i++) {
            outputs.add(output(schema.outputs().get(i), row.cells().get(columns.output(i)), where));
        }
        String note = columns.note() < 0
                ? ""
                : PlainText.read(row.cells().get(columns.note()).text());
        return new Rule(id, conditions, outputs, note, position(idCell));
    }

    private SourcePosition position(RawCell cell) {
        return new SourcePosition(findings.file(), cell.line(), cell.column());
    }

    private void ragged(RawRow row, List<RawCell> header, Columns columns) {
        int has = row.cells().size();
        String hint = has > header.size()
                ? "a '|' or a separator inside a cell must be escaped or quoted"
                : "write - where anything matches";
        findings.line(
                FormatCode.ROW_RAGGED,
                row.line(),
                table.row(id(row, columns)),
                "the row has " + has + " cells, but the header has " + header.size() + "; " + hint);
    }

    private CellCondition input(Input<?> input, RawCell cell, Where row) {
        CellCondition condition = cells.condition(cell.text(), input);
        report(cell, row.column(input.name()));
        return condition;
    }

    private @Nullable Object output(Output<?> output, RawCell cell, Where row) {
        Object value = cells.output(cell.text(), output);
        report(cell, row.column(output.name()));
        return value;
    }

    private void report(RawCell cell, Where where) {
        List<CellFault> faults = cells.takeFaults();
        faults.forEach(fault -> findings.fault(fault, cell, where));
        if (faults.isEmpty()) {
            eaten(cell, where);
        }
    }

    /** Values that are right may still be lost when the file is opened in a spreadsheet and saved again. */
    private void eaten(RawCell cell, Where where) {
        if (EatenDates.willBeEaten(cell.text()) || EatenDates.wasEaten(cell.text())) {
            findings.warning(
                    new CellFault(
                            FormatCode.SPREADSHEET_DATE,
                            "a spreadsheet takes '" + cell.text()
                                    + "' for a date and changes it when it opens the file;"
                                    + " write it in quotes, or format the column as text",
                            0,
                            cell.text().length()),
                    cell,
                    where);
        }
    }
}
