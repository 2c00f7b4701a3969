package dev.incidentkit.rules.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The answers of cells to several hits while rules are added one by one. Cells of equal answers share a set. A set grows
 * by pointing to the one before it, and one that no cell has any more is forgotten, so that the work in between takes no
 * more memory than the answers in the end.
 */
final class HitSets {
    /** The largest sum of the sizes of all sets: 8 MiB of rows, and as much again where hits are made of them. */
    static final int MAX_ENTRIES = 1 << 21;

    /** A set: its last row, and those before. */
    private record Chain(@Nullable Chain before, int row, int size) {}

    private final int[] cells;
    private final @Nullable Chain[] chains;
    private final int[] holders;
    private final int[] free;
    /** For each set the one that it grows to by the row of this turn, if the turn it grew in is this one. */
    private final int[] grown;

    private final int[] turns;

    private int freed;
    private int turn;
    private int row;
    private long entries;

    HitSets(int count) {
        int most = count + 1; // a set is made before the last cell of the one before it moves over
        this.cells = new int[count];
        this.chains = new Chain[most];
        this.holders = new int[most];
        this.grown = new int[most];
        this.turns = new int[most];
        this.free = new int[most];
        holders[0] = count;
        for (int set = most - 1; set > 0; set--) {
            free[freed++] = set;
        }
    }

    /** Begins the turn of a row, which comes after all before it. */
    void next(int of) {
        row = of;
        turn++;
    }

    /** Adds the row of this turn to the answer of a cell, which has not got it yet. */
    void add(int cell) {
        int before = cells[cell];
        if (turns[before] != turn) {
            turns[before] = turn;
            grown[before] = grow(chains[before]);
        }
        int after = grown[before];
        cells[cell] = after;
        holders[after]++;
        if (--holders[before] == 0) {
            entries -= size(chains[before]);
            chains[before] = null;
            free[freed++] = before;
        }
    }

    private int grow(@Nullable Chain before) {
        int set = free[--freed];
        Chain chain = new Chain(before, row, size(before) + 1);
        chains[set] = chain;
        entries += chain.size();
        return set;
    }

    private static int size(@Nullable Chain chain) {
        return chain == null ? 0 : chain.size();
    }

    /** Whether the sets outgrew their bound. The sum never falls from one turn to the next. */
    boolean isTooLarge() {
        return entries > MAX_ENTRIES;
    }

    /** For each cell the number of its set among {@link #rows()}. */
    char[] cells() {
        int[] numbers = numbers();
        char[] numbered = new char[cells.length];
        for (int cell = 0; cell < numbered.length; cell++) {
            numbered[cell] = (char) numbers[cells[cell]];
        }
        return numbered;
    }

    /** The rows of each set, in the order of their turns. */
    int[][] rows() {
        int[] numbers = numbers();
        int[][] rows =
                new int[(int) Arrays.stream(holders).filter(held -> held > 0).count()][];
        for (int set = 0; set < holders.length; set++) {
            if (holders[set] > 0) {
                rows[numbers[set]] = rows(chains[set]);
            }
        }
        return rows;
    }

    /** Sets that a cell has, numbered without holes. */
    private int[] numbers() {
        int[] numbers = new int[holders.length];
        int next = 0;
        for (int set = 0; set < numbers.length; set++) {
            if (holders[set] > 0) {
                numbers[set] = next++;
            }
        }
        return numbers;
    }

    private static int[] rows(@Nullable Chain chain) {
        int[] rows = new int[size(chain)];
        for (Chain rest = chain; rest != null; rest = rest.before()) {
            rows[rest.size() - 1] = rest.row();
        }
        return rows;
    }
}
