package dev.incidentkit.rules.internal;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * For each column and class the set of rules that match it, as bits in the order in which rules are tried; an input's
 * rules are the intersection (Lakshman and Stiliadis, SIGCOMM 1998). Classes that match the same rules share one set.
 */
public final class BitsetEngine extends Engine {
    /** The largest number of rules. */
    static final int MAX_RULES = 16_384;

    /** The largest size of all sets, in bytes. */
    static final long MAX_BYTES = 64L << 20;

    private static final int SAMPLES = 256;

    private final long[][][] bits;
    private final int words;
    private final int[] order;
    private final int[] groups;
    private final Reduction.Mode mode;

    private BitsetEngine(Reduction table, long[][][] bits, int words) {
        this.bits = bits;
        this.words = words;
        this.order = table.order();
        this.mode = table.mode();
        this.groups = new int[table.rules()];
        for (int place = 0; place < groups.length; place++) {
            groups[place] = table.group(place);
        }
    }

    /** Builds the engine, or gives null if the table has too many rules or would take too much memory. */
    static @Nullable BitsetEngine of(Reduction table) {
        int words = (table.rules() + 63) >>> 6;
        if (table.rules() > MAX_RULES) {
            return null;
        }
        long[][][] bits = new long[table.columns()][][];
        long bytes = 0;
        for (int column = 0; column < bits.length; column++) {
            int[] joined = Merging.of(table, column);
            bytes += 8L * words * Merging.count(joined);
            if (bytes > MAX_BYTES) {
                return null;
            }
            bits[column] = column(table, column, joined, words);
        }
        return new BitsetEngine(table, bits, words);
    }

    private static long[][] column(Reduction table, int column, int[] joined, int words) {
        long[][] sets = new long[Merging.count(joined)][words];
        for (int place = 0; place < table.rules(); place++) {
            ClassSet cell = table.cell(place, column);
            for (int range = 0; range < cell.ranges(); range++) {
                for (int clazz = cell.from(range); clazz < cell.to(range); clazz++) {
                    sets[joined[clazz]][place >>> 6] |= 1L << place;
                }
            }
        }
        long[][] byClass = new long[joined.length][];
        Arrays.setAll(byClass, clazz -> sets[joined[clazz]]);
        return byClass;
    }

    /** How many words are looked at for an input, on the average of some that are always the same. */
    double meanWords() {
        if (mode != Reduction.Mode.FIRST) {
            return words;
        }
        Random random = new Random(SAMPLES);
        int[] classes = new int[bits.length];
        long looked = 0;
        for (int i = 0; i < SAMPLES; i++) {
            for (int column = 0; column < classes.length; column++) {
                classes[column] = random.nextInt(bits[column].length);
            }
            int word = 0;
            while (word < words - 1 && word(classes, word) == 0) {
                word++;
            }
            looked += word + 1;
        }
        return (double) looked / SAMPLES;
    }

    private long word(int[] classes, int word) {
        long all = bits[0][classes[0]][word];
        for (int column = 1; column < bits.length && all != 0; column++) {
            all &= bits[column][classes[column]][word];
        }
        return all;
    }

    private long word(long first, long second, long third, int word) {
        long all = bits[0][pick(0, first, second, third)][word];
        for (int column = 1; column < bits.length; column++) {
            all &= bits[column][pick(column, first, second, third)][word];
        }
        return all;
    }

    @Override
    public int hit(int[] classes) {
        int first = NONE;
        for (int word = 0; word < words; word++) {
            long all = word(classes, word);
            if (all != 0) {
                if (mode == Reduction.Mode.FIRST) {
                    return order[(word << 6) + Long.numberOfTrailingZeros(all)];
                }
                first = checked(first, all, word);
                if (first == CONFLICT) {
                    return CONFLICT;
                }
            }
        }
        return first < 0 ? first : order[first];
    }

    @Override
    public int hit(int a, int b, int c, int d, long rest) {
        long ab = pair(a, b);
        long cd = pair(c, d);
        int first = NONE;
        for (int word = 0; word < words; word++) {
            long all = word(ab, cd, rest, word);
            if (all != 0) {
                if (mode == Reduction.Mode.FIRST) {
                    return order[(word << 6) + Long.numberOfTrailingZeros(all)];
                }
                first = checked(first, all, word);
                if (first == CONFLICT) {
                    return CONFLICT;
                }
            }
        }
        return first < 0 ? first : order[first];
    }

    /** Adds the matches of a word to what was found before: the first place, or a conflict. */
    private int checked(int before, long matches, int word) {
        int first = before;
        for (long rest = matches; rest != 0; rest &= rest - 1) {
            int place = (word << 6) + Long.numberOfTrailingZeros(rest);
            if (first == NONE) {
                first = place;
            } else if (mode == Reduction.Mode.ONLY || groups[first] != groups[place]) {
                return CONFLICT;
            }
        }
        return first;
    }

    @Override
    public int[] all(int[] classes) {
        int[] found = NO_ROWS;
        int count = 0;
        for (int word = 0; word < words; word++) {
            for (long rest = word(classes, word); rest != 0; rest &= rest - 1) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.max(4, 2 * count));
                }
                found[count++] = order[(word << 6) + Long.numberOfTrailingZeros(rest)];
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    @Override
    public long bytes() {
        long bytes = 8L * order.length;
        for (long[][] column : bits) {
            bytes += 4L * column.length + Arrays.stream(column).distinct().count() * (16 + 8L * words);
        }
        return bytes;
    }
}
