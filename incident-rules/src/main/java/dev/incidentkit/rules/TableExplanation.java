package dev.incidentkit.rules;

import dev.incidentkit.rules.internal.Ranking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a table answers what it answers, as data; {@link #text()} says it in words.
 *
 * @param table the name of the table
 * @param hash the table's version
 * @param input the input as texts, by column
 * @param decided the identifiers of the rules that decide, in the order of the hit policy; empty where none matches
 * @param violated whether several rules match against the hit policy, so that the table refuses to answer
 * @param rules what is to be said of each rule, in the order of the table
 */
public record TableExplanation(
        String table,
        String hash,
        Map<String, String> input,
        List<String> decided,
        boolean violated,
        List<RuleVerdict> rules) {
    /** Copies the parts. */
    public TableExplanation {
        input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
        decided = List.copyOf(decided);
        rules = List.copyOf(rules);
    }

    /** How a rule stands to an input. */
    public enum Standing {
        /** It decides, or is one of several that do. */
        DECIDES,
        /** It matches, but the hit policy takes another. */
        OUTRANKED,
        /** It does not match. */
        DOES_NOT_MATCH
    }

    /**
     * How a rule stands to the input.
     *
     * @param rule the rule's identifier
     * @param standing whether it decides
     * @param cells what is to be said of each of its cells that looks at its column
     */
    public record RuleVerdict(String rule, Standing standing, List<CellVerdict> cells) {
        /** Copies the cells. */
        public RuleVerdict {
            cells = List.copyOf(cells);
        }

        /** {@return the cells that the input does not meet} */
        public List<CellVerdict> unmet() {
            return cells.stream().filter(cell -> !cell.met()).toList();
        }
    }

    /**
     * How a cell stands to the input.
     *
     * @param column the column's name
     * @param condition what the cell demands, in the notation of conditions
     * @param value what the input has
     * @param met whether it meets the condition
     */
    public record CellVerdict(String column, String condition, String value, boolean met) {
        @Override
        public String toString() {
            return column + " = " + value + (met ? " meets " : " is not ") + condition;
        }
    }

    static TableExplanation of(RuleTable table, Map<String, @Nullable Object> values) {
        Map<String, String> input = new LinkedHashMap<>();
        table.schema()
                .inputs()
                .forEach(column -> input.put(column.name(), column.type().textOf(values.get(column.name()))));
        List<List<CellVerdict>> cells = new ArrayList<>();
        List<Integer> matching = new ArrayList<>();
        for (Rule rule : table.rules()) {
            List<CellVerdict> verdicts = cells(table.schema(), rule, values);
            if (verdicts.stream().allMatch(CellVerdict::met)) {
                matching.add(cells.size());
            }
            cells.add(verdicts);
        }
        boolean violated = violated(table, matching);
        List<Integer> deciding = violated ? List.of() : deciding(table, matching);
        List<RuleVerdict> verdicts = new ArrayList<>();
        for (int row = 0; row < cells.size(); row++) {
            Standing standing = deciding.contains(row)
                    ? Standing.DECIDES
                    : matching.contains(row) ? Standing.OUTRANKED : Standing.DOES_NOT_MATCH;
            verdicts.add(new RuleVerdict(table.rules().get(row).id(), standing, cells.get(row)));
        }
        List<String> decided =
                deciding.stream().map(row -> table.rules().get(row).id()).toList();
        return new TableExplanation(table.schema().name(), table.hash(), input, decided, violated, verdicts);
    }

    private static List<CellVerdict> cells(RuleSchema schema, Rule rule, Map<String, @Nullable Object> values) {
        List<CellVerdict> cells = new ArrayList<>();
        for (int column = 0; column < schema.inputs().size(); column++) {
            CellCondition condition = rule.conditions().get(column);
            if (!(condition instanceof CellCondition.Any)) {
                Input<?> input = schema.inputs().get(column);
                Object value = values.get(input.name());
                cells.add(new CellVerdict(
                        input.name(),
                        condition.text(input.type()),
                        input.type().textOf(value),
                        condition.matches(input.type(), value)));
            }
        }
        return cells;
    }

    private static boolean violated(RuleTable table, List<Integer> matching) {
        return switch (table.schema().hitPolicy()) {
            case UNIQUE -> matching.size() > 1;
            case ANY ->
                matching.stream()
                                .map(row -> table.rules().get(row).outputs())
                                .distinct()
                                .count()
                        > 1;
            default -> false;
        };
    }

    private static List<Integer> deciding(RuleTable table, List<Integer> matching) {
        List<Integer> ranked = new ArrayList<>();
        for (int row : Ranking.order(table)) {
            if (matching.contains(row)) {
                ranked.add(row);
            }
        }
        return table.schema().hitPolicy().isSingleHit() && ranked.size() > 1 ? ranked.subList(0, 1) : ranked;
    }

    /**
     * The rule that does not match but comes nearest: with the fewest unmet cells, of those the one with the most met
     * ones, of those the first.
     *
     * @return the rule; empty where every rule matches
     */
    public Optional<RuleVerdict> nearestMiss() {
        return rules.stream()
                .filter(rule -> rule.standing() == Standing.DOES_NOT_MATCH)
                .min(Comparator.<RuleVerdict>comparingInt(rule -> rule.unmet().size())
                        .thenComparingInt(rule -> -rule.cells().size()));
    }

    /** {@return the explanation in words, a line for each rule} */
    public String text() {
        StringBuilder text = new StringBuilder("Table '" + table + "' for " + input + "\n");
        if (violated) {
            text.append("refuses to answer: several rules match against its hit policy\n");
        } else {
            text.append(decided.isEmpty() ? "no rule matches" : "decided by " + String.join(", ", decided))
                    .append('\n');
        }
        for (RuleVerdict rule : rules) {
            text.append("  ").append(rule.rule()).append(' ').append(line(rule)).append('\n');
        }
        nearestMiss()
                .ifPresent(miss -> text.append("nearest miss: ")
                        .append(miss.rule())
                        .append(", for ")
                        .append(joined(miss.unmet()))
                        .append('\n'));
        return text.toString();
    }

    private static String line(RuleVerdict rule) {
        return switch (rule.standing()) {
            case DECIDES -> "decides: " + (rule.cells().isEmpty() ? "it looks at no column" : joined(rule.cells()));
            case OUTRANKED -> "matches, but does not decide";
            case DOES_NOT_MATCH -> "does not match: " + joined(rule.unmet());
        };
    }

    private static String joined(List<CellVerdict> cells) {
        return cells.stream().map(CellVerdict::toString).collect(Collectors.joining("; "));
    }
}
