package dev.incidentkit.testkit.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Combinations of values in which every pair of values of two parameters occurs, in far fewer rows than all combinations:
 * most faults need no more than two values to meet. Greedy, so not the fewest rows; the same parameters always give the
 * same rows. Stateless.
 */
public final class Pairwise {
    private Pairwise() {}

    private record Pair(int first, int firstValue, int second, int secondValue) {}

    /**
     * Combines values.
     *
     * @param parameters the values of each parameter, at least one each
     * @param <T> the kind of values
     * @return rows of a value for each parameter, in which every pair occurs; for one parameter a row for each value
     * @throws IllegalArgumentException if a parameter has no value, or there is no parameter
     */
    public static <T> List<List<T>> of(List<? extends List<? extends T>> parameters) {
        if (parameters.isEmpty() || parameters.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("Each parameter needs a value, but these came: " + parameters);
        }
        int[] sizes = parameters.stream().mapToInt(List::size).toArray();
        Set<Pair> open = pairs(sizes);
        List<List<T>> rows = new ArrayList<>();
        if (sizes.length == 1) {
            parameters.get(0).forEach(value -> rows.add(List.of(value)));
        }
        while (!open.isEmpty()) {
            int[] row = row(sizes, open);
            List<T> values = new ArrayList<>();
            for (int i = 0; i < row.length; i++) {
                values.add(parameters.get(i).get(row[i]));
            }
            rows.add(List.copyOf(values));
        }
        return rows;
    }

    private static Set<Pair> pairs(int[] sizes) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (int first = 0; first < sizes.length; first++) {
            for (int second = first + 1; second < sizes.length; second++) {
                for (int i = 0; i < sizes[first] * sizes[second]; i++) {
                    pairs.add(new Pair(first, i / sizes[second], second, i % sizes[second]));
                }
            }
        }
        return pairs;
    }

    /** Begins with an open pair and adds, parameter by parameter, the value that meets most open pairs. */
    private static int[] row(int[] sizes, Set<Pair> open) {
        Pair begun = open.iterator().next();
        int[] row = new int[sizes.length];
        Set<Integer> set = new HashSet<>(Set.of(begun.first(), begun.second()));
        row[begun.first()] = begun.firstValue();
        row[begun.second()] = begun.secondValue();
        for (int parameter = 0; parameter < sizes.length; parameter++) {
            if (set.add(parameter)) {
                row[parameter] = best(parameter, row, set, sizes[parameter], open);
            }
        }
        open.removeIf(pair -> row[pair.first()] == pair.firstValue() && row[pair.second()] == pair.secondValue());
        return row;
    }

    private static int best(int parameter, int[] row, Set<Integer> set, int size, Set<Pair> open) {
        int best = 0;
        long most = -1;
        for (int value = 0; value < size; value++) {
            int tried = value;
            long met = set.stream()
                    .filter(other -> other != parameter)
                    .filter(other -> open.contains(
                            other < parameter
                                    ? new Pair(other, row[other], parameter, tried)
                                    : new Pair(parameter, tried, other, row[other])))
                    .count();
            if (met > most) {
                most = met;
                best = value;
            }
        }
        return best;
    }
}
