package dev.incidentkit.rules;

import dev.incidentkit.core.incident.Level;
import java.util.List;
import java.util.Objects;

/**
 * A complete table of two columns and one outcome, such as priority by impact and urgency. A look-up is one array
 * access and allocates nothing. Immutable. Made by {@link Tables}.
 *
 * @param <R> the kind of rows
 * @param <C> the kind of columns
 * @param <O> the kind of outcomes
 */
public abstract sealed class Matrix<R, C, O> permits Matrix.OfEnums, Matrix.OfLevels {
    private final RuleTable table;
    private final Object[] cells;
    private final int width;

    Matrix(RuleTable table, Object[] cells, int width) {
        this.table = table;
        this.cells = cells;
        this.width = width;
    }

    /**
     * The outcome of a row and a column.
     *
     * @param row a value of the first column of conditions
     * @param column a value of the second
     * @return the outcome
     * @throws IllegalArgumentException if one belongs to another scale
     */
    public abstract O at(R row, C column);

    /**
     * The outcome of a row and a column by their ordinals.
     *
     * @param row the rank or ordinal in the first column of conditions
     * @param column the rank or ordinal in the second
     * @return the outcome
     * @throws IndexOutOfBoundsException if there is no such ordinal
     */
    @SuppressWarnings("unchecked") // the cells are the outputs of the table, which holds values of O
    public final O at(int row, int column) {
        return (O) cells[row * width + Objects.checkIndex(column, width)];
    }

    /** {@return the matrix as a table of unique rules, one for each cell, named like {@code HIGH x LOW}} */
    public final RuleTable table() {
        return table;
    }

    @Override
    public final String toString() {
        return table.toString();
    }

    static final class OfEnums<R extends Enum<R>, C extends Enum<C>, O> extends Matrix<R, C, O> {
        OfEnums(RuleTable table, Object[] cells, int width) {
            super(table, cells, width);
        }

        @Override
        public O at(R row, C column) {
            return at(row.ordinal(), column.ordinal());
        }
    }

    static final class OfLevels<R extends Level, C extends Level, O> extends Matrix<R, C, O> {
        private final Level[] rows;
        private final Level[] columns;

        OfLevels(RuleTable table, Object[] cells, Level[] rows, Level[] columns) {
            super(table, cells, columns.length);
            this.rows = rows;
            this.columns = columns;
        }

        @Override
        public O at(R row, C column) {
            return at(rank(rows, row), rank(columns, column));
        }

        private static int rank(Level[] levels, Level level) {
            int rank = level.rank();
            if (rank >= levels.length || (levels[rank] != level && !levels[rank].equals(level))) {
                throw new IllegalArgumentException(
                        "The matrix has the levels " + List.of(levels) + ", but was asked for " + level);
            }
            return rank;
        }
    }
}
