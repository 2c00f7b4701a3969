package dev.incidentkit.rules.internal;

/**
 * A table compiled to arrays. Classes come in the order of the columns and are never {@link Axis#REFUSED}. Immutable and
 * safe for use by several threads.
 */
public abstract sealed class Engine permits DenseEngine, BitsetEngine, BoxTreeEngine, ObservedEngine {
    /** What {@link #hit} answers where no rule matches. */
    public static final int NONE = -1;

    /** What {@link #hit} answers where the matching rules break the hit policy. */
    public static final int CONFLICT = -2;

    /** The empty answer of {@link #all}. */
    static final int[] NO_ROWS = {};

    Engine() {}

    /**
     * The row that decides. Allocates nothing. Only for hit policies of a single hit.
     *
     * @param classes a class for each column
     * @return the row in the table, {@link #NONE} or {@link #CONFLICT}
     */
    public abstract int hit(int[] classes);

    /**
     * The rows of all matching rules in the order of the hit policy. Only for hit policies of several hits.
     *
     * @param classes a class for each column
     * @return rows of the table, not to be changed
     */
    public abstract int[] all(int[] classes);

    /**
     * The row that decides in a table of at most six columns. Allocates nothing. Columns that the table does not have
     * take any class.
     *
     * @param a the class of the first column
     * @param b the class of the second column
     * @param c the class of the third column
     * @param d the class of the fourth column
     * @param rest the classes of the fifth and sixth column, the fifth in the upper half
     * @return the row in the table, {@link #NONE} or {@link #CONFLICT}
     */
    public abstract int hit(int a, int b, int c, int d, long rest);

    /** Two classes in one number, the first in the upper half. */
    static long pair(int first, int second) {
        return ((long) first << 32) | (second & 0xFFFF_FFFFL);
    }

    /** The class of one of six columns whose classes came in pairs, as {@link #pair} makes them. */
    static int pick(int column, long first, long second, long third) {
        return switch (column) {
            case 0 -> (int) (first >>> 32);
            case 1 -> (int) first;
            case 2 -> (int) (second >>> 32);
            case 3 -> (int) second;
            case 4 -> (int) (third >>> 32);
            default -> (int) third;
        };
    }

    /** {@return about how many bytes the arrays take} */
    public abstract long bytes();
}
