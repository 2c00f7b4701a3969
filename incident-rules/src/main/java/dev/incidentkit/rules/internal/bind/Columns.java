package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.grid.RawCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which cell of a row belongs to which column of a schema. The first cell called {@code id} is the row's id; an output
 * is {@code -> name}, or its name alone where no input has it; {@code note} (or {@code remark}, {@code comment}) is for readers unless a column has the name.
 */
final class Columns {
    static final String ID = "id";
    static final String NOTE = "note";
    private static final List<String> NOTES = List.of(NOTE, "remark", "comment", "notes", "remarks");
    static final String ARROW = "->";

    private final RuleSchema schema;
    private final int[] inputs;
    private final int[] outputs;
    private int id = -1;
    private int note = -1;

    private Columns(RuleSchema schema) {
        this.schema = schema;
        this.inputs = new int[schema.inputs().size()];
        this.outputs = new int[schema.outputs().size()];
        Arrays.fill(inputs, -1);
        Arrays.fill(outputs, -1);
    }

    static Columns of(List<RawCell> header, RuleSchema schema, Findings findings) {
        Columns columns = new Columns(schema);
        for (int i = 0; i < header.size(); i++) {
            columns.place(header.get(i), i, findings);
        }
        columns.missing(header.get(0), findings);
        return columns;
    }

    /** Whether a name in a header is that of the rows' identifiers or of remarks. */
    static boolean isForReaders(String name) {
        return name.equalsIgnoreCase(ID) || NOTES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** What the column of remarks is called in a table that may have a column of that name itself. */
    static String noteHeader(RuleSchema schema) {
        for (String name : NOTES) {
            if (schema.inputIndex(name) < 0 && schema.outputIndex(name) < 0) {
                return name;
            }
        }
        return "";
    }

    int id() {
        return id;
    }

    int note() {
        return note;
    }

    int input(int column) {
        return inputs[column];
    }

    int output(int column) {
        return outputs[column];
    }

    /** Whether every column of the schema has its cell. */
    boolean complete() {
        return id >= 0
                && Arrays.stream(inputs).allMatch(cell -> cell >= 0)
                && Arrays.stream(outputs).allMatch(cell -> cell >= 0);
    }

    private void place(RawCell cell, int at, Findings findings) {
        String text = cell.text();
        if (id < 0 && text.equalsIgnoreCase(ID)) {
            id = at;
            return;
        }
        boolean arrow = text.startsWith(ARROW);
        String name = PlainText.read(arrow ? text.substring(ARROW.length()).strip() : text);
        int input = arrow ? -1 : schema.inputIndex(name);
        int output = input >= 0 ? -1 : schema.outputIndex(name);
        if (input >= 0) {
            inputs[input] = once(inputs[input], at, name, cell, findings);
        } else if (output >= 0) {
            outputs[output] = once(outputs[output], at, name, cell, findings);
        } else if (!arrow && NOTES.contains(name.toLowerCase(Locale.ROOT))) {
            note = once(note, at, name, cell, findings);
        } else {
            unknown(name, arrow, cell, findings);
        }
    }

    private int once(int before, int at, String name, RawCell cell, Findings findings) {
        if (before >= 0) {
            findings.cell(
                    FormatCode.NAME_REPEATED,
                    cell,
                    Where.table(schema.name()).column(name),
                    "the column '" + name + "' stands twice in the header");
        }
        return at;
    }

    private void unknown(String name, boolean arrow, RawCell cell, Findings findings) {
        List<String> names = names();
        Where where = Where.table(schema.name());
        if (name.isEmpty()) {
            findings.cell(
                    FormatCode.COLUMN_UNKNOWN,
                    cell,
                    where,
                    "a cell of the header is empty; columns: " + Near.list(names));
            return;
        }
        String wanted = arrow ? ARROW + " " + name : name;
        String near = Near.to(wanted, names)
                .or(() -> Near.to(ARROW + " " + name, names))
                .map(best -> "; did you mean '" + best + "'?")
                .orElse(";");
        findings.cell(
                FormatCode.COLUMN_UNKNOWN,
                cell,
                where,
                "'" + wanted + "' is no column of this table" + near + " columns: " + Near.list(names));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(ID);
        schema.inputs().stream().map(Input::name).forEach(names::add);
        schema.outputs().stream().map(output -> ARROW + " " + output.name()).forEach(names::add);
        names.add(NOTE);
        return names;
    }

    private void missing(RawCell first, Findings findings) {
        List<String> missing = new ArrayList<>();
        if (id < 0) {
            missing.add(ID);
        }
        for (int i = 0; i < inputs.length; i++) {
            Optional.of(schema.inputs().get(i).name()).filter(absent(inputs[i])).ifPresent(missing::add);
        }
        for (int i = 0; i < outputs.length; i++) {
            Output<?> output = schema.outputs().get(i);
            Optional.of(ARROW + " " + output.name()).filter(absent(outputs[i])).ifPresent(missing::add);
        }
        if (!missing.isEmpty()) {
            findings.line(
                    FormatCode.COLUMN_MISSING,
                    first.line(),
                    Where.table(schema.name()),
                    "the header lacks " + Near.list(missing)
                            + (missing.contains(ID) ? " (the first column, called id, names each row)" : ""));
        }
    }

    private static java.util.function.Predicate<String> absent(int cell) {
        return name -> cell < 0;
    }
}
