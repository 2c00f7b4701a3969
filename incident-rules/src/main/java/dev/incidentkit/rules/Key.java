package dev.incidentkit.rules;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.rules.internal.Axis;
import dev.incidentkit.rules.internal.OrdinalTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An input of a compiled table, as ordinals. Values are put in the order of the input columns and refused at once if a
 * column does not have them. Made once and reused, it spares every allocation. Not safe for use by several threads.
 */
public final class Key {
    private final RuleTable table;
    private final Axis[] axes;
    private final int[] classes;
    private final @Nullable Object @Nullable [] seen;
    private int next;

    Key(OrdinalTable table, boolean keepValues) {
        this.table = table.table();
        this.axes = table.axes().toArray(Axis[]::new);
        this.classes = new int[axes.length];
        this.seen = keepValues ? new Object[axes.length] : null;
    }

    /**
     * Begins anew.
     *
     * @return this, without values
     */
    public Key begin() {
        next = 0;
        return this;
    }

    /**
     * Puts a level.
     *
     * @param level the level, or null if it is missing
     * @return this
     * @throws InputRefusedException if the column does not have it
     */
    public Key put(@Nullable Level level) {
        return set(level == null ? axis().missing() : axis().classOfLevel(level), level);
    }

    /**
     * Puts a constant of an enum.
     *
     * @param constant the constant, or null if it is missing
     * @return this
     * @throws InputRefusedException if the column does not have it
     */
    public Key put(@Nullable Enum<?> constant) {
        return set(constant == null ? axis().missing() : axis().classOfConstant(constant), constant);
    }

    /**
     * Puts a text.
     *
     * @param text the text, or null if it is missing
     * @return this
     * @throws InputRefusedException if the column does not have it
     */
    public Key put(@Nullable String text) {
        return set(text == null ? axis().missing() : axis().classOfText(text), text);
    }

    /**
     * Puts true or false.
     *
     * @param flag the value
     * @return this
     * @throws InputRefusedException if the column does not have it
     */
    public Key put(boolean flag) {
        int clazz = axis().classOfFlag(flag);
        return set(clazz, (clazz == Axis.REFUSED || seen != null) ? flag : null);
    }

    /**
     * Puts a number without making an object.
     *
     * @param number a whole number; for a duration milliseconds, for an instant milliseconds from 1970, for a date days
     *     from 1970, for a time nanoseconds from midnight, for a date and time microseconds from 1970, for years and
     *     months months
     * @return this
     * @throws InputRefusedException if the column does not have it
     */
    public Key put(long number) {
        int clazz = axis().classOfLong(number);
        if (clazz == Axis.REFUSED) {
            throw new InputRefusedException(table, axes[next].input(), number);
        }
        return set(clazz, seen == null ? null : number);
    }

    /**
     * Puts a number into a decimal column without making an object. The number counts as its shortest decimal form: 0.1
     * is a tenth.
     *
     * @param number a finite number
     * @return this
     * @throws InputRefusedException if the column does not have it
     */
    public Key put(double number) {
        int clazz = axis().classOfDouble(number);
        return set(clazz, (clazz == Axis.REFUSED || seen != null) ? number : null);
    }

    /**
     * Puts a value of any kind, told apart at run time.
     *
     * @param value the value, or null if it is missing
     * @return this
     * @throws InputRefusedException if the column does not have it
     */
    public Key put(@Nullable Object value) {
        return set(axis().classOf(value), value);
    }

    private Axis axis() {
        if (next == axes.length) {
            throw new IllegalStateException("Table '" + table.schema().name() + "' has the " + axes.length
                    + " input columns " + table.schema().inputs() + ", but one more value was put");
        }
        return axes[next];
    }

    private Key set(int clazz, @Nullable Object value) {
        if (clazz == Axis.REFUSED) {
            throw new InputRefusedException(table, axes[next].input(), value);
        }
        if (seen != null) {
            seen[next] = value;
        }
        classes[next++] = clazz;
        return this;
    }

    /** The ordinals, when every column has one. */
    int[] complete() {
        if (next != axes.length) {
            throw new IllegalStateException("Table '" + table.schema().name() + "' has the " + axes.length
                    + " input columns " + table.schema().inputs() + ", but " + next + " values were put");
        }
        return classes;
    }

    /** The table whose input this is. */
    RuleTable table() {
        return table;
    }

    /** The values by column, where they were kept. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < next && seen != null; i++) {
            values.put(axes[i].input().name(), seen[i]);
        }
        return values;
    }

    /** The values as texts by column: those that were put, or their classes where values were not kept. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < next; i++) {
            texts.put(
                    axes[i].input().name(),
                    seen == null
                            ? axes[i].label(classes[i], classes[i] + 1)
                            : axes[i].input().type().textOf(seen[i]));
        }
        return texts;
    }

    @Override
    public String toString() {
        return texts() + " " + Arrays.toString(Arrays.copyOf(classes, next));
    }
}
