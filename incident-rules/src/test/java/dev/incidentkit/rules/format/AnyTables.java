package dev.incidentkit.rules.format;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Random tables of every column kind, condition and hit policy, with texts that are hard to write. Counts what it draws. */
final class AnyTables {
    private static final List<String> HARD = List.of(
            "a",
            "-",
            "null",
            "true",
            "1-2",
            "2-Jan",
            "007",
            "1e5",
            "a|b",
            "a\\|b",
            "x\\",
            "\"",
            "say \"hi\"",
            "=A1",
            " blank ",
            "two\nlines",
            "tab\there",
            "a, b",
            "a;b",
            "[x]",
            "(x)",
            "a..b",
            ".",
            "..",
            "x.",
            "not(a)",
            "not",
            "Service Desk",
            "date",
            "<b>",
            ">= 4h",
            "# head",
            "## a : b",
            "->",
            "`code`",
            "*star*",
            "\u00e9t\u00e9",
            "\ud83d\ude00",
            "\ud800",
            "\u00a0",
            "\ufeffbom",
            "'",
            "&amp;",
            "<!-- c -->",
            "]]>",
            "?",
            "@\"x\"",
            "note");

    private final Random random;
    private final Map<String, Integer> drawn;

    AnyTables(long seed, Map<String, Integer> drawn) {
        this.random = new Random(seed);
        this.drawn = drawn;
    }

    static Map<String, Integer> counts() {
        return new TreeMap<>();
    }

    private void count(String what) {
        drawn.merge(what, 1, Integer::sum);
    }

