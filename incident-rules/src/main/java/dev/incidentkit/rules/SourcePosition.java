package dev.incidentkit.rules;

/**
 * A place in the text that a table was read from.
 *
 * @param source the name of the file or of another source
 * @param line the line, from 1
 * @param column the column, from 1, in characters
 */
public record SourcePosition(String source, int line, int column) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if line or column is less than 1
     */
    public SourcePosition {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "Lines and columns of " + source + " count from 1, but " + line + ":" + column + " came");
        }
    }

    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
