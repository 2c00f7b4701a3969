package dev.incidentkit.rules.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Joins the classes of a column that every cell treats alike: products of columns shrink much by it. */
final class Merging {
    /** Past so many looks at classes joining is left alone: columns with so many bounds have little to join. */
    private static final long MAX_LOOKS = 4_000_000;

    private Merging() {}

    /**
     * Maps each class of a column to its joined class.
     *
     * @return for each class the number of its joined class; numbers run from 0 without holes, in order of appearance
     */
    static int[] of(Reduction table, int column) {
        int[] joined = new int[table.axis(column).size()];
        Set<ClassSet> cells = new LinkedHashSet<>();
        for (int place = 0; place < table.rules(); place++) {
            cells.add(table.cell(place, column));
        }
        long looks = 0;
        for (ClassSet cell : cells) {
            looks += cell.size() + joined.length;
        }
        if (looks > MAX_LOOKS) {
            Arrays.setAll(joined, clazz -> clazz);
            return joined;
        }
        int count = 1;
        for (ClassSet cell : cells) {
            if (count == joined.length) {
                break;
            }
            count = refine(joined, cell, count);
        }
        return numbered(joined);
    }

    /** Splits each joined class into the part inside a cell and the part outside. */
    private static int refine(int[] joined, ClassSet cell, int count) {
        Map<Integer, Integer> inside = new HashMap<>();
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int range = 0; range < cell.ranges(); range++) {
            for (int clazz = cell.from(range); clazz < cell.to(range); clazz++) {
                sizes.merge(joined[clazz], 1, Integer::sum);
            }
        }
        int[] totals = new int[count];
        for (int clazz : joined) {
            totals[clazz]++;
        }
        int next = count;
        for (Map.Entry<Integer, Integer> part : sizes.entrySet()) {
            boolean whole = totals[part.getKey()] == part.getValue();
            inside.put(part.getKey(), whole ? part.getKey() : Integer.valueOf(next++));
        }
        for (int range = 0; range < cell.ranges(); range++) {
            for (int clazz = cell.from(range); clazz < cell.to(range); clazz++) {
                joined[clazz] = inside.getOrDefault(joined[clazz], joined[clazz]);
            }
        }
        return next;
    }

    private static int[] numbered(int[] joined) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] result = new int[joined.length];
        for (int clazz = 0; clazz < joined.length; clazz++) {
            int known = numbers.size();
            result[clazz] = numbers.computeIfAbsent(joined[clazz], key -> known);
        }
        return result;
    }

    /** How many joined classes a column has. */
    static int count(int[] joined) {
        int count = 0;
        for (int clazz : joined) {
            count = Math.max(count, clazz + 1);
        }
        return count;
    }
}