    RuleTable table() {
        RuleSchema schema = schema();
        int rows = 1 + random.nextInt(6);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            List<CellCondition> conditions = new ArrayList<>();
            schema.inputs().forEach(input -> conditions.add(condition(input)));
            List<@Nullable Object> outputs = new ArrayList<>();
            schema.outputs().forEach(output -> outputs.add(output(output)));
            String note = random.nextInt(3) == 0 ? HARD.get(random.nextInt(HARD.size())) : "";
            rules.add(new Rule(id(i), conditions, outputs, note, null));
        }
        return RuleTable.of(schema, rules);
    }

    private String id(int row) {
        return random.nextBoolean() ? "R" + row : "R" + row + HARD.get(random.nextInt(HARD.size()));
    }

    private RuleSchema schema() {
        HitPolicy policy = HitPolicy.values()[random.nextInt(HitPolicy.values().length)];
        count(policy.name());
        RuleSchema.Builder schema = RuleSchema.named(name("table")).hitPolicy(policy);
        if (random.nextBoolean()) {
            schema.complete();
        }
        int inputs = 1 + random.nextInt(4);
        for (int i = 0; i < inputs; i++) {
            schema.in(new Input<>(name("in" + i), type(random.nextInt(11)), random.nextInt(3) == 0));
        }
        boolean one = policy.aggregates();
        int outputs = one ? 1 : 1 + random.nextInt(3);
        for (int i = 0; i < outputs; i++) {
            schema.out(output(name("out" + i), policy));
        }
        return schema.build();
    }

    private String name(String plain) {
        String hard = HARD.get(random.nextInt(HARD.size()));
        return random.nextInt(3) == 0 ? plain + hard : plain;
    }

    private Output<?> output(String name, HitPolicy policy) {
        ColumnType<?> type = policy.aggregates()
                ? type(4)
                : policy.ranksOutputs() ? type(random.nextInt(3)) : type(random.nextInt(11));
        Output<?> output = Output.of(name, type);
        return !policy.ranksOutputs() && !policy.aggregates() && random.nextInt(3) == 0 ? output.orMissing() : output;
    }

    private ColumnType<?> type(int kind) {
        ColumnType<?> type = switch (kind) {
            case 0 -> new ColumnType.ScaleType<>(Scale.custom("size", "HUGE", "very big", "1-2", "null"));
            case 1 -> new ColumnType.EnumType<>(Samples.Region.class);
            case 2 -> new ColumnType.TextType(HARD.subList(0, 20));
            case 3 -> new ColumnType.TextType(List.of());
            case 4 -> new ColumnType.DecimalType(null, null);
            case 5 -> new ColumnType.IntegerType(Long.MIN_VALUE, Long.MAX_VALUE);
            case 6 -> new ColumnType.DurationType(ColumnType.MAX_DURATION.negated(), ColumnType.MAX_DURATION);
            case 7 -> random.nextBoolean() ? new ColumnType.DateType() : new ColumnType.MonthsType();
            case 8 -> new ColumnType.TimeType();
            case 9 -> random.nextBoolean() ? new ColumnType.DateTimeType() : new ColumnType.InstantType();
            default -> new ColumnType.BooleanType();
        };
        count(type.getClass().getSimpleName());
        return type;
    }

    private Object value(ColumnType<?> type) {
        if (!type.values().isEmpty()) {
            return type.values().get(random.nextInt(type.values().size()));
        } else if (type instanceof ColumnType.TextType) {
            return HARD.get(random.nextInt(HARD.size()));
        } else if (type instanceof ColumnType.DecimalType) {
            return BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(6));
        } else if (type instanceof ColumnType.IntegerType) {
            return random.nextInt(10) == 0 ? Long.MIN_VALUE + 1 : (long) random.nextInt(100) - 50;
        } else if (type instanceof ColumnType.DurationType) {
            return Duration.ofSeconds(random.nextInt(1_000_000) - 500_000, random.nextInt(3) * 500_000_000L);
        } else if (type instanceof ColumnType.MonthsType) {
            return Period.ofMonths(random.nextInt(100) - 50);
        } else if (type instanceof ColumnType.DateType) {
            return LocalDate.ofEpochDay(random.nextInt(60_000) - 10_000);
        } else if (type instanceof ColumnType.TimeType) {
            return LocalTime.ofSecondOfDay(random.nextInt(86_400)).plusNanos(random.nextInt(2) * 1_000L);
        } else if (type instanceof ColumnType.InstantType) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(2) * 1_000L);
        }
        return LocalDateTime.of(LocalDate.ofEpochDay(random.nextInt(60_000)), LocalTime.of(8, random.nextInt(60)));
    }

    private @Nullable Object output(Output<?> output) {
        if (output.optional() && random.nextInt(3) == 0) {
            count("output left out");
            return null;
        }
        return value(output.type());
    }

    private CellCondition condition(Input<?> input) {
        CellCondition condition = any(input, 0);
        return RuleTable.faults(input, condition).isEmpty() ? condition : CellCondition.any();
    }

    private CellCondition any(Input<?> input, int depth) {
        ColumnType<?> type = input.type();
        int kind = random.nextInt(depth < 2 ? 8 : 5);
        CellCondition condition = switch (kind) {
            case 0 -> CellCondition.isNull();
            case 1 -> new CellCondition.Is(value(type));
            case 2 ->
                type.ordered()
                        ? new CellCondition.Compare(CellCondition.Operator.values()[random.nextInt(4)], value(type))
                        : new CellCondition.Is(value(type));
            case 3 ->
                type.ordered()
                        ? new CellCondition.Interval(
                                value(type),
                                CellCondition.End.values()[random.nextInt(2)],
                                value(type),
                                CellCondition.End.values()[random.nextInt(2)])
                        : new CellCondition.Is(value(type));
            case 4 -> type instanceof ColumnType.TextType ? new CellCondition.Prefix("a\"b") : CellCondition.any();
            case 5 -> new CellCondition.Not(any(input, depth + 1));
            default ->
                CellCondition.anyOf(List.of(any(input, depth + 1), any(input, depth + 1), any(input, depth + 1)));
        };
        count(condition.getClass().getSimpleName());
        return condition;
    }
}
