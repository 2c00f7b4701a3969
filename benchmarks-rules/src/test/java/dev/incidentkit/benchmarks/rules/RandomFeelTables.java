package dev.incidentkit.benchmarks.rules;

import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Level;
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
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws tables that S-FEEL can say, and inputs on and beside their bounds. */
final class RandomFeelTables {
    /** What must have been drawn, or the test has not tested. */
    static final List<String> HARD_CASES = List.of(
            "UNIQUE",
            "ANY",
            "FIRST",
            "PRIORITY",
            "RULE_ORDER",
            "OUTPUT_ORDER",
            "COLLECT",
            "COLLECT_SUM",
            "COLLECT_MIN",
            "COLLECT_MAX",
            "COLLECT_COUNT",
            "DecimalType",
            "IntegerType",
            "BooleanType",
            "TextType",
            "DateType",
            "DurationType",
            "TimeType",
            "DateTimeType",
            "InstantType",
            "EnumType",
            "ScaleType",
            "Is",
            "AnyOf",
            "Compare",
            "Interval",
            "Not",
            "not where a value may be missing",
            "Prefix",
            "IsNull",
            "missing value");

    /** An enum of a host. */
    enum Tier {
        GOLD,
        SILVER,
        BRONZE
    }

    private static final Scale<Impact> IMPACTS = Scale.of("impact", Impact::new, "HIGH", "MEDIUM", "LOW", "NONE");

    private static final List<String> WORDS = List.of("net", "network/vpn", "db", "Service Desk", "x-ray", "null");

    private final Random random;
    private final Map<String, Integer> drawn;

    RandomFeelTables(long seed, Map<String, Integer> drawn) {
        // neighbouring seeds begin with almost the same numbers
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.drawn = drawn;
    }

