package dev.incidentkit.rules.format;

import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.internal.bind.CellFault;
import dev.incidentkit.rules.internal.bind.ConstantReader;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.bind.Near;
import dev.incidentkit.rules.internal.cell.CellDialect;
import dev.incidentkit.rules.internal.cell.CellParser;
import dev.incidentkit.rules.internal.cell.CellSyntaxException;
import dev.incidentkit.rules.internal.grid.RawCell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of an input as people write them: {@code severity=SEV2, age=4h}, in the notation of the cells of
 * Markdown and CSV tables. Stateless.
 */
public final class InputTexts {
    private InputTexts() {}

    /**
     * Reads the values of an input.
     *
     * @param schema the columns
     * @param texts a text for each column that has a value; one that lacks or is {@code null} is missing
     * @return a value for each input column, null where it is missing
     * @throws TableFormatException with all texts that are no value of their column, names that are no column, and
     *     columns that need a value and have none
     */
    public static Map<String, @Nullable Object> read(RuleSchema schema, Map<String, String> texts) {
        Findings findings = new Findings("input", Integer.MAX_VALUE);
        unknown(schema, texts.keySet(), findings);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Input<?> input : schema.inputs()) {
            values.put(input.name(), value(schema, input, texts.get(input.name()), findings));
        }
        if (findings.hasErrors()) {
            throw new TableFormatException("input", findings.all());
        }
        return values;
    }

    /**
     * The name that a person may have meant.
     *
     * @param name what was written
     * @param names what there is
     * @return the nearest of them; empty if none is near, or several are equally near
     */
    public static Optional<String> nearest(String name, Collection<String> names) {
        return Near.to(name, names);
    }

    private static void unknown(RuleSchema schema, Set<String> given, Findings findings) {
        List<String> names = schema.inputs().stream().map(Input::name).toList();
        for (String name : given) {
            if (!names.contains(name)) {
                findings.line(
                        FormatCode.COLUMN_UNKNOWN,
                        0,
                        Findings.Where.table(schema.name()),
                        "'" + name + "' is no column of conditions" + Near.hint(name, names));
            }
        }
    }

    private static @Nullable Object value(RuleSchema schema, Input<?> input, @Nullable String text, Findings findings) {
        Findings.Where where = Findings.Where.table(schema.name()).column(input.name());
        if (text == null || text.strip().equals("null")) {
            if (!input.optional()) {
                findings.line(
                        FormatCode.COLUMN_MISSING,
                        0,
                        where,
                        "a value is needed, but " + (text == null ? "none was given" : "there is " + text));
            }
            return null;
        }
        List<CellFault> faults = new ArrayList<>();
        Object value = null;
        try {
            value = new ConstantReader(CellDialect.SHEET, faults)
                    .read(CellParser.constant(text, CellDialect.SHEET), input.type());
        } catch (CellSyntaxException e) {
            faults.add(new CellFault(
                    FormatCode.CELL_SYNTAX, e.problem(), e.span().at(), e.span().length()));
        }
        faults.forEach(fault -> findings.fault(fault, new RawCell(text, text, 0, 0), where));
        return value;
    }
}
