package dev.incidentkit.rules.internal.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A table as a decision tree gives it: the leaves are disjoint and complete, columns mixed of few and many classes. Noise
 * then enlarges some rules in one column and shrinks others, and what that did is kept: the planted defects.
 */
final class TreeTable {
    final int[] sizes;
    final List<int[][]> cells = new ArrayList<>();
    final int[] outcomes;

    /** Rules that were shrunk, and the box that each of them lost. */
    final List<Region> lost = new ArrayList<>();

    /** Rules that were enlarged. */
    final List<Integer> enlarged = new ArrayList<>();

    TreeTable(int rules, int columns, int noisePercent, long seed) {
        Random random = new Random(seed);
        sizes = new int[columns];
        for (int column = 0; column < columns; column++) {
            sizes[column] = column % 2 == 0 ? 64 + random.nextInt(192) : 3 + random.nextInt(6);
        }
        grow(rules, random);
        outcomes = random.ints(cells.size(), 0, 7).toArray();
        noise(cells.size() * noisePercent / 100, random);
    }

    RuleGrid grid() {
        return new RuleGrid(sizes, cells);
    }

    private void grow(int rules, Random random) {
        int[][] all = new int[sizes.length][];
        Arrays.setAll(all, column -> Runs.of(0, sizes[column] - 1));
        cells.add(all);
        for (int tries = 0; cells.size() < rules && tries < 1000 * rules; tries++) {
            int leaf = random.nextInt(cells.size());
            int column = random.nextInt(sizes.length);
            int[][] box = cells.get(leaf);
            int from = box[column][0];
            int to = box[column][1];
            if (from < to) {
                int at = from + 1 + random.nextInt(to - from);
                cells.set(leaf, with(box, column, from, at - 1));
                cells.add(with(box, column, at, to));
            }
        }
    }

    private void noise(int count, Random random) {
        boolean[] changed = new boolean[cells.size()];
        for (int done = 0; done < count; ) {
            int rule = random.nextInt(cells.size());
            int column = random.nextInt(sizes.length);
            int[] side = cells.get(rule)[column];
            boolean enlarge = done % 2 == 0;
            boolean possible = enlarge ? side[1] < sizes[column] - 1 : side[0] < side[1];
            if (changed[rule] || !possible) {
                continue;
            }
            changed[rule] = true;
            done++;
            if (enlarge) {
                int to = side[1] + 1 + random.nextInt(sizes[column] - 1 - side[1]);
                cells.set(rule, with(cells.get(rule), column, side[0], to));
                enlarged.add(rule);
            } else {
                int to = side[0] + random.nextInt(side[1] - side[0]);
                lost.add(new Region(with(cells.get(rule), column, to + 1, side[1])));
                cells.set(rule, with(cells.get(rule), column, side[0], to));
            }
        }
    }

    private static int[][] with(int[][] box, int column, int from, int to) {
        int[][] changed = box.clone();
        changed[column] = Runs.of(from, to);
        return changed;
    }
}
