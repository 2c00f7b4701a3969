package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.SourcePosition;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.cell.CellDialect;
import dev.incidentkit.rules.internal.grid.RawCell;
import dev.incidentkit.rules.internal.grid.RawTable;
import dev.incidentkit.rules.internal.grid.RawTable.RawRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds a crosstab: one input down, one across, the output in the cells. Each cell becomes a rule whose id is the two
 * conditions with a slash between, {@code HIGH/LOW}, so ids are stable when rows are moved.
 */
public final class MatrixBinder {
    private static final int DOWN = 0;
    private static final int ACROSS = 1;
    private static final int CELL = 2;

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
    public MatrixBinder(RuleSchema schema, Findings findings) {
        this.schema = schema;
        this.findings = findings;
        this.table = Where.table(schema.name());
    }

    /**
     * Binds a matrix.
     *
     * @param raw the table
     * @param heading its heading, with the three names of a matrix
     * @return the table; empty if there are faults, which are then among the findings
     */
    public Optional<RuleTable> bind(RawTable raw, Heading heading) {
        int before = findings.errors();
        int line = raw.heading().line();
        if (schema.inputs().size() != 2 || schema.outputs().size() != 1) {
            findings.cell(
                    FormatCode.MATRIX,
                    raw.heading(),
                    table,
                    "a matrix has two inputs and one output, but this table has inputs " + schema.inputs()
                            + " and outputs " + schema.outputs() + "; write it as rows with an id");
            return Optional.empty();
        }
        int down = axis(heading.axes().get(DOWN), raw.heading());
        int across = axis(heading.axes().get(ACROSS), raw.heading());
        output(heading.axes().get(CELL), raw.heading());
        if (down >= 0 && down == across) {
            findings.cell(
                    FormatCode.MATRIX,
                    raw.heading(),
                    table,
                    "rows and columns are both '" + schema.inputs().get(down) + "'");
        }
        if (findings.errors() > before) {
            return Optional.empty();
        }
        List<Rule> rules = rules(raw, down);
        return findings.errors() > before ? Optional.empty() : GridBinder.table(schema, rules, line, findings);
    }

    private int axis(String name, RawCell heading) {
        for (int i = 0; i < schema.inputs().size(); i++) {
            if (schema.inputs().get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        List<String> names = schema.inputs().stream().map(Input::name).toList();
        findings.cell(
                FormatCode.COLUMN_UNKNOWN,
                heading,
                table,
                "'" + name + "' is no input of this table" + Near.hint(name, names));
        return -1;
    }

    private void output(String name, RawCell heading) {
        Output<?> output = schema.outputs().get(0);
        if (!output.name().equalsIgnoreCase(name)) {
            findings.cell(
                    FormatCode.COLUMN_UNKNOWN,
                    heading,
                    table,
                    "'" + name + "' is no output of this table" + Near.hint(name, List.of(output.name())));
        }
    }

    private List<Rule> rules(RawTable raw, int down) {
        Input<?> rowInput = schema.inputs().get(down);
        Input<?> columnInput = schema.inputs().get(1 - down);
        List<RawCell> heads = raw.header().subList(1, raw.header().size());
        List<CellCondition> columns =
                conditions(heads, columnInput, raw.header().get(0).line());
        List<RawRow> full = full(raw);
        List<CellCondition> rows = conditions(
                full.stream().map(row -> row.cells().get(0)).toList(),
                rowInput,
                raw.header().get(0).line());
        List<Rule> rules = new ArrayList<>(columns.size() * rows.size());
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                List<CellCondition> pair =
                        down == 0 ? List.of(rows.get(r), columns.get(c)) : List.of(columns.get(c), rows.get(r));
                List<RawCell> cells = full.get(r).cells();
                String id = cells.get(0).text() + "/" + heads.get(c).text();
                rules.add(rule(id, pair, cells.get(c + 1)));
            }
        }
        return rules;
    }

    /** The rows that have a cell for each column; the others are reported. */
    private List<RawRow> full(RawTable raw) {
        List<RawRow> full = new ArrayList<>();
        for (RawRow row : raw.rows()) {
            if (row.cells().size() == raw.header().size()) {
                full.add(row);
            } else {
                findings.line(
                        FormatCode.ROW_RAGGED,
                        row.line(),
                        table,
                        "the row has " + row.cells().size() + " cells, but the header has "
                                + raw.header().size());
            }
        }
        return full;
    }

    private Rule rule(String id, List<CellCondition> conditions, RawCell cell) {
        Output<?> output = schema.outputs().get(0);
        Where where = table.row(id).column(output.name());
        if (cell.text().isEmpty()) {
            findings.cell(FormatCode.MATRIX, cell, where, "the cell for " + id + " is empty; every pair needs a value");
            return new Rule(id, conditions, java.util.Collections.singletonList(null), "", null);
        }
        @Nullable Object value = cells.output(cell.text(), output);
        cells.takeFaults().forEach(fault -> findings.fault(fault, cell, where));
        SourcePosition position = new SourcePosition(findings.file(), cell.line(), cell.column());
        return new Rule(id, conditions, java.util.Collections.singletonList(value), "", position);
    }

    /** The conditions of one side; of a column with listed values each must stand there once. */
    private List<CellCondition> conditions(List<RawCell> heads, Input<?> input, int line) {
        List<CellCondition> conditions = new ArrayList<>(heads.size());
        Map<CellCondition, RawCell> seen = new HashMap<>();
        int before = findings.errors();
        for (RawCell head : heads) {
            CellCondition condition = cells.condition(head.text(), input);
            Where where = table.column(input.name());
            cells.takeFaults().forEach(fault -> findings.fault(fault, head, where));
            if (head.text().isEmpty()) {
                findings.line(FormatCode.MATRIX, head.line(), where, "a row or column of the matrix has no value");
            } else if (seen.putIfAbsent(condition, head) != null && findings.errors() == before) {
                findings.cell(FormatCode.MATRIX, head, where, "'" + head.text() + "' stands twice in the matrix");
            }
            conditions.add(condition);
        }
        if (findings.errors() == before) {
            missing(conditions, input, line);
        }
        return conditions;
    }

    private <T> void missing(List<CellCondition> conditions, Input<T> input, int line) {
        if (!conditions.stream().allMatch(CellCondition.Is.class::isInstance)) {
            return;
        }
        ColumnType<T> type = input.type();
        List<String> missing = type.values().stream()
                .filter(value -> !conditions.contains(new CellCondition.Is(value)))
                .map(value -> value instanceof String text ? text : type.text(value))
                .toList();
        if (!missing.isEmpty()) {
            findings.line(
                    FormatCode.MATRIX,
                    line,
                    table.column(input.name()),
                    "the matrix lacks " + Near.list(missing) + " of '" + input.name() + "'");
        }
    }
}
