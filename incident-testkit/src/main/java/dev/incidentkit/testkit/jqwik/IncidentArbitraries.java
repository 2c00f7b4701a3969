package dev.incidentkit.testkit.jqwik;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.CalendarBuilder;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.testkit.cases.CommandCase;
import dev.incidentkit.testkit.cases.CommandCases;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitraries of what the library knows. Stateless. */
public final class IncidentArbitraries {
    private static final int LONGEST = 25;
    private static final int MOST_RULES = 8;
    private static final List<String> WORDS = List.of("network", "database", "mail", "sap", "printing");
    private static final List<Duration> TIMES = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofMinutes(7),
            Duration.ofMinutes(31),
            Duration.ofHours(3),
            Duration.ofHours(9),
            Duration.ofDays(1),
            Duration.ofDays(8));

    private IncidentArbitraries() {}

    /**
     * Commands on an incident.
     *
     * @param definition whose actions and levels they have
     * @return the commands, each by somebody who may as a rule
     */
    public static Arbitrary<CommandCase> commands(ProcessDefinition definition) {
        return Arbitraries.of(CommandCases.commands(definition));
    }

    /**
     * Histories of incidents: a report, then up to 25 commands in any order, among them whole ways to the closure, minutes to days apart.
     *
     * @param definition by what they are decided
     * @return the histories
     */
    public static Arbitrary<DrawnHistory> histories(ProcessDefinition definition) {
        Arbitrary<List<DrawnHistory.Draw>> single = Combinators.combine(commands(definition), Arbitraries.of(TIMES))
                .as((command, time) -> List.of(new DrawnHistory.Draw(command, time)));
        Arbitrary<List<DrawnHistory.Draw>> closing = Arbitraries.just(closing(definition));
        return Combinators.combine(
                        Arbitraries.of(CommandCases.reports(definition)),
                        Arbitraries.frequencyOf(Tuple.of(30, single), Tuple.of(1, closing))
                                .list()
                                .ofMaxSize(LONGEST))
                .as((report, course) -> DrawnHistory.of(
                        definition,
                        report,
                        course.stream().flatMap(List::stream).toList()));
    }

    /** Few courses would come to their end by chance. */
    private static List<DrawnHistory.Draw> closing(ProcessDefinition definition) {
        return CommandCases.commands(definition).stream()
                .filter(one -> one.name().equals("resolve")
                        || one.name().startsWith("check ")
                        || one.name().equals("close"))
                .sorted(Comparator.comparing(
                        one -> one.name().equals("resolve") ? 0 : one.name().equals("close") ? 2 : 1))
                .map(one -> new DrawnHistory.Draw(one, Duration.ZERO))
                .toList();
    }

    /**
     * Incidents as they stand after any history.
     *
     * @param definition by what they are handled
     * @return the incidents
     */
    public static Arbitrary<Incident> incidents(ProcessDefinition definition) {
        return histories(definition).map(DrawnHistory::incident);
    }

    /**
     * Calendars: one to seven days a week, one to three windows a day, some of them across midnight, in zones with and
     * without changes of the clocks.
     *
     * @return the calendars
     */
    public static Arbitrary<BusinessCalendar> calendars() {
        Arbitrary<Window> windows = Combinators.combine(
                        Arbitraries.integers().between(0, 95),
                        Arbitraries.integers().between(1, 60))
                .as((start, length) -> new Window(
                        LocalTime.MIDNIGHT.plusMinutes(15L * start),
                        LocalTime.MIDNIGHT.plusMinutes(15L * (start + length))));
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")
                .map(ZoneId::of);
        return Combinators.combine(
                        zones,
                        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1),
                        windows.list().ofMinSize(1).ofMaxSize(3))
                .as((zone, days, hours) -> {
                    CalendarBuilder builder = BusinessCalendar.builder("drawn", zone);
                    days.forEach(day -> builder.on(day, hours.toArray(Window[]::new)));
                    return builder.build();
                });
    }

    /**
     * Tables of a schema: up to 8 rules whose cells look at listed values, at numbers from -10 to 10, at hours, and at some
     * words; other columns are not looked at.
     *
     * @param schema the columns; each outcome must be one whose values can be listed, or a text
     * @return the tables, with gaps and overlaps as they come
     * @throws IllegalArgumentException if an outcome is of another type
     */
    public static Arbitrary<RuleTable> tables(RuleSchema schema) {
        List<Arbitrary<Object>> outputs = new ArrayList<>();
        for (Output<?> output : schema.outputs()) {
            outputs.add(Arbitraries.of(values(output)));
        }
        List<Arbitrary<CellCondition>> cells = new ArrayList<>();
        schema.inputs().forEach(input -> cells.add(conditions(input)));
        Arbitrary<List<CellCondition>> conditions = Combinators.combine(cells).as(all -> all);
        Arbitrary<List<Object>> outcomes = Combinators.combine(outputs).as(all -> all);
        Arbitrary<Rule> rules = Combinators.combine(conditions, outcomes)
                .as((when, then) -> new Rule("drawn", when, new ArrayList<>(then), "", null));
        return rules.list().ofMinSize(1).ofMaxSize(MOST_RULES).map(all -> RuleTable.of(schema, numbered(all)));
    }

    private static List<Rule> numbered(List<Rule> rules) {
        List<Rule> numbered = new ArrayList<>();
        for (Rule rule : rules) {
            numbered.add(new Rule("R" + (numbered.size() + 1), rule.conditions(), rule.outputs(), "", null));
        }
        return numbered;
    }

    private static List<Object> values(Output<?> output) {
        List<Object> values =
                new ArrayList<>(output.allowed().isEmpty() ? output.type().values() : output.allowed());
        if (values.isEmpty() && output.type() instanceof ColumnType.TextType) {
            values.addAll(WORDS);
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("The values of outcome '" + output.name() + "' cannot be listed");
        }
        return values;
    }

    private static Arbitrary<CellCondition> conditions(Input<?> input) {
        List<Object> values = new ArrayList<>(input.type().values());
        if (values.isEmpty()) {
            values.addAll(samples(input.type()));
        }
        if (values.isEmpty()) {
            return Arbitraries.just(CellCondition.any());
        }
        Arbitrary<Object> value = Arbitraries.of(values);
        Arbitrary<CellCondition> plain = plain(value.map(CellCondition.Is::new));
        if (!input.type().ordered()) {
            return plain;
        }
        Arbitrary<CellCondition> compare = Combinators.combine(Arbitraries.of(CellCondition.Operator.class), value)
                .as(CellCondition.Compare::new);
        return Arbitraries.oneOf(plain, compare);
    }

    private static Arbitrary<CellCondition> plain(Arbitrary<CellCondition> is) {
        return Arbitraries.oneOf(
                Arbitraries.just(CellCondition.any()),
                is,
                is.list().ofMinSize(1).ofMaxSize(3).map(CellCondition::anyOf));
    }

    private static List<Object> samples(ColumnType<?> type) {
        List<Object> samples = new ArrayList<>();
        for (int i = -10; i <= 10; i++) {
            if (type instanceof ColumnType.IntegerType integer && i >= integer.min() && i <= integer.max()) {
                samples.add((long) i);
            } else if (type instanceof ColumnType.DecimalType decimal
                    && decimal.fault(BigDecimal.valueOf(i)).isEmpty()) {
                samples.add(BigDecimal.valueOf(i));
            } else if (type instanceof ColumnType.DurationType && i > 0) {
                samples.add(Duration.ofHours(i));
            }
        }
        if (type instanceof ColumnType.TextType) {
            samples.addAll(WORDS);
        }
        return samples;
    }
}
