package dev.incidentkit.rules;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Draws tables of every hit policy and column kind, and inputs that fall on and beside their bounds. */
final class RandomTables {
    /** With a share of tries this small, as where mutants are run, the rare cases need not come up. */
    static final boolean DRAWS_FEW = Integer.getInteger("incidentkit.tries.percent", 10) < 10;

    private static final List<String> WORDS = List.of("net", "network", "network/vpn", "net/a", "db", "sap", "x", "");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Random random;
    private final Map<String, Integer> drawn;

    RandomTables(long seed, Map<String, Integer> drawn) {
        this.random = new Random(seed);
        this.drawn = drawn;
    }

    static Map<String, Integer> counts() {
        return Collections.synchronizedMap(new TreeMap<>());
    }

    void count(String what) {
        drawn.merge(what, 1, Integer::sum);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    RuleTable table() {
        RuleSchema schema = schema();
        int rules = 1 + random.nextInt(random.nextInt(8) == 0 ? 400 : 12);
        boolean sparse = random.nextBoolean();
        List<Rule> all = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            List<CellCondition> cells = new ArrayList<>();
            for (Input<?> input : schema.inputs()) {
                cells.add(random.nextInt(sparse ? 2 : 5) == 0 ? CellCondition.any() : condition(input, 0));
            }
            List<@Nullable Object> outputs = new ArrayList<>();
            for (Output<?> output : schema.outputs()) {
                outputs.add(output(output));
            }
            all.add(new Rule("R" + i, cells, outputs, "", null));
        }
        count(schema.hitPolicy().name());
        return RuleTable.of(schema, all);
    }

    private RuleSchema schema() {
        RuleSchema.Builder builder = RuleSchema.named("random").hitPolicy(pick(List.of(HitPolicy.values())));
        int columns = 1 + random.nextInt(6);
        for (int i = 0; i < columns; i++) {
            Input<?> input = input("in" + i);
            boolean optional = random.nextInt(4) == 0;
            count(optional ? "optional column" : "required column");
            builder.in(optional ? input.orMissing() : input);
        }
        Output<Long> amount = Output.integer("amount").allowing(List.of(3L, 1L, 2L));
        boolean defaults = random.nextInt(3) == 0;
        return builder.out(defaults ? amount.otherwise(2L) : amount).build();
    }

    private @Nullable Object output(Output<?> output) {
        return pick(output.allowed());
    }

    private Input<?> input(String name) {
        int kind = random.nextInt(12);
        Input<?> input = switch (kind) {
            case 0 -> Input.scale(name, Scale.SEVERITY);
            case 1 -> Input.enumOf(name, DayOfWeek.class);
            case 2 -> Input.flag(name);
            case 3 -> Input.integer(name, -3, 12);
            case 4 -> Input.integer(name);
            case 5 -> Input.decimal(name);
            case 6 -> Input.text(name);
            case 7 -> Input.oneOf(name, List.of("net", "network", "db", "sap"));
            case 8 -> Input.duration(name);
            case 9 -> Input.date(name);
            case 10 -> random.nextBoolean() ? Input.time(name) : Input.dateTime(name);
            default -> Input.instant(name);
        };
        count(input.type().getClass().getSimpleName());
        return input;
    }

    private CellCondition condition(Input<?> input, int depth) {
        int kind = random.nextInt(depth == 0 ? 8 : 6);
        CellCondition condition = switch (kind) {
            case 0 -> new CellCondition.Is(value(input));
            case 1, 2 -> compare(input);
            case 3 -> interval(input);
            case 4 ->
                input.type() instanceof ColumnType.TextType
                        ? new CellCondition.Prefix(pick(WORDS.subList(0, 6)))
                        : new CellCondition.Is(value(input));
            case 5 -> input.optional() ? CellCondition.isNull() : new CellCondition.Is(value(input));
            case 6 -> new CellCondition.Not(condition(input, depth + 1));
            default -> CellCondition.anyOf(List.of(condition(input, depth + 1), condition(input, depth + 1)));
        };
        count(condition.getClass().getSimpleName());
        return condition;
    }

    private CellCondition compare(Input<?> input) {
        return input.type().ordered()
                ? new CellCondition.Compare(pick(List.of(CellCondition.Operator.values())), value(input))
                : new CellCondition.Is(value(input));
    }

    private CellCondition interval(Input<?> input) {
        if (!input.type().ordered()) {
            return new CellCondition.Is(value(input));
        }
        Object low = value(input);
        Object high = value(input);
        int order = CellChecks.compare(input.type(), low, high);
        if (order == 0) {
            return new CellCondition.Interval(low, CellCondition.End.CLOSED, high, CellCondition.End.CLOSED);
        }
        CellCondition.End lowEnd = pick(List.of(CellCondition.End.values()));
        CellCondition.End highEnd = pick(List.of(CellCondition.End.values()));
        return order < 0
                ? new CellCondition.Interval(low, lowEnd, high, highEnd)
                : new CellCondition.Interval(high, lowEnd, low, highEnd);
    }

    List<@Nullable Object> values(RuleSchema schema) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Input<?> input : schema.inputs()) {
            boolean missing = input.optional() && random.nextInt(5) == 0;
            values.add(missing ? null : value(input));
            count(missing ? "missing value" : "present value");
        }
        return values;
    }

    /** Values lie on a coarse grid, so that inputs meet bounds, with some beside it. */
    Object value(Input<?> input) {
        ColumnType<?> type = input.type();
        if (type instanceof ColumnType.IntegerType whole) {
            return whole.min() == -3
                    ? (long) random.nextInt(16) - 3
                    : pick(List.of(Long.MIN_VALUE, Long.MAX_VALUE, -1L, 0L, 1L, 2L, 3L, 5L, 8L));
        } else if (type instanceof ColumnType.DecimalType) {
            return BigDecimal.valueOf(random.nextInt(24) - 4, random.nextInt(3)).stripTrailingZeros();
        } else if (type instanceof ColumnType.TextType text) {
            return pick(text.closed().isEmpty() ? WORDS : text.closed());
        } else if (type instanceof ColumnType.DurationType) {
            return step();
        } else if (type instanceof ColumnType.DateType) {
            return LocalDate.of(2026, 3, 1 + random.nextInt(9));
        } else if (type instanceof ColumnType.TimeType) {
            return LocalTime.of(random.nextInt(24), random.nextInt(2) * 30);
        } else if (type instanceof ColumnType.DateTimeType) {
            return LocalDateTime.of(2026, 3, 1, 0, 0).plus(step());
        } else if (type instanceof ColumnType.InstantType) {
            return START.plus(step());
        }
        return pick(type.values());
    }

    private Duration step() {
        return Duration.ofHours(random.nextInt(9)).plusNanos(random.nextInt(2) * 1_000L);
    }

    /** A severity that is none of the default scale's. */
    static Severity strange() {
        return new Severity("SEV9", 3);
    }
}
