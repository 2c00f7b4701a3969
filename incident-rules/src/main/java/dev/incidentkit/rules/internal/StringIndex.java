package dev.incidentkit.rules.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of a text in a list: one multiplication over the text's cached hash and, as a rule, one comparison.
 * Among some multipliers the one is taken that needs the fewest further looks; texts with equal hashes are told apart
 * by looking on. Allocates nothing. Immutable.
 */
final class StringIndex {
    private static final int MULTIPLIERS = 64;
    private static final int GOLDEN = 0x9E3779B9;

    private final @Nullable String[] keys;
    private final int[] places;
    private final int multiplier;
    private final int shift;

    StringIndex(List<String> texts) {
        int bits = Math.max(2, 34 - Integer.numberOfLeadingZeros(texts.size())); // a quarter full at most
        this.shift = 32 - bits;
        int best = GOLDEN;
        int fewest = Integer.MAX_VALUE;
        int candidate = GOLDEN;
        for (int i = 0; i < MULTIPLIERS && fewest > 0; i++) {
            int looks = fill(texts, candidate, new String[1 << bits], new int[1 << bits]);
            if (looks < fewest) {
                fewest = looks;
                best = candidate;
            }
            candidate = (candidate * 0x2C1B3C6D + 0x297A2D39) | 1;
        }
        this.multiplier = best;
        this.keys = new String[1 << bits];
        this.places = new int[1 << bits];
        fill(texts, best, keys, places);
    }

    /** Fills the table and returns how many further looks its texts need in all. */
    private int fill(List<String> texts, int factor, @Nullable String[] into, int[] at) {
        int looks = 0;
        for (int place = 0; place < texts.size(); place++) {
            int slot = (texts.get(place).hashCode() * factor) >>> shift;
            while (into[slot] != null) {
                slot = (slot + 1) & (into.length - 1);
                looks++;
            }
            into[slot] = texts.get(place);
            at[slot] = place;
        }
        return looks;
    }

    /** The place of a text, or -1. */
    int find(String text) {
        int slot = (text.hashCode() * multiplier) >>> shift;
        while (true) {
            String key = keys[slot];
            if (key == null) {
                return -1;
            }
            if (key.equals(text)) {
                return places[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
    }
}
