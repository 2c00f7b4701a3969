package dev.incidentkit.benchmarks.rules;

import dev.incidentkit.rules.Input;
import java.util.Arrays;
import java.util.List;

/**
 * A column of the tables.
 *
 * @param name its name, which is also that of the ticket's property
 * @param type the enum of its values, {@code Boolean} or {@code Integer}
 * @param size how many values it has: its values are 0 to size - 1
 */
record Column(String name, Class<?> type, int size) {
    /** The columns in the order of {@link Ticket}'s values: the first eight are those of the smaller tables. */
    static final List<Column> ALL = List.of(
            enumOf("impact", Ticket.Impact.class),
            enumOf("urgency", Ticket.Urgency.class),
            enumOf("category", Ticket.Category.class),
            enumOf("tier", Ticket.Tier.class),
            new Column("vip", Boolean.class, 2),
            new Column("users", Integer.class, 10_000),
            new Column("supportHours", Boolean.class, 2),
            enumOf("environment", Ticket.Environment.class),
            enumOf("region", Ticket.Region.class),
            new Column("reopenings", Integer.class, 50),
            new Column("minutes", Integer.class, 10_000),
            new Column("site", Integer.class, 500));

    private static Column enumOf(String name, Class<? extends Enum<?>> type) {
        return new Column(name, type, type.getEnumConstants().length);
    }

    boolean isEnum() {
        return type.isEnum();
    }

    boolean isFlag() {
        return type == Boolean.class;
    }

    /** The names of the values of an enum. */
    List<String> names(int from, int to) {
        return Arrays.stream(type.getEnumConstants(), from, to + 1)
                .map(Object::toString)
                .toList();
    }

    /** The value as this library's tables hold it. */
    Object value(int ordinal) {
        if (isEnum()) {
            return type.getEnumConstants()[ordinal];
        }
        return isFlag() ? (Object) (ordinal == 1) : (Object) (long) ordinal;
    }

    /** This column in a table of this library. */
    Input<?> input() {
        if (isEnum()) {
            return enumInput(name, type);
        }
        return isFlag() ? Input.flag(name) : Input.integer(name, 0, size - 1L);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type is that of an enum
    private static Input<?> enumInput(String name, Class<?> type) {
        return Input.enumOf(name, (Class) type);
    }
}
