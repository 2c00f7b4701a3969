package dev.incidentkit.rules.internal;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts of a column that compares them, letter by letter, as keys: the bound at place {@code i} is the odd key
 * {@code 2i + 1}, and all texts strictly between two neighbours share the even key between them.
 */
final class TextKeys extends Keys {
    private final String[] bounds;

    private TextKeys(ColumnType<?> type, String[] bounds) {
        super(type, bounds.length > 0 && bounds[0].isEmpty() ? 1 : 0, 2L * bounds.length);
        this.bounds = bounds;
    }

    static TextKeys of(ColumnType<?> type, Collection<CellCondition> conditions) {
        TreeSet<String> bounds = new TreeSet<>();
        conditions.forEach(condition -> collect(condition, bounds));
        return new TextKeys(type, bounds.toArray(String[]::new));
    }

    /** Whether a cell compares texts, so that equality and beginnings alone do not tell them apart. */
    static boolean needed(Collection<CellCondition> conditions) {
        return conditions.stream().anyMatch(TextKeys::compares);
    }

    private static boolean compares(CellCondition condition) {
        if (condition instanceof CellCondition.Not not) {
            return compares(not.refused());
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            return needed(anyOf.alternatives());
        }
        return condition instanceof CellCondition.Compare || condition instanceof CellCondition.Interval;
    }

    private static void collect(CellCondition condition, Set<String> bounds) {
        if (condition instanceof CellCondition.Is is) {
            bounds.add((String) is.value());
        } else if (condition instanceof CellCondition.Compare compare) {
            bounds.add((String) compare.bound());
        } else if (condition instanceof CellCondition.Interval interval) {
            bounds.add((String) interval.low());
            bounds.add((String) interval.high());
        } else if (condition instanceof CellCondition.Prefix prefix) {
            bounds.add(prefix.prefix());
            bounds.add(after(prefix.prefix()));
        } else if (condition instanceof CellCondition.Not not) {
            collect(not.refused(), bounds);
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            anyOf.alternatives().forEach(one -> collect(one, bounds));
        }
    }

    /** The least text after all that begin with a text; the text itself where there is none, which has no last letter. */
    private static String after(String prefix) {
        int last = prefix.length() - 1;
        while (last >= 0 && prefix.charAt(last) == Character.MAX_VALUE) {
            last--;
        }
        return last < 0 ? prefix : prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }

    /** The last key of the texts that begin with a text. */
    long lastOf(String prefix) {
        String after = after(prefix);
        return after.equals(prefix) ? max() : key(after) - 1;
    }

    @Override
    boolean fits(Object value) {
        return value instanceof String;
    }

    @Override
    long key(Object value) {
        int place = Arrays.binarySearch(bounds, (String) value);
        return place >= 0 ? 2L * place + 1 : 2L * (-place - 1);
    }

    /** A number is no text. */
    @Override
    long keyOf(long primitive) {
        return min() - 1;
    }

    @Override
    Object value(long key) {
        int place = (int) (key / 2);
        if ((key & 1) == 1) {
            return bounds[place];
        }
        if (place == 0) {
            return "";
        }
        String low = bounds[place - 1];
        String plain = low + "a";
        // a blank is the least sign that can be seen; where even that is too great, only the least of all is left
        return key(plain) == key ? plain : key(low + " ") == key ? low + " " : low + Character.MIN_VALUE;
    }

    @Override
    String label(long first, long last) {
        boolean lowOpen = (first & 1) == 0 && first > 0;
        boolean highOpen = (last & 1) == 0 && last < max();
        if (first == last && !lowOpen && (first & 1) == 1) {
            return text(first);
        }
        String low = text(lowOpen ? first - 1 : Math.max(first, 1));
        String high = text(highOpen ? last + 1 : Math.max(last, 1));
        if (first <= min()) {
            return (highOpen ? "< " : "<= ") + high;
        }
        if (last >= max()) {
            return (lowOpen ? "> " : ">= ") + low;
        }
        return (lowOpen ? "(" : "[") + low + ".." + high + (highOpen ? ")" : "]");
    }
}
