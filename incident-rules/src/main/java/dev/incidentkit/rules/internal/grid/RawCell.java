package dev.incidentkit.rules.internal.grid;

/**
 * The text of one cell and its place in the file.
 *
 * @param text the text without blanks around it, escapes of the file format undone
 * @param source the same as it stands in the file, with quotes and escapes
 * @param line the line of its first character, from 1
 * @param column the column of its first character, from 1
 */
public record RawCell(String text, String source, int line, int column) {
    /**
     * The column of a character of the text in the file. Each character of the text stands in the source in the same
     * order, with escapes between; so the first place where it can stand is where it stands.
     *
     * @param offset the character, from 0 to the length of the text
     * @return its column, from 1; of a cell over several lines, as if it stood on its first line
     */
    public int columnOf(int offset) {
        if (source.length() == text.length()) {
            return column + offset;
        }
        int at = 0;
        for (int i = 0; i < offset && i < text.length(); i++, at++) {
            at = Math.max(at, source.indexOf(text.charAt(i), at));
        }
        if (offset < text.length()) {
            at = Math.max(at, source.indexOf(text.charAt(offset), at));
        }
        return column + Math.min(at, source.length());
    }
}
