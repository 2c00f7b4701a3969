package dev.incidentkit.rules.internal.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A random table so small that every input can be looked at. Cells are any, ranges, sets with holes, or empty. */
final class SmallTable {
    final int[] sizes;
    final List<int[][]> cells = new ArrayList<>();
    final int[] outcomes;

    SmallTable(Random random) {
        this(sizes(random), random);
    }

    SmallTable(int[] sizes, Random random) {
        this.sizes = sizes;
        int rules = random.nextInt(10);
        int any = random.nextInt(80);
        for (int rule = 0; rule < rules; rule++) {
            int[][] row = new int[sizes.length][];
            for (int column = 0; column < sizes.length; column++) {
                row[column] = cell(sizes[column], any, random);
            }
            boolean repeat = rule > 0 && random.nextInt(12) == 0;
            cells.add(repeat ? cells.get(random.nextInt(rule)) : row);
        }
        outcomes = random.ints(rules, 0, 1 + random.nextInt(4)).toArray();
    }

    private static int[] sizes(Random random) {
        return random.ints(1 + random.nextInt(4), 1, 6).toArray();
    }

    private static int[] cell(int size, int any, Random random) {
        int kind = random.nextInt(100);
        if (kind < any) {
            return Runs.of(0, size - 1);
        }
        if (kind == 99) {
            return new int[0];
        }
        if (kind % 3 > 0) {
            int from = random.nextInt(size);
            return Runs.of(from, from + random.nextInt(size - from));
        }
        int[] set = Runs.of(0, -1);
        for (int value = 0; value < size; value++) {
            set = random.nextBoolean() ? Runs.union(set, Runs.of(value, value)) : set;
        }
        return set;
    }

    RuleGrid grid() {
        return new RuleGrid(sizes, cells);
    }

    /** Every input. */
    static List<int[]> points(int[] sizes) {
        List<int[]> points = new ArrayList<>();
        points.add(new int[sizes.length]);
        for (int column = 0; column < sizes.length; column++) {
            int known = points.size();
            for (int value = 1; value < sizes[column]; value++) {
                for (int i = 0; i < known; i++) {
                    int[] point = points.get(i).clone();
                    point[column] = value;
                    points.add(point);
                }
            }
        }
        return points;
    }

    static boolean contains(int[] set, int value) {
        for (int i = 0; i < set.length; i += 2) {
            if (set[i] <= value && value <= set[i + 1]) {
                return true;
            }
        }
        return false;
    }

    static boolean contains(Region region, int[] point) {
        for (int column = 0; column < point.length; column++) {
            if (!contains(region.sides()[column], point[column])) {
                return false;
            }
        }
        return true;
    }

    boolean matches(int rule, int[] point) {
        return contains(new Region(cells.get(rule)), point);
    }

    /** The first matching rule, or -1. */
    int first(int[] point) {
        for (int rule = 0; rule < cells.size(); rule++) {
            if (matches(rule, point)) {
                return rule;
            }
        }
        return -1;
    }

    int decide(int[] point) {
        int rule = first(point);
        return rule < 0 ? Difference.NONE : outcomes[rule];
    }

    /** All matching rules' outcomes, sorted. */
    List<Integer> decideAll(int[] point) {
        List<Integer> all = new ArrayList<>();
        for (int rule = 0; rule < cells.size(); rule++) {
            if (matches(rule, point)) {
                all.add(outcomes[rule]);
            }
        }
        all.sort(null);
        return all;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Arrays.toString(sizes));
        for (int rule = 0; rule < cells.size(); rule++) {
            text.append('\n')
                    .append(Arrays.deepToString(cells.get(rule)))
                    .append(" -> ")
                    .append(outcomes[rule]);
        }
        return text.toString();
    }
}
