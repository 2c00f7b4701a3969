package dev.incidentkit.rules.format;

import java.util.Objects;

/**
 * One thing that is wrong, or worth knowing, in a file of tables: where exactly, and how to mend it. Immutable.
 *
 * @param code what kind of thing
 * @param level whether the file is refused for it
 * @param place where
 * @param message what is wrong, what was expected, and a near name where there is one
 */
public record FormatFinding(FormatCode code, Level level, Place place, String message) {
    /** How much a finding matters. */
    public enum Level {
        /** The file is refused. */
        ERROR,
        /** The file is read; a person should look. */
        WARNING
    }

    /**
     * A place in a file.
     *
     * @param file the name of the file, as the caller gave it
     * @param line the line, from 1; 0 if the whole file is meant
     * @param column the column in characters, from 1; 0 if the whole line is meant
     * @param table the table, or empty
     * @param row the id of the row, or empty
     * @param columnName the column of the table, or empty
     * @param cell the text of the cell, or empty
     * @param caretAt where in the cell, from 0
     * @param caretLength how many characters of the cell are meant, 0 if the cell is not to be shown
     */
    public record Place(
            String file,
            int line,
            int column,
            String table,
            String row,
            String columnName,
            String cell,
            int caretAt,
            int caretLength) {
        private static final int SHOWN = 100;

        /** Checks the parts. */
        public Place {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(cell, "cell");
            if (line < 0 || column < 0 || caretAt < 0 || caretLength < 0) {
                throw new IllegalArgumentException("A place has no negative parts, but is " + line + ":" + column
                        + " caret " + caretAt + "+" + caretLength);
            }
        }

        private void describe(StringBuilder text) {
            text.append(file);
            if (line > 0) {
                text.append(':').append(line);
                if (column > 0) {
                    text.append(':').append(column);
                }
            }
            append(text, " table ", table);
            append(text, " row ", row);
            append(text, " column ", columnName);
        }

        private static void append(StringBuilder text, String label, String value) {
            if (!value.isEmpty()) {
                text.append(label).append(value);
            }
        }

        /** The cell with a caret under the place; of a long cell the part around the place. */
        private void show(StringBuilder text) {
            if (caretLength == 0) {
                return;
            }
            int from = Math.max(0, Math.min(caretAt - SHOWN / 2, cell.length() - SHOWN));
            int to = Math.min(cell.length(), from + SHOWN);
            String before = from > 0 ? "..." : "";
            text.append("\n    ").append(before).append(oneLine(cell.substring(from, to)));
            text.append(to < cell.length() ? "..." : "").append("\n    ");
            text.append(" ".repeat(before.length() + Math.min(caretAt, to) - from));
            text.append("^".repeat(Math.max(1, Math.min(caretLength, to - caretAt))));
        }

        private static String oneLine(String part) {
            StringBuilder line = new StringBuilder(part);
            for (int i = 0; i < line.length(); i++) {
                if (Character.isISOControl(line.charAt(i))) {
                    line.setCharAt(i, ' ');
                }
            }
            return line.toString();
        }
    }

    /** Checks the parts. */
    public FormatFinding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(message, "message");
    }

    /**
     * The finding as a person reads it: code, file, line and column, table, row, column, what is wrong; where a cell is
     * meant, the cell below it with a caret under the place.
     *
     * @return one line, or three
     */
    public String describe() {
        StringBuilder text = new StringBuilder(code.id()).append(' ');
        if (level == Level.WARNING) {
            text.append("warning ");
        }
        place.describe(text);
        text.append(": ").append(message);
        place.show(text);
        return text.toString();
    }

    @Override
    public String toString() {
        return describe();
    }
}
