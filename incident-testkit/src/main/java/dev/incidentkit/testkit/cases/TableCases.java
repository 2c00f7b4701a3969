package dev.incidentkit.testkit.cases;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableExplanation;
import dev.incidentkit.rules.Verification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Inputs of a table, made of the table itself: one in each row, one at each side of each bound of each row, one in each
 * gap. They show what a table answers where it may be wrong; what it should answer, a person says. Stateless.
 */
public final class TableCases {
    private static final int TRIES = 10_000;

    private TableCases() {}

    /** Where an input lies. */
    public enum Place {
        /** In a row that decides it. */
        ROW,

        /** Beside or at a bound of a row. */
        BOUND,

        /** Where no row matches. */
        GAP
    }

    /**
     * One input.
     *
     * @param place where it lies
     * @param rule the row that it was made of; empty for a gap
     * @param values a value for each input column, null where it is missing
     * @param decided the rows that decide it; none in a gap
     */
    public record TableInput(Place place, String rule, List<@Nullable Object> values, List<String> decided) {
        /** Copies the lists. */
        public TableInput {
            values = Collections.unmodifiableList(new ArrayList<>(values));
            decided = List.copyOf(decided);
        }
    }

    /**
     * Makes inputs of a table.
     *
     * @param table the table
     * @return the inputs, rows first, then gaps, then bounds, none twice. A row that never decides has no input of its own:
     *     {@link RuleTable#verify()} names it
     */
    public static List<TableInput> of(RuleTable table) {
        List<TableInput> inputs = new ArrayList<>();
        Map<String, List<@Nullable Object>> points = new LinkedHashMap<>();
        for (Rule rule : table.rules()) {
            List<@Nullable Object> point = point(table, rule);
            if (!point.isEmpty()) {
                points.put(rule.id(), point);
                inputs.add(new TableInput(Place.ROW, rule.id(), point, decided(table, point)));
            }
        }
        Set<List<@Nullable Object>> seen = new LinkedHashSet<>(points.values());
        gaps(table, seen, inputs);
        for (Rule rule : table.rules()) {
            List<@Nullable Object> point = points.get(rule.id());
            if (point != null) {
                bounds(table, rule, point, seen, inputs);
            }
        }
        return inputs;
    }

    private static void gaps(RuleTable table, Set<List<@Nullable Object>> seen, List<TableInput> inputs) {
        Verification verification = table.verify();
        for (ProofCode code : List.of(ProofCode.GAP, ProofCode.DOMAIN_OPEN)) {
            for (ProofFinding gap : verification.of(code)) {
                if (!gap.example().isEmpty() && seen.add(gap.example())) {
                    inputs.add(new TableInput(Place.GAP, "", gap.example(), decided(table, gap.example())));
                }
            }
        }
    }

    /** An input that a row decides, found among the values that matter to any row; empty where none is found. */
    private static List<@Nullable Object> point(RuleTable table, Rule rule) {
        List<List<@Nullable Object>> columns = columns(table, rule);
        Odometer odometer = new Odometer(columns.stream().mapToInt(List::size).toArray());
        for (int tries = 0; tries < TRIES && odometer.hasValue(); tries++, odometer.next()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                values.add(columns.get(column).get(odometer.digit(column)));
            }
            if (decided(table, values).contains(rule.id())) {
                return values;
            }
        }
        return List.of();
    }

    private static List<List<@Nullable Object>> columns(RuleTable table, Rule rule) {
        List<List<@Nullable Object>> columns = new ArrayList<>();
        for (int column = 0; column < rule.conditions().size(); column++) {
            Input<?> input = table.schema().inputs().get(column);
            CellCondition condition = rule.conditions().get(column);
            columns.add(ColumnPoints.of(table, column).stream()
                    .filter(value -> condition.matches(input.type(), value))
                    .toList());
        }
        return columns;
    }

    private static void bounds(
            RuleTable table,
            Rule rule,
            List<@Nullable Object> point,
            Set<List<@Nullable Object>> seen,
            List<TableInput> inputs) {
        for (int column = 0; column < point.size(); column++) {
            Input<?> input = table.schema().inputs().get(column);
            for (Object value : ColumnPoints.beside(input, rule.conditions().get(column))) {
                List<@Nullable Object> moved = new ArrayList<>(point);
                moved.set(column, value);
                if (seen.add(moved)) {
                    inputs.add(new TableInput(Place.BOUND, rule.id(), moved, decided(table, moved)));
                }
            }
        }
    }

    private static List<String> decided(RuleTable table, List<@Nullable Object> values) {
        TableExplanation explanation = table.compile().explain(named(table, values));
        return explanation.decided();
    }

    /**
     * The values of an input by the names of their columns.
     *
     * @param table the table
     * @param values a value for each input column
     * @return the values by name
     */
    public static Map<String, @Nullable Object> named(RuleTable table, List<? extends @Nullable Object> values) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int column = 0; column < values.size(); column++) {
            named.put(table.schema().inputs().get(column).name(), values.get(column));
        }
        return named;
    }

    /** Counts through all combinations of digits, the last one fastest. */
    private static final class Odometer {
        private final int[] sizes;
        private final int[] digits;
        private boolean done;

        Odometer(int[] sizes) {
            this.sizes = sizes;
            this.digits = new int[sizes.length];
            for (int size : sizes) {
                done |= size == 0;
            }
        }

        boolean hasValue() {
            return !done;
        }

        int digit(int place) {
            return digits[place];
        }

        void next() {
            for (int place = digits.length - 1; place >= 0; place--) {
                digits[place]++;
                if (digits[place] < sizes[place]) {
                    return;
                }
                digits[place] = 0;
            }
            done = true;
        }
    }
}
