package dev.incidentkit.rules.internal;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Input;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values can be listed: the class of a level is its rank, of a constant its ordinal, of false 0 and of
 * true 1, of a closed text its place.
 */
public final class ListedAxis extends Axis {
    private final Object[] listed;
    private final boolean flags;
    private final boolean descending;
    private final @Nullable StringIndex texts;

    ListedAxis(Input<?> input, List<?> values) {
        super(input, values.size());
        this.listed = values.toArray();
        this.flags = input.type() instanceof ColumnType.BooleanType;
        this.descending = input.type() instanceof ColumnType.ScaleType<?>;
        this.texts = input.type() instanceof ColumnType.TextType text ? new StringIndex(text.closed()) : null;
    }

    @Override
    ClassSet simple(CellCondition condition) {
        if (condition instanceof CellCondition.Is is) {
            int clazz = presentClassOf(is.value());
            return clazz == REFUSED ? ClassSet.EMPTY : ClassSet.of(clazz);
        } else if (condition instanceof CellCondition.Compare compare) {
            return side(compare.operator(), presentClassOf(compare.bound()));
        } else if (condition instanceof CellCondition.Interval interval) {
            boolean low = interval.lowEnd() == CellCondition.End.CLOSED;
            boolean high = interval.highEnd() == CellCondition.End.CLOSED;
            return side(
                            low ? CellCondition.Operator.AT_LEAST : CellCondition.Operator.GREATER,
                            presentClassOf(interval.low()))
                    .and(side(
                            high ? CellCondition.Operator.AT_MOST : CellCondition.Operator.LESS,
                            presentClassOf(interval.high())));
        }
        return prefixed(((CellCondition.Prefix) condition).prefix());
    }

    private ClassSet side(CellCondition.Operator operator, int bound) {
        boolean withBound = operator == CellCondition.Operator.AT_LEAST || operator == CellCondition.Operator.AT_MOST;
        boolean greater = operator == CellCondition.Operator.AT_LEAST || operator == CellCondition.Operator.GREATER;
        // a scale's first level is its greatest, an enum's first constant its least
        return greater == descending
                ? ClassSet.range(0, withBound ? bound + 1 : bound)
                : ClassSet.range(withBound ? bound : bound + 1, present());
    }

    private ClassSet prefixed(String prefix) {
        ClassSet set = ClassSet.EMPTY;
        for (int i = 0; i < listed.length; i++) {
            if (listed[i] instanceof String text && text.startsWith(prefix)) {
                set = set.or(ClassSet.of(i));
            }
        }
        return set;
    }

    @Override
    int presentClassOf(Object value) {
        if (value instanceof Level level) {
            return classOfLevel(level);
        } else if (value instanceof Enum<?> constant) {
            return classOfConstant(constant);
        } else if (value instanceof Boolean flag) {
            return classOfFlag(flag);
        }
        return value instanceof String text ? classOfText(text) : REFUSED;
    }

    @Override
    public int classOfLevel(Level level) {
        int rank = level.rank();
        return rank < listed.length && (listed[rank] == level || listed[rank].equals(level)) ? rank : REFUSED;
    }

    @Override
    public int classOfConstant(Enum<?> constant) {
        int ordinal = constant.ordinal();
        return ordinal < listed.length && listed[ordinal] == constant ? ordinal : REFUSED;
    }

    @Override
    public int classOfText(String text) {
        return texts == null ? REFUSED : texts.find(text);
    }

    @Override
    public int classOfFlag(boolean flag) {
        return flags ? (flag ? 1 : 0) : REFUSED;
    }

    @Override
    Object presentExample(int clazz) {
        return listed[clazz];
    }

    @Override
    public String label(int from, int to) {
        if (from == 0 && to == size()) {
            return "-";
        }
        List<String> parts = new ArrayList<>();
        for (int clazz = from; clazz < to; clazz++) {
            parts.add(exampleText(clazz));
        }
        return String.join(", ", parts);
    }
}
