package dev.incidentkit.rules;

import java.util.List;

/**
 * A condition on a column, as a rule's builder takes it.
 *
 * @param input the column
 * @param condition what is demanded of its value
 */
public record Cell(Input<?> input, CellCondition condition) {
    /**
     * This condition or another one of the same column.
     *
     * @param other a cell of the same column
     * @return the cell that is met if one of them is
     * @throws IllegalArgumentException if the other cell is of another column
     */
    public Cell or(Cell other) {
        if (!other.input.equals(input)) {
            throw new IllegalArgumentException(
                    "Alternatives are of one column, but '" + input.name() + "' met '" + other.input.name() + "'");
        }
        return new Cell(input, CellCondition.anyOf(List.of(condition, other.condition)));
    }
}
