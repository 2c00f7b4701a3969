package dev.incidentkit.rules;

import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Short ways to matrices.
 *
 * <pre>{@code
 * Matrix<Impact, Urgency, Priority> priority = Tables.matrix("priority", Impact.class, Urgency.class, Priority.class)
 *         .row(HIGH, P1, P2, P3)
 *         .row(MEDIUM, P2, P3, P4)
 *         .row(LOW, P3, P4, P5)
 *         .build();
 * Priority p = priority.at(Impact.HIGH, Urgency.LOW);
 * }</pre>
 */
public final class Tables {
    private Tables() {}

    /**
     * Begins a matrix over enums.
     *
     * @param name the name of the table
     * @param rows the enum of the rows
     * @param columns the enum of the columns
     * @param outcomes the enum of the cells
     * @param <R> the enum of the rows
     * @param <C> the enum of the columns
     * @param <O> the enum of the cells
     * @return a builder without cells
     */
    public static <R extends Enum<R>, C extends Enum<C>, O extends Enum<O>> MatrixBuilder<R, C, O> matrix(
            String name, Class<R> rows, Class<C> columns, Class<O> outcomes) {
        return new MatrixBuilder<>(
                name,
                Input.enumOf(decapitalized(rows), rows),
                Input.enumOf(decapitalized(columns), columns),
                Output.enumOf(decapitalized(outcomes), outcomes),
                built -> new Matrix.OfEnums<>(built.table(), built.filled(), columns.getEnumConstants().length));
    }

