package dev.incidentkit.benchmarks.rules;

import java.util.Arrays;

/**
 * A rule: for each column the least and the greatest value that it takes.
 *
 * @param low the least values
 * @param high the greatest values
 * @param team what it answers
 */
record Row(int[] low, int[] high, String team) {
    static Row all(int columns, String team) {
        int[] high = new int[columns];
        Arrays.setAll(high, column -> Column.ALL.get(column).size() - 1);
        return new Row(new int[columns], high, team);
    }

    boolean looksAt(int column) {
        return low[column] > 0 || high[column] < Column.ALL.get(column).size() - 1;
    }

    Row with(int column, int from, int to, String other) {
        int[] lows = low.clone();
        int[] highs = high.clone();
        lows[column] = from;
        highs[column] = to;
        return new Row(lows, highs, other);
    }

    boolean matches(int[] values) {
        for (int column = 0; column < low.length; column++) {
            if (values[column] < low[column] || values[column] > high[column]) {
                return false;
            }
        }
        return true;
    }
}
