package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table as lines of cells, the header first, which Markdown and CSV share. */
public final class SheetRows {
    private SheetRows() {}

    /**
     * The heading of a table.
     *
     * @param schema its schema
     * @return for example {@code routing : first, complete}
     */
    public static String heading(RuleSchema schema) {
        return name(schema) + " : " + Heading.word(schema.hitPolicy()) + (schema.isComplete() ? ", complete" : "");
    }

    private static String name(RuleSchema schema) {
        return PlainText.write(schema.name(), ":", "#", "->");
    }

    /**
     * The cells of a table.
     *
     * @param table the table
     * @return the header and a line for each rule
     */
    public static List<List<String>> of(RuleTable table) {
        RuleSchema schema = table.schema();
        String note = Columns.noteHeader(schema);
        boolean noted = !note.isEmpty()
                && table.rules().stream().anyMatch(rule -> !rule.note().isEmpty());
        List<List<String>> lines = new ArrayList<>(table.rules().size() + 1);
        lines.add(header(schema, noted ? note : ""));
        for (Rule rule : table.rules()) {
            List<String> line = new ArrayList<>();
            line.add(PlainText.write(rule.id()));
            for (int i = 0; i < rule.conditions().size(); i++) {
                line.add(SheetCells.condition(
                        rule.conditions().get(i), schema.inputs().get(i).type()));
            }
            for (int i = 0; i < rule.outputs().size(); i++) {
                line.add(SheetCells.output(
                        rule.outputs().get(i), schema.outputs().get(i)));
            }
            if (noted) {
                line.add(rule.note().isEmpty() ? "" : PlainText.write(rule.note()));
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<String> header(RuleSchema schema, String note) {
        List<String> header = new ArrayList<>();
        header.add(Columns.ID);
        for (Input<?> input : schema.inputs()) {
            header.add(PlainText.write(input.name(), Columns.ARROW));
        }
        for (Output<?> output : schema.outputs()) {
            header.add(Columns.ARROW + " " + PlainText.write(output.name()));
        }
        if (!note.isEmpty()) {
            header.add(note);
        }
        return header;
    }

    /** A matrix as lines of cells. */
    public record Matrix(String heading, List<List<String>> lines) {
        /** Copies the lines. */
        public Matrix {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A table as a crosstab, if it has the shape of one: two inputs, one output, each pair of conditions once, the ids
     * those that reading a crosstab gives.
     *
     * @param table the table
     * @return the crosstab, or empty
     */
    public static Optional<Matrix> matrix(RuleTable table) {
        RuleSchema schema = table.schema();
        if (schema.inputs().size() != 2 || schema.outputs().size() != 1) {
            return Optional.empty();
        }
        Map<List<CellCondition>, Rule> byPair = new LinkedHashMap<>();
        Set<CellCondition> down = new LinkedHashSet<>();
        Set<CellCondition> across = new LinkedHashSet<>();
        for (Rule rule : table.rules()) {
            byPair.put(rule.conditions(), rule);
            down.add(rule.conditions().get(0));
            across.add(rule.conditions().get(1));
        }
        boolean full = table.rules().size() == down.size() * across.size()
                && byPair.size() == table.rules().size();
        return full ? lines(schema, byPair, down, across) : Optional.empty();
    }

    private static Optional<Matrix> lines(
            RuleSchema schema,
            Map<List<CellCondition>, Rule> byPair,
            Set<CellCondition> down,
            Set<CellCondition> across) {
        Input<?> rows = schema.inputs().get(0);
        Input<?> columns = schema.inputs().get(1);
        Output<?> output = schema.outputs().get(0);
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(rows.name() + " \\ " + columns.name()));
        across.forEach(condition -> header.add(SheetCells.condition(condition, columns.type())));
        lines.add(header);
        List<Rule> order = new ArrayList<>();
        for (CellCondition row : down) {
            List<String> line = new ArrayList<>(List.of(SheetCells.condition(row, rows.type())));
            for (CellCondition column : across) {
                Rule rule = byPair.get(List.of(row, column));
                String id = line.get(0) + "/" + header.get(line.size());
                if (rule == null || !rule.id().equals(id) || !rule.note().isEmpty()) {
                    return Optional.empty();
                }
                order.add(rule);
                line.add(SheetCells.output(rule.outputs().get(0), output));
            }
            lines.add(line);
        }
        boolean sameOrder = order.equals(new ArrayList<>(byPair.values()));
        String heading = name(schema) + " : " + rows.name() + " x " + columns.name() + " -> " + output.name();
        boolean readable = Heading.parse(heading)
                .filter(parsed -> parsed.axes().equals(List.of(rows.name(), columns.name(), output.name())))
                .isPresent();
        return sameOrder && readable ? Optional.of(new Matrix(heading, lines)) : Optional.empty();
    }
}
