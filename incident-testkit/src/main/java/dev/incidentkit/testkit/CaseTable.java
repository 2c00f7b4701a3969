package dev.incidentkit.testkit;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.HitPolicyViolatedException;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Key;
import dev.incidentkit.rules.NoRuleMatchedException;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleOutcome;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.format.InputTexts;
import dev.incidentkit.rules.format.MarkdownTables;
import dev.incidentkit.rules.format.TableFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a table of a document into cases of a rule table, and collects what is wrong with it. */
final class CaseTable {
    private static final String CASE = "case";
    private static final String RULE = "rule";
    private static final String NONE = "none";

    private final String file;
    private final CompiledTable tested;
    private final RuleSchema schema;
    private final List<String> findings = new ArrayList<>();

    CaseTable(String file, CompiledTable tested) {
        this.file = file;
        this.tested = tested;
        this.schema = tested.table().schema();
    }

    List<String> findings() {
        return findings;
    }

    List<MarkdownCases.TableCase> read(MarkdownTables.Table table) {
        List<String> header =
                table.header().stream().map(cell -> arrowless(cell.text())).toList();
        checkHeader(header);
        List<MarkdownCases.TableCase> cases = new ArrayList<>();
        if (findings.isEmpty()) {
            table.rows().forEach(row -> row(header, row, cases));
        }
        return cases;
    }

    private static String arrowless(String column) {
        return column.startsWith("->") ? "-> " + column.substring(2).strip() : column;
    }

    private void checkHeader(List<String> header) {
        Set<String> known = new LinkedHashSet<>(List.of(CASE, RULE));
        schema.inputs().forEach(input -> known.add(input.name()));
        schema.outputs().forEach(output -> known.add("-> " + output.name()));
        String where = file + ": cases of '" + schema.name() + "' ";
        if (new LinkedHashSet<>(header).size() != header.size()) {
            findings.add(where + "name a column twice: " + header);
        }
        for (String column : header) {
            if (!known.contains(column)) {
                findings.add(where + "have the column '" + column + "', which is none of " + known);
            }
        }
        if (header.stream().noneMatch(column -> column.equals(RULE) || column.startsWith("-> "))) {
            findings.add(where + "expect nothing: neither '" + RULE + "' nor an outcome is among " + header);
        }
    }

    private void row(List<String> header, MarkdownTables.Row row, List<MarkdownCases.TableCase> cases) {
        String place = file + ":" + row.line();
        if (row.cells().size() != header.size()) {
            findings.add(place + ": " + header.size() + " cells are needed, but there are "
                    + row.cells().size());
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), row.cells().get(i).text());
        }
        try {
            Map<String, @Nullable Object> input = InputTexts.read(schema, inputs(cells));
            Map<String, List<String>> expected = outcomes(cells);
            String rules = cells.getOrDefault(RULE, "");
            String name = cells.getOrDefault(CASE, "");
            cases.add(new MarkdownCases.TableCase(
                    name.isEmpty() ? schema.name() + " " + inputs(cells) : name,
                    place,
                    () -> check(place, input, expected, rules)));
        } catch (TableFormatException | IllegalArgumentException e) {
            findings.add(place + ": " + e.getMessage());
        }
    }

    private Map<String, String> inputs(Map<String, String> cells) {
        Map<String, String> inputs = new LinkedHashMap<>();
        for (Input<?> input : schema.inputs()) {
            String text = cells.getOrDefault(input.name(), "");
            if (!text.isEmpty()) {
                inputs.put(input.name(), text);
            }
        }
        return inputs;
    }

    /** Outcomes that are expected, as the table itself would write them; an empty list where no rule may match. */
    private Map<String, List<String>> outcomes(Map<String, String> cells) {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        for (Output<?> output : schema.outputs()) {
            String text = cells.getOrDefault("-> " + output.name(), "");
            if (text.equals(NONE)) {
                expected.put(output.name(), List.of());
            } else if (!text.isEmpty()) {
                List<String> parts = new ArrayList<>();
                for (String part : schema.hitPolicy().isSingleHit() ? new String[] {text} : text.split("\\s*,\\s*")) {
                    parts.add(read(output.type(), part));
                }
                expected.put(output.name(), parts);
            }
        }
        return expected;
    }

    /** Reads a value of an outcome as if it were one of an input, so that both are written alike. */
    private static <T> String read(ColumnType<T> type, String text) {
        RuleSchema one = RuleSchema.named("expected")
                .in(new Input<>("outcome", type, true))
                .out(Output.flag("read"))
                .build();
        return type.textOf(InputTexts.read(one, Map.of("outcome", text)).get("outcome"));
    }

    private void check(
            String place, Map<String, @Nullable Object> input, Map<String, List<String>> expected, String rules) {
        try {
            List<RuleOutcome> came = decide(input);
            if (!rules.isEmpty()) {
                assertThat(tested.explain(input))
                        .isDecidedBy(rules.equals(NONE) ? new String[0] : rules.split("\\s*,\\s*"));
            }
            expected.forEach((column, texts) -> compare(input, came, column, texts));
        } catch (AssertionError e) {
            throw new AssertionError(place + ": " + e.getMessage(), e);
        }
    }

    private List<RuleOutcome> decide(Map<String, @Nullable Object> input) {
        Key key = tested.key(input);
        try {
            return schema.hitPolicy().isSingleHit()
                    ? List.of(tested.decide(key))
                    : tested.decideAll(key).outcomes();
        } catch (NoRuleMatchedException e) {
            return List.of();
        } catch (HitPolicyViolatedException e) {
            throw new AssertionError(
                    e.getMessage() + "\n" + tested.explain(input).text(), e);
        }
    }

    private void compare(
            Map<String, @Nullable Object> input, List<RuleOutcome> came, String column, List<String> expected) {
        int index = schema.outputIndex(column);
        ColumnType<?> type = schema.outputs().get(index).type();
        List<String> texts = new ArrayList<>();
        came.forEach(outcome -> texts.add(type.textOf(outcome.values().get(index))));
        boolean ordered = !schema.hitPolicy().symbol().startsWith("C");
        boolean equal = ordered ? texts.equals(expected) : sorted(texts).equals(sorted(expected));
        if (!equal) {
            throw new AssertionError("\nExpecting -> " + column + " of table '" + schema.name() + "' to be "
                    + (expected.isEmpty() ? NONE : String.join(", ", expected)) + "\nbut it was "
                    + (texts.isEmpty() ? NONE : String.join(", ", texts)) + "\nbecause "
                    + tested.explain(input).text());
        }
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }
}
