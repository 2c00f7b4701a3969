package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.internal.cell.CellDialect;
import dev.incidentkit.rules.internal.cell.CellLiteral;
import dev.incidentkit.rules.internal.cell.CellParser;
import dev.incidentkit.rules.internal.cell.CellSyntaxException;

/** Names, ids and notes: bare where that is safe, in quotes where blanks or signs would be lost or misread. */
public final class PlainText {
    private PlainText() {}

    /**
     * Reads a text that may stand in quotes.
     *
     * @param cell what stands in the cell, stripped
     * @return the text; of broken quotes the cell as it is
     */
    public static String read(String cell) {
        if (cell.isEmpty() || cell.charAt(0) != '"') {
            return cell;
        }
        try {
            CellLiteral literal = CellParser.constant(cell, CellDialect.DMN);
            return literal.kind() == CellLiteral.Kind.QUOTED ? literal.text() : cell;
        } catch (CellSyntaxException e) {
            return cell;
        }
    }

    /**
     * Writes a text so that {@link #read} gives it back.
     *
     * @param text the text
     * @param signs signs that force quotes, because they mean something at that place
     * @return the text, or the text in quotes
     */
    public static String write(String text, String... signs) {
        boolean quote = text.isEmpty()
                || text.charAt(0) == '"'
                || text.charAt(0) == '='
                || !text.equals(text.strip())
                || hasSpecial(text);
        for (String sign : signs) {
            quote |= text.contains(sign);
        }
        return quote ? quoted(text) : text;
    }

    /**
     * Whether a text holds a sign that a file cannot hold as it is: a control, a blank of another kind, half a pair of
     * surrogates.
     *
     * @param text the text
     * @return true if it must be written with escapes
     */
    public static boolean hasSpecial(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpecial(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        boolean blank = c != ' ' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
        return blank || Character.isISOControl(c) || c == '\uFEFF';
    }

    /**
     * A text in quotes, on one line.
     *
     * @param text the text
     * @return the text in double quotes, with backslashes before what needs them
     */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isSpecial(text, i)) {
                        quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
