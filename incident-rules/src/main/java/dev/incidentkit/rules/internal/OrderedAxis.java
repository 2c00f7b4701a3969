package dev.incidentkit.rules.internal;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.Input;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A column of ordered values without a list: every value has a {@code long} key in the same order, and the classes are
 * the runs of keys between cuts. So no class is empty, and points, open and closed ends need no case of their own.
 */
public final class OrderedAxis extends Axis {
    private final Keys keys;
    private final long[] cuts;
    private final CutIndex index;

    /** The least double of each class, and that beyond the last, where there is one; empty but for decimals. */
    private final double[] thresholds;

    private OrderedAxis(Input<?> input, Keys keys, long[] cuts) {
        super(input, cuts.length + 1);
        this.keys = keys;
        this.cuts = cuts;
        this.index = new CutIndex(cuts);
        this.thresholds = keys instanceof DecimalKeys decimals ? decimals.thresholds(cuts) : new double[0];
    }

    static OrderedAxis make(Input<?> input, Collection<CellCondition> conditions) {
        Keys keys = Keys.of(input.type(), conditions);
        TreeSet<Long> cuts = new TreeSet<>();
        conditions.forEach(condition -> collect(keys, condition, cuts));
        return new OrderedAxis(
                input, keys, cuts.stream().mapToLong(Long::longValue).toArray());
    }

    private static void collect(Keys keys, CellCondition condition, Set<Long> cuts) {
        if (condition instanceof CellCondition.Not not) {
            collect(keys, not.refused(), cuts);
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            anyOf.alternatives().forEach(one -> collect(keys, one, cuts));
        } else {
            long[] range = range(keys, condition);
            if (range != null) {
                cut(keys, range[0], cuts);
                if (range[1] < keys.max()) {
                    cut(keys, range[1] + 1, cuts);
                }
            }
        }
    }

    private static void cut(Keys keys, long key, Set<Long> cuts) {
        if (key > keys.min() && key <= keys.max()) {
            cuts.add(key);
        }
    }

    /** The first and the last key that a simple condition matches; null where it matches none, or is not about values. */
    private static long @Nullable [] range(Keys keys, CellCondition condition) {
        if (condition instanceof CellCondition.Is is) {
            long key = keys.key(is.value());
            return range(keys, key, key);
        } else if (condition instanceof CellCondition.Compare compare) {
            long bound = keys.key(compare.bound());
            return switch (compare.operator()) {
                case LESS -> bound == Long.MIN_VALUE ? null : range(keys, keys.min(), bound - 1);
                case AT_MOST -> range(keys, keys.min(), bound);
                case GREATER -> bound == Long.MAX_VALUE ? null : range(keys, bound + 1, keys.max());
                case AT_LEAST -> range(keys, bound, keys.max());
            };
        } else if (condition instanceof CellCondition.Interval interval) {
            long low = keys.key(interval.low());
            long high = keys.key(interval.high());
            boolean lowOpen = interval.lowEnd() == CellCondition.End.OPEN;
            boolean highOpen = interval.highEnd() == CellCondition.End.OPEN;
            return (lowOpen && low == Long.MAX_VALUE) || (highOpen && high == Long.MIN_VALUE)
                    ? null
                    : range(keys, lowOpen ? low + 1 : low, highOpen ? high - 1 : high);
        } else if (condition instanceof CellCondition.Prefix prefix && keys instanceof TextKeys texts) {
            return range(keys, texts.key(prefix.prefix()), texts.lastOf(prefix.prefix()));
        }
        return null;
    }

    private static long @Nullable [] range(Keys keys, long low, long high) {
        long from = Math.max(low, keys.min());
        long to = Math.min(high, keys.max());
        return from <= to ? new long[] {from, to} : null;
    }

    @Override
    ClassSet simple(CellCondition condition) {
        long[] range = range(keys, condition);
        return range == null
                ? ClassSet.EMPTY
                : ClassSet.range(Search.notAbove(cuts, range[0]), Search.notAbove(cuts, range[1]) + 1);
    }

    @Override
    int presentClassOf(Object value) {
        return keys.fits(value) ? classOfKey(keys.key(value)) : REFUSED;
    }

    /**
     * The class of a key.
     *
     * @param key a key
     * @return its class, or {@link #REFUSED} if it lies outside the column's range
     */
    int classOfKey(long key) {
        return key < keys.min() || key > keys.max() ? REFUSED : index.notAbove(key);
    }

    @Override
    public int classOfLong(long number) {
        return classOfKey(keys.keyOf(number));
    }

    @Override
    public int classOfDouble(double number) {
        if (thresholds.length == 0 || !(number >= thresholds[0])) {
            return REFUSED; // no column of decimals, or below its range, or no number at all
        }
        int clazz = Search.notAbove(thresholds, number) - 1;
        return clazz <= cuts.length && number <= Double.MAX_VALUE ? clazz : REFUSED;
    }

    private long first(int clazz) {
        return clazz == 0 ? keys.min() : cuts[clazz - 1];
    }

    private long last(int clazz) {
        return clazz == cuts.length ? keys.max() : cuts[clazz] - 1;
    }

    @Override
    Object presentExample(int clazz) {
        // the first class may have no least value worth showing, but its last one stands beside a bound
        boolean endless = clazz == 0 && keys.min() < keys.smallest();
        return keys.value(endless && clazz < cuts.length ? last(clazz) : endless ? keys.plain() : first(clazz));
    }

    @Override
    public String label(int from, int to) {
        if (from == 0 && to == size()) {
            return "-";
        }
        if (from == missing()) {
            return "null";
        }
        if (to > present()) {
            return label(from, present()) + ", null";
        }
        return keys.label(first(from), last(to - 1));
    }
}