    private void count(Object what) {
        drawn.merge(
                what.getClass().equals(String.class)
                        ? (String) what
                        : what.getClass().getSimpleName(),
                1,
                Integer::sum);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    RuleTable table() {
        HitPolicy policy = pick(List.of(HitPolicy.values()));
        count(policy.name());
        RuleSchema.Builder builder =
                RuleSchema.named("decide").hitPolicy(policy).out(output(policy));
        int columns = 1 + random.nextInt(4);
        for (int i = 0; i < columns; i++) {
            Input<?> input = input("in" + i);
            count(input.type());
            builder.in(random.nextInt(4) == 0 ? input.orMissing() : input);
        }
        RuleSchema schema = builder.build();
        List<Rule> rules = new ArrayList<>();
        int size = 1 + random.nextInt(10);
        for (int i = 0; i < size; i++) {
            List<CellCondition> cells = new ArrayList<>();
            schema.inputs()
                    .forEach(input -> cells.add(random.nextInt(4) == 0 ? CellCondition.any() : condition(input)));
            rules.add(new Rule("R" + i, cells, List.of((long) random.nextInt(3) + 1), "", null));
        }
        return RuleTable.of(schema, rules);
    }

    /** Where the order of the allowed values ranks the rules, it is not that of the numbers. */
    private static Output<Long> output(HitPolicy policy) {
        Output<Long> amount = Output.integer("amount");
        return policy.ranksOutputs() ? amount.allowing(List.of(2L, 3L, 1L)) : amount;
    }

    private Input<?> input(String name) {
        return switch (random.nextInt(12)) {
            case 0 -> Input.decimal(name);
            case 1 -> Input.integer(name, 0, 20);
            case 2 -> Input.flag(name);
            case 3 -> Input.text(name);
            case 4 -> Input.oneOf(name, WORDS);
            case 5 -> Input.date(name);
            case 6 -> Input.time(name);
            case 7 -> Input.dateTime(name);
            case 8 -> Input.instant(name);
            case 9 -> Input.enumOf(name, Tier.class);
            case 10 -> Input.scale(name, IMPACTS);
            default -> Input.duration(name);
        };
    }

    private CellCondition condition(Input<?> input) {
        if (input.optional() && random.nextInt(4) == 0) {
            return counted(CellCondition.isNull());
        }
        boolean text = input.type() instanceof ColumnType.TextType;
        boolean numeric = input.type().ordered() && !text && !(input.type() instanceof ColumnType.BooleanType);
        return switch (random.nextInt(numeric ? 6 : text ? 4 : 3)) {
            case 0 -> counted(new CellCondition.Is(value(input)));
            case 1 ->
                counted(CellCondition.anyOf(
                        List.of(new CellCondition.Is(value(input)), new CellCondition.Is(value(input)))));
            case 2 -> not(input);
            case 3, 4 -> text ? prefix(input) : compare(input);
            default -> interval(input);
        };
    }

    private CellCondition compare(Input<?> input) {
        // one between the ends: DMN cannot say a test that no constant meets
        Object bound = isNamed(input) ? input.type().values().get(1) : value(input);
        return counted(new CellCondition.Compare(pick(List.of(CellCondition.Operator.values())), bound));
    }

    private static boolean isNamed(Input<?> input) {
        return input.type() instanceof ColumnType.EnumType || input.type() instanceof ColumnType.ScaleType;
    }

    private CellCondition prefix(Input<?> input) {
        if (input.optional()) {
            // asked for the prefix of a missing value, KIE gives the whole decision up; the export warns of it
            return counted(new CellCondition.Is(value(input)));
        }
        String word = pick(WORDS);
        return counted(new CellCondition.Prefix(word.substring(0, 1 + random.nextInt(word.length()))));
    }

    private CellCondition counted(CellCondition condition) {
        count(condition);
        return condition;
    }

    private CellCondition not(Input<?> input) {
        if (input.optional()) {
            count("not where a value may be missing");
        }
        return counted(new CellCondition.Not(
                CellCondition.anyOf(List.of(new CellCondition.Is(value(input)), new CellCondition.Is(value(input))))));
    }

    @SuppressWarnings("unchecked") // both values are of one column
    private static int order(Object some, Object other) {
        return some instanceof Level level
                ? Integer.compare(((Level) other).rank(), level.rank()) // the first is the most severe
                : ((Comparable<Object>) some).compareTo(other);
    }

    private CellCondition interval(Input<?> input) {
        Object low = value(input);
        Object high = value(input);
        int order = order(low, high);
        if (order == 0) {
            return counted(new CellCondition.Interval(low, CellCondition.End.CLOSED, high, CellCondition.End.CLOSED));
        }
        CellCondition.End lowEnd = pick(List.of(CellCondition.End.values()));
        CellCondition.End highEnd = pick(List.of(CellCondition.End.values()));
        // (3..4) holds no whole number, so the table would be refused
        if (input.type() instanceof ColumnType.IntegerType || isNamed(input)) {
            lowEnd = CellCondition.End.CLOSED;
        }
        return counted(
                order < 0
                        ? new CellCondition.Interval(low, lowEnd, high, highEnd)
                        : new CellCondition.Interval(high, lowEnd, low, highEnd));
    }

    private Object value(Input<?> input) {
        ColumnType<?> type = input.type();
        if (type instanceof ColumnType.DecimalType) {
            return BigDecimal.valueOf(random.nextInt(24) - 4L, random.nextInt(3))
                    .stripTrailingZeros();
        } else if (type instanceof ColumnType.IntegerType) {
            return (long) random.nextInt(21);
        } else if (type instanceof ColumnType.BooleanType) {
            return random.nextBoolean();
        } else if (type instanceof ColumnType.TextType) {
            return pick(WORDS);
        } else if (type instanceof ColumnType.EnumType || type instanceof ColumnType.ScaleType) {
            return pick(type.values());
        }
        return time(type);
    }

    private Object time(ColumnType<?> type) {
        LocalDate date = LocalDate.of(2026, 2, 25).plusDays(random.nextInt(9));
        LocalTime time = LocalTime.of(random.nextInt(3), 30 * random.nextInt(2));
        if (type instanceof ColumnType.DateType) {
            return date;
        } else if (type instanceof ColumnType.TimeType) {
            return time;
        } else if (type instanceof ColumnType.DateTimeType) {
            return date.atTime(time);
        } else if (type instanceof ColumnType.InstantType) {
            return date.atTime(time).toInstant(ZoneOffset.UTC);
        }
        return Duration.ofMinutes(30L * random.nextInt(100));
    }

    /** An input that each column has: a missing one where it may be. */
    Map<String, @Nullable Object> input(RuleSchema schema) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Input<?> input : schema.inputs()) {
            boolean missing = input.optional() && random.nextInt(4) == 0;
            if (missing) {
                count("missing value");
            }
            values.put(input.name(), missing ? null : value(input));
        }
        return values;
    }

    /** The same input as FEEL has it: every number is a decimal, every constant a text, an instant has an offset. */
    static Map<String, @Nullable Object> feel(Map<String, @Nullable Object> input) {
        Map<String, @Nullable Object> values = new HashMap<>();
        input.forEach((name, value) -> values.put(name, value == null ? null : feel(value)));
        return values;
    }

    private static Object feel(Object value) {
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        } else if (value instanceof Instant instant) {
            return instant.atZone(ZoneOffset.UTC);
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof Level level ? level.name() : value;
    }
}
