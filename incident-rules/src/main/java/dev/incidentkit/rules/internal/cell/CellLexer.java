package dev.incidentkit.rules.internal.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Splits a cell into tokens. Bare words that stand beside each other are one token, with the blanks between them, so
 * that {@code Service Desk} is a constant. One pass, linear in the length of the cell.
 */
final class CellLexer {
    /** What a token is. */
    enum Type {
        WORD,
        LITERAL,
        OPERATOR,
        DOTS,
        COMMA,
        OPEN_ROUND,
        CLOSE_ROUND,
        OPEN_SQUARE,
        CLOSE_SQUARE,
        END
    }

    /**
     * A token.
     *
     * @param type what it is
     * @param literal the constant, of a word and of a quoted literal; else its text as a bare one
     */
    record Token(Type type, CellLiteral literal) {
        int at() {
            return literal.at();
        }

        int length() {
            return literal.length();
        }
    }

    private static final Map<String, CellLiteral.Kind> FUNCTIONS = Map.of(
            "date", CellLiteral.Kind.DATE,
            "time", CellLiteral.Kind.TIME,
            "date and time", CellLiteral.Kind.DATE_TIME,
            "duration", CellLiteral.Kind.DURATION);

    private static final String DELIMITERS = ",()[]<>=!\"";

    private final String cell;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private CellLexer(String cell) {
        this.cell = cell;
    }

    static List<Token> tokens(String cell) throws CellSyntaxException {
        CellLexer lexer = new CellLexer(cell);
        lexer.run();
        return lexer.tokens;
    }

    private void run() throws CellSyntaxException {
        while (true) {
            skipBlanks();
            if (at >= cell.length()) {
                add(Type.END, "", cell.length(), 0);
                return;
            }
            one(cell.charAt(at));
        }
    }

    private void one(char c) throws CellSyntaxException {
        switch (c) {
            case ',' -> single(Type.COMMA);
            case '(' -> single(Type.OPEN_ROUND);
            case ')' -> single(Type.CLOSE_ROUND);
            case '[' -> single(Type.OPEN_SQUARE);
            case ']' -> single(Type.CLOSE_SQUARE);
            case '<', '>', '=', '!' -> operator(c);
            case '"' -> quoted(CellLiteral.Kind.QUOTED, at);
            default -> wordOrDots();
        }
    }

    private void wordOrDots() throws CellSyntaxException {
        if (atDots()) {
            add(Type.DOTS, "..", at, 2);
            at += 2;
        } else if (cell.charAt(at) == '@' && at + 1 < cell.length() && cell.charAt(at + 1) == '"') {
            int start = at++;
            quoted(CellLiteral.Kind.AT, start);
        } else {
            words();
        }
    }

    private boolean atDots() {
        return cell.startsWith("..", at);
    }

    private void single(Type type) {
        add(type, cell.substring(at, at + 1), at, 1);
        at++;
    }

    private void operator(char c) throws CellSyntaxException {
        boolean two = at + 1 < cell.length() && cell.charAt(at + 1) == '=' && c != '=';
        if (c == '!' && !two) {
            throw new CellSyntaxException("'!' alone means nothing; write != or not(...)", at, 1);
        }
        int length = two ? 2 : 1;
        add(Type.OPERATOR, cell.substring(at, at + length), at, length);
        at += length;
    }

    /** Goes past words with blanks between them; answers where the last one ends. */
    private int skipWords() {
        int end = at;
        while (at < cell.length()) {
            while (at < cell.length() && isWordPart(cell.charAt(at)) && !atDots()) {
                at++;
            }
            end = at;
            skipBlanks();
            if (at >= cell.length() || !isWordPart(cell.charAt(at)) || atDots()) {
                break;
            }
        }
        return end;
    }

    private void words() throws CellSyntaxException {
        int start = at;
        int end = skipWords();
        String text = cell.substring(start, end);
        CellLiteral.Kind function = FUNCTIONS.get(text);
        if (function != null && at < cell.length() && cell.charAt(at) == '(') {
            functionLiteral(function, start);
        } else {
            add(Type.WORD, text, start, end - start);
        }
    }

    private void functionLiteral(CellLiteral.Kind kind, int start) throws CellSyntaxException {
        at++;
        skipBlanks();
        if (at >= cell.length() || cell.charAt(at) != '"') {
            throw new CellSyntaxException("a quoted text was expected after '('", Math.min(at, cell.length()), 1);
        }
        String text = quotedText();
        skipBlanks();
        if (at >= cell.length() || cell.charAt(at) != ')') {
            throw new CellSyntaxException("')' was expected here", Math.min(at, cell.length()), 1);
        }
        at++;
        tokens.add(new Token(Type.LITERAL, new CellLiteral(kind, text, start, at - start)));
    }

    private void quoted(CellLiteral.Kind kind, int start) throws CellSyntaxException {
        String text = quotedText();
        tokens.add(new Token(Type.LITERAL, new CellLiteral(kind, text, start, at - start)));
    }

    private String quotedText() throws CellSyntaxException {
        int start = at;
        StringBuilder text = new StringBuilder();
        for (at++; at < cell.length(); at++) {
            char c = cell.charAt(at);
            if (c == '"') {
                at++;
                return text.toString();
            }
            text.append(c == '\\' ? escaped() : c);
        }
        throw new CellSyntaxException("the quote that begins here is never closed", start, 1);
    }

    private char escaped() throws CellSyntaxException {
        int backslash = at++;
        char c = at < cell.length() ? cell.charAt(at) : ' ';
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"', '\\', '\'' -> c;
            case 'u' -> unicode(backslash);
            default ->
                throw new CellSyntaxException(
                        "a backslash is followed by n, r, t, u and four digits, a quote or a backslash", backslash, 2);
        };
    }

    private char unicode(int backslash) throws CellSyntaxException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = ++at < cell.length() ? Character.digit(cell.charAt(at), 16) : -1;
            if (digit < 0) {
                throw new CellSyntaxException("\\u is followed by four hexadecimal digits", backslash, 2);
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private static boolean isWordPart(char c) {
        return !isBlank(c) && DELIMITERS.indexOf(c) < 0;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void skipBlanks() {
        while (at < cell.length() && isBlank(cell.charAt(at))) {
            at++;
        }
    }

    private void add(Type type, String text, int start, int length) {
        tokens.add(new Token(type, new CellLiteral(CellLiteral.Kind.BARE, text, start, length)));
    }
}
