package dev.incidentkit.rules.internal;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Input;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one input column. Values of one class are told apart by no cell. The missing value, where the column
 * has it, is the last class. Immutable.
 */
public abstract sealed class Axis permits ListedAxis, OrderedAxis, OpenTextAxis {
    /** The class of a value that the column does not have. */
    public static final int REFUSED = -1;

    private final Input<?> input;
    private final int present;

    /**
     * Creates the common part.
     *
     * @param input the column
     * @param present how many classes there are, the missing value's apart
     */
    Axis(Input<?> input, int present) {
        this.input = input;
        this.present = present;
    }

    /**
     * Makes the axis of a column.
     *
     * @param input the column
     * @param conditions all conditions that its classes are to tell apart
     * @return the axis
     * @throws IllegalArgumentException if a bound of a decimal column is beyond what can be compared
     */
    public static Axis of(Input<?> input, Collection<CellCondition> conditions) {
        ColumnType<?> type = input.type();
        if (type instanceof ColumnType.TextType text && text.closed().isEmpty() && !TextKeys.needed(conditions)) {
            return OpenTextAxis.make(input, conditions);
        }
        return type.values().isEmpty() ? OrderedAxis.make(input, conditions) : new ListedAxis(input, type.values());
    }

    /** {@return the column} */
    public final Input<?> input() {
        return input;
    }

    /** {@return how many classes there are, with that of the missing value} */
    public final int size() {
        return input.optional() ? present + 1 : present;
    }

    /** {@return how many classes of values there are, without that of the missing value} */
    public final int present() {
        return present;
    }

    /** {@return the class of the missing value, or {@link #REFUSED} where the column always has one} */
    public final int missing() {
        return input.optional() ? present : REFUSED;
    }

    /**
     * The classes that a condition matches.
     *
     * @param condition a sound condition; one of those that the axis was made of, or one that no class straddles
     * @return the classes
     */
    public final ClassSet classes(CellCondition condition) {
        if (condition instanceof CellCondition.Any) {
            return ClassSet.range(0, size());
        } else if (condition instanceof CellCondition.IsNull) {
            return input.optional() ? ClassSet.of(present) : ClassSet.EMPTY;
        } else if (condition instanceof CellCondition.Not not) {
            return classes(not.refused()).complement(present).and(ClassSet.range(0, present));
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            ClassSet all = ClassSet.EMPTY;
            for (CellCondition one : anyOf.alternatives()) {
                all = all.or(classes(one));
            }
            return all;
        }
        return simple(condition);
    }

    /** The classes of a condition on a present value that is made of no other. */
    abstract ClassSet simple(CellCondition condition);

    /**
     * The class of a value.
     *
     * @param value a value, or null if it is missing
     * @return its class, or {@link #REFUSED} if the column does not have it
     */
    public final int classOf(@Nullable Object value) {
        return value == null ? missing() : presentClassOf(value);
    }

    abstract int presentClassOf(Object value);

    /**
     * The class of a level.
     *
     * @param level the level
     * @return its class, or {@link #REFUSED}
     */
    public int classOfLevel(Level level) {
        return REFUSED;
    }

    /**
     * The class of a constant of an enum.
     *
     * @param constant the constant
     * @return its class, or {@link #REFUSED}
     */
    public int classOfConstant(Enum<?> constant) {
        return REFUSED;
    }

    /**
     * The class of a text.
     *
     * @param text the text
     * @return its class, or {@link #REFUSED}
     */
    public int classOfText(String text) {
        return REFUSED;
    }

    /**
     * The class of true or false.
     *
     * @param flag the value
     * @return its class, or {@link #REFUSED}
     */
    public int classOfFlag(boolean flag) {
        return REFUSED;
    }

    /**
     * The class of a number in the unit that {@code Key.put(long)} states.
     *
     * @param number the number
     * @return its class, or {@link #REFUSED}
     */
    public int classOfLong(long number) {
        return REFUSED;
    }

    /**
     * The class of a number that counts as its shortest decimal form.
     *
     * @param number the number
     * @return its class, or {@link #REFUSED}
     */
    public int classOfDouble(double number) {
        return REFUSED;
    }

    /**
     * A value of a class.
     *
     * @param clazz a class
     * @return an example; null for the class of the missing value
     */
    public final @Nullable Object example(int clazz) {
        if (clazz < 0 || clazz >= size()) {
            throw new IllegalArgumentException(
                    "Column '" + input.name() + "' has classes 0 to " + (size() - 1) + ", not " + clazz);
        }
        return clazz == missing() ? null : presentExample(clazz);
    }

    abstract Object presentExample(int clazz);

    /**
     * A run of classes in words, in the notation of conditions.
     *
     * @param from the first class
     * @param to the first class beyond; the run does not hold both values and the missing one, unless it holds all
     * @return for example {@code [PT4H..PT8H)} or {@code HIGH, MEDIUM}
     */
    public abstract String label(int from, int to);

    /**
     * An example in words.
     *
     * @param clazz a class
     * @return its text in the notation of conditions
     */
    public final String exampleText(int clazz) {
        return input.type().textOf(example(clazz));
    }
}