    private static String decapitalized(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /**
     * Begins a matrix over scales.
     *
     * @param name the name of the table
     * @param rows the scale of the rows
     * @param columns the scale of the columns
     * @param outcomes the scale of the cells
     * @param <R> the kind of rows
     * @param <C> the kind of columns
     * @param <O> the kind of cells
     * @return a builder without cells
     */
    public static <R extends Level, C extends Level, O extends Level> MatrixBuilder<R, C, O> matrix(
            String name, Scale<R> rows, Scale<C> columns, Scale<O> outcomes) {
        return new MatrixBuilder<>(
                name,
                Input.scale(rows.name(), rows),
                Input.scale(columns.name(), columns),
                Output.scale(outcomes.name(), outcomes),
                built -> new Matrix.OfLevels<>(
                        built.table(),
                        built.filled(),
                        rows.levels().toArray(Level[]::new),
                        columns.levels().toArray(Level[]::new)));
    }

    /**
     * Core's matrix as a matrix of this module, to be verified, written or compared as a table.
     *
     * @param matrix core's matrix
     * @return the same cells
     */
    public static Matrix<Impact, Urgency, Priority> matrix(PriorityMatrix matrix) {
        MatrixBuilder<Impact, Urgency, Priority> builder =
                matrix("priority", matrix.impacts(), matrix.urgencies(), matrix.priorities());
        for (Impact impact : matrix.impacts().levels()) {
            for (Urgency urgency : matrix.urgencies().levels()) {
                builder.cell(impact, urgency, matrix.at(impact, urgency));
            }
        }
        return builder.build();
    }

    /**
     * A table as core's matrix. The table may be written in any way, with rules that span several cells; it must answer
     * for each.
     *
     * @param table a table of an impact, an urgency and a priority
     * @return the same cells
     * @throws IllegalArgumentException if the columns are others
     * @throws RuleEvaluationException if a cell has no rule, or the hit policy is violated
     */
    public static PriorityMatrix priorityMatrix(RuleTable table) {
        RuleSchema schema = table.schema();
        if (schema.inputs().size() != 2 || schema.outputs().size() != 1) {
            throw new IllegalArgumentException("A priority matrix has an impact, an urgency and a priority, but table '"
                    + schema.name() + "' has " + schema.inputs() + " -> " + schema.outputs());
        }
        Scale<Impact> impacts = scale(schema.inputs().get(0).type(), Impact.class);
        Scale<Urgency> urgencies = scale(schema.inputs().get(1).type(), Urgency.class);
        Scale<Priority> priorities = scale(schema.outputs().get(0).type(), Priority.class);
        CompiledTable compiled = table.compile();
        PriorityMatrix.Builder builder = PriorityMatrix.builder(impacts, urgencies, priorities);
        for (Impact impact : impacts.levels()) {
            for (Urgency urgency : urgencies.levels()) {
                RuleOutcome outcome = compiled.at(impact.rank(), urgency.rank());
                builder.cell(
                        impact.name(),
                        urgency.name(),
                        ((Priority) Objects.requireNonNull(outcome.values().get(0))).name());
            }
        }
        return builder.build();
    }

    @SuppressWarnings("unchecked") // the class of the scale's levels is looked at
    private static <L extends Level> Scale<L> scale(ColumnType<?> type, Class<L> kind) {
        if (type instanceof ColumnType.ScaleType<?> scale
                && kind.isInstance(scale.scale().at(0))) {
            return (Scale<L>) scale.scale();
        }
        throw new IllegalArgumentException("A column of " + kind.getSimpleName() + " was expected, but it is " + type);
    }

    /**
     * Collects the cells of a matrix. Not safe for use by several threads.
     *
     * @param <R> the kind of rows
     * @param <C> the kind of columns
     * @param <O> the kind of cells
     */
    public static final class MatrixBuilder<R, C, O> {
        private final String name;
        private final Input<R> rows;
        private final Input<C> columns;
        private final Output<O> outcomes;
        private final Function<MatrixBuilder<R, C, O>, Matrix<R, C, O>> finish;
        private final @Nullable Object[] cells;
        private final List<RuleFinding> faults = new ArrayList<>();

        private MatrixBuilder(
                String name,
                Input<R> rows,
                Input<C> columns,
                Output<O> outcomes,
                Function<MatrixBuilder<R, C, O>, Matrix<R, C, O>> finish) {
            this.name = name;
            this.rows = rows;
            this.columns = columns;
            this.outcomes = outcomes;
            this.finish = finish;
            this.cells = new Object
                    [rows.type().values().size() * columns.type().values().size()];
        }

        /**
         * Sets a whole row.
         *
         * @param row the row
         * @param values an outcome for each column, in their order
         * @return this
         */
        @SafeVarargs
        public final MatrixBuilder<R, C, O> row(R row, O... values) {
            List<C> all = columns.type().values();
            if (values.length != all.size()) {
                fault(
                        RuleCode.COUNT_INVALID,
                        "row " + row + " must have " + all.size() + " cells, one for each of " + all + ", but has "
                                + values.length);
                return this;
            }
            for (int i = 0; i < values.length; i++) {
                cell(row, all.get(i), values[i]);
            }
            return this;
        }

        /**
         * Sets one cell.
         *
         * @param row the row
         * @param column the column
         * @param value the outcome
         * @return this
         */
        public MatrixBuilder<R, C, O> cell(R row, C column, O value) {
            int r = rows.type().values().indexOf(row);
            int c = columns.type().values().indexOf(column);
            if (r < 0 || c < 0) {
                fault(
                        RuleCode.VALUE_UNKNOWN,
                        "cell " + row + " x " + column + " is none of "
                                + rows.type().values() + " x "
                                + columns.type().values());
                return this;
            }
            int at = r * columns.type().values().size() + c;
            if (cells[at] != null) {
                fault(
                        RuleCode.CELL_REPEATED,
                        "cell " + row + " x " + column + " is set twice, to " + cells[at] + " and to " + value);
            }
            cells[at] = value;
            return this;
        }

        private void fault(RuleCode code, String message) {
            faults.add(new RuleFinding(code, name, null, null, null, message));
        }

        /**
         * Makes the matrix.
         *
         * @return the matrix
         * @throws RuleTableException if a cell is missing, set twice or unknown; it names every one
         */
        public Matrix<R, C, O> build() {
            List<RuleFinding> all = new ArrayList<>(faults);
            int width = columns.type().values().size();
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] == null) {
                    all.add(new RuleFinding(
                            RuleCode.COUNT_INVALID,
                            name,
                            null,
                            null,
                            null,
                            "cell " + rows.type().values().get(i / width) + " x "
                                    + columns.type().values().get(i % width) + " is missing"));
                }
            }
            if (!all.isEmpty()) {
                throw new RuleTableException("matrix '" + name + "'", all);
            }
            return finish.apply(this);
        }

        private Object[] filled() {
            Object[] filled = new Object[cells.length];
            for (int i = 0; i < filled.length; i++) {
                filled[i] = Objects.requireNonNull(cells[i]);
            }
            return filled;
        }

        private RuleTable table() {
            RuleTable.Builder builder = RuleSchema.named(name)
                    .in(rows)
                    .in(columns)
                    .out(outcomes)
                    .complete()
                    .build()
                    .builder();
            int width = columns.type().values().size();
            for (int i = 0; i < cells.length; i++) {
                R row = rows.type().values().get(i / width);
                C column = columns.type().values().get(i % width);
                builder.rule(row + " x " + column)
                        .when(rows.is(row), columns.is(column))
                        .then(cells[i]);
            }
            return builder.build();
        }
    }
}
