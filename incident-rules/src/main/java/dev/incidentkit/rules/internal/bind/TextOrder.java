package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.internal.cell.CellDialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of listed values as DMN means them, where values are texts and {@code <} goes letter by letter. They are
 * kept only where the column's own order says the same, so that no cell changes its meaning on the way.
 */
public final class TextOrder {
    private TextOrder() {}

    static boolean applies(ColumnType<?> type, CellDialect dialect) {
        return dialect == CellDialect.DMN && isListedText(type);
    }

    private static boolean isListedText(ColumnType<?> type) {
        return (type instanceof ColumnType.TextType text && !text.closed().isEmpty())
                || type instanceof ColumnType.EnumType<?>
                || type instanceof ColumnType.ScaleType<?>;
    }

    /** The comparison as the column can hold it; null if the column's own order says something else. */
    static @Nullable CellCondition bind(CellCondition condition, ColumnType<?> type) {
        if (type instanceof ColumnType.TextType) {
            List<Object> byLetters = byLetters(condition, type);
            return byLetters.isEmpty()
                    ? null
                    : CellCondition.anyOf(
                            byLetters.stream().map(CellCondition.Is::new).toList());
        }
        return isFaithful(condition, type) ? condition : null;
    }

    static String meaning(CellCondition condition, ColumnType<?> type) {
        List<Object> values = byLetters(condition, type);
        return values.isEmpty()
                ? "none of the values"
                : Near.list(values.stream().map(TextOrder::text).toList());
    }

    /**
     * Whether a comparison means the same letter by letter as in the column's own order.
     *
     * @param condition a comparison or an interval
     * @param type the type of the column
     * @return true if both hold of the same values
     */
    public static boolean isFaithful(CellCondition condition, ColumnType<?> type) {
        return !isListedText(type) || byLetters(condition, type).equals(byOrder(condition, type));
    }

    /**
     * The values of which a comparison holds in the column's own order.
     *
     * @param condition a comparison or an interval
     * @param type the type of the column
     * @return the values in the order of the column
     */
    public static List<Object> byOrder(CellCondition condition, ColumnType<?> type) {
        List<?> values = type.values();
        // the levels of a scale are listed from the greatest to the least, constants from the least to the greatest
        Comparator<Integer> order =
                type instanceof ColumnType.ScaleType<?> ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Object> matching = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int place = i;
            if (holds(condition, bound -> order.compare(place, values.indexOf(bound)))) {
                matching.add(values.get(i));
            }
        }
        return matching;
    }

    private static List<Object> byLetters(CellCondition condition, ColumnType<?> type) {
        List<Object> matching = new ArrayList<>();
        for (Object value : type.values()) {
            if (holds(condition, bound -> text(value).compareTo(text(bound)))) {
                matching.add(value);
            }
        }
        return matching;
    }

    private interface Comparison {
        int with(Object bound);
    }

    private static boolean holds(CellCondition condition, Comparison value) {
        if (condition instanceof CellCondition.Interval interval) {
            int low = value.with(interval.low());
            int high = value.with(interval.high());
            return (low > 0 || (low == 0 && interval.lowEnd() == CellCondition.End.CLOSED))
                    && (high < 0 || (high == 0 && interval.highEnd() == CellCondition.End.CLOSED));
        }
        CellCondition.Compare compare = (CellCondition.Compare) condition;
        int order = value.with(compare.bound());
        return switch (compare.operator()) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof dev.incidentkit.core.incident.Level level ? level.name() : value.toString();
    }
}
