package dev.incidentkit.rules.internal.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins boxes that differ in one column only, again and again until there are none. Sides are numbered, so that boxes
 * are compared by numbers. (To find the fewest boxes is NP-hard; this finds few.) Not safe for use by several threads.
 */
final class Merger {
    private final Map<Side, Integer> numbers = new HashMap<>();
    private final List<int[]> sides = new ArrayList<>();

    private Merger() {}

    /** Disjoint or not, the boxes together stay the same inputs. */
    static List<Region> merge(List<Region> boxes) {
        if (boxes.size() < 2) {
            return boxes;
        }
        Merger merger = new Merger();
        List<int[]> rows = new ArrayList<>(boxes.size());
        boxes.forEach(box -> rows.add(merger.numbered(box)));
        return merger.merged(rows).stream().map(merger::region).toList();
    }

    private List<int[]> merged(List<int[]> boxes) {
        List<int[]> rows = boxes;
        int columns = rows.get(0).length;
        int idle = 0;
        for (int column = 0; idle < columns; column = (column + 1) % columns) {
            int before = rows.size();
            rows = along(rows, column);
            idle = rows.size() < before ? 1 : idle + 1;
        }
        return rows;
    }

    private List<int[]> along(List<int[]> rows, int column) {
        Map<Others, int[]> byOthers = new LinkedHashMap<>(2 * rows.size());
        for (int[] row : rows) {
            int[] first = byOthers.putIfAbsent(new Others(row, column), row);
            if (first != null && first[column] != row[column]) {
                first[column] = number(Runs.union(sides.get(first[column]), sides.get(row[column])));
            }
        }
        return new ArrayList<>(byOthers.values());
    }

    private int[] numbered(Region box) {
        int[] row = new int[box.sides().length];
        for (int column = 0; column < row.length; column++) {
            row[column] = number(box.sides()[column]);
        }
        return row;
    }

    private int number(int[] side) {
        int next = sides.size();
        int number = numbers.computeIfAbsent(new Side(side), key -> next);
        if (number == next) {
            sides.add(side);
        }
        return number;
    }

    private Region region(int[] row) {
        return new Region(Arrays.stream(row).mapToObj(sides::get).toArray(int[][]::new));
    }

    /** A side as a key. */
    private record Side(int[] runs) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Side side && Arrays.equals(runs, side.runs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(runs);
        }
    }

    /** A box as a key, but for one of its sides, which may change while it is a key. */
    private record Others(int[] row, int column) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Others others
                    && Arrays.equals(row, 0, column, others.row, 0, column)
                    && Arrays.equals(row, column + 1, row.length, others.row, column + 1, row.length);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int i = 0; i < row.length; i++) {
                hash = i == column ? hash : 31 * hash + row[i];
            }
            return hash;
        }
    }
}
