package dev.incidentkit.rules.internal.cell;

import dev.incidentkit.rules.internal.cell.CellLexer.Token;
import dev.incidentkit.rules.internal.cell.CellTest.Comparison;
import dev.incidentkit.rules.internal.cell.CellTest.End;
import dev.incidentkit.rules.internal.cell.CellTest.Interval;
import dev.incidentkit.rules.internal.cell.CellTest.Operator;
import dev.incidentkit.rules.internal.cell.CellTest.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses cells: {@code -}, {@code a}, {@code a, b}, {@code not(a, b)}, {@code >= a}, {@code [a..b)},
 * {@code starts with(?, "a")}. Nothing nests but {@code not}, to a bounded depth, so time is linear. Stateless from
 * outside.
 */
public final class CellParser {
    private static final int MAX_DEPTH = 16;

    private final List<Token> tokens;
    private final int length;
    private int next;

    private CellParser(String cell) throws CellSyntaxException {
        this.tokens = CellLexer.tokens(cell);
        this.length = cell.length();
    }

    /**
     * Parses a cell of an input column.
     *
     * @param cell the text of the cell
     * @param dialect where the cell comes from
     * @return the test
     * @throws CellSyntaxException if it is none
     */
    public static CellTest test(String cell, CellDialect dialect) throws CellSyntaxException {
        String trimmed = cell.strip();
        if (trimmed.isEmpty() || trimmed.equals("-")) {
            return new CellTest.Any();
        }
        refuseFormula(trimmed, cell, dialect);
        CellParser parser = new CellParser(cell);
        CellTest test = parser.cell();
        parser.expectEnd();
        return test;
    }

    /**
     * Parses a list of tests without {@code not}, as in the allowed values of a column.
     *
     * @param text the text
     * @return the tests, at least one
     * @throws CellSyntaxException if it is none
     */
    public static List<CellTest> tests(String text) throws CellSyntaxException {
        CellParser parser = new CellParser(text);
        List<CellTest> tests = parser.positives(0);
        parser.expectEnd();
        return tests;
    }

    /**
     * Parses a cell that holds one constant, as in an output column.
     *
     * @param cell the text of the cell, not blank
     * @param dialect where the cell comes from
     * @return the constant
     * @throws CellSyntaxException if it is none, or more than one
     */
    public static CellLiteral constant(String cell, CellDialect dialect) throws CellSyntaxException {
        refuseFormula(cell.strip(), cell, dialect);
        CellParser parser = new CellParser(cell);
        CellLiteral literal = parser.endpoint();
        parser.expectEnd();
        return literal;
    }

    private static void refuseFormula(String trimmed, String cell, CellDialect dialect) throws CellSyntaxException {
        if (dialect == CellDialect.SHEET && trimmed.startsWith("=")) {
            throw new CellSyntaxException(
                    "a cell must not begin with '=', which a spreadsheet takes for a formula; write the value alone",
                    cell.indexOf('='),
                    1);
        }
    }

    private CellTest cell() throws CellSyntaxException {
        List<CellTest> tests = positives(0);
        return tests.size() == 1 ? tests.get(0) : new CellTest.OneOf(tests);
    }

    private List<CellTest> positives(int depth) throws CellSyntaxException {
        List<CellTest> tests = new ArrayList<>();
        tests.add(positive(depth));
        while (peek().type() == CellLexer.Type.COMMA) {
            next++;
            tests.add(positive(depth));
        }
        return tests;
    }

    private CellTest positive(int depth) throws CellSyntaxException {
        Token token = peek();
        return switch (token.type()) {
            case OPERATOR -> {
                next++;
                yield new Comparison(operator(token), endpoint(), token.at());
            }
            case OPEN_ROUND, OPEN_SQUARE, CLOSE_SQUARE -> interval();
            case WORD -> word(token, depth);
            default -> equal();
        };
    }

    private CellTest word(Token token, int depth) throws CellSyntaxException {
        boolean call = tokens.get(next + 1).type() == CellLexer.Type.OPEN_ROUND;
        String text = token.literal().text();
        if (call && text.equals("not")) {
            return not(token, depth);
        }
        if (call && text.equals("starts with")) {
            return prefix(token);
        }
        if (text.equals("-")) {
            next++;
            return new CellTest.Any();
        }
        return equal();
    }

    private CellTest not(Token token, int depth) throws CellSyntaxException {
        if (depth == MAX_DEPTH) {
            throw new CellSyntaxException("not(...) stands inside itself too often", token.at(), token.length());
        }
        next += 2;
        List<CellTest> tests = positives(depth + 1);
        expect(CellLexer.Type.CLOSE_ROUND, "')' was expected to close not(");
        return new CellTest.Not(tests, token.at());
    }

    private CellTest prefix(Token token) throws CellSyntaxException {
        next += 2;
        if (!peek().literal().text().equals("?")) {
            throw unexpected(peek(), "'?' was expected, as in starts with(?, \"DB\")");
        }
        next++;
        expect(CellLexer.Type.COMMA, "',' was expected, as in starts with(?, \"DB\")");
        CellLiteral literal = endpoint();
        expect(CellLexer.Type.CLOSE_ROUND, "')' was expected, as in starts with(?, \"DB\")");
        return new CellTest.Prefix(literal, token.at());
    }

    private CellTest equal() throws CellSyntaxException {
        CellLiteral literal = endpoint();
        return new Comparison(Operator.EQUAL, literal, literal.at());
    }

    private static Operator operator(Token token) {
        String sign = token.literal().text();
        for (Operator operator : Operator.values()) {
            if (operator.sign().equals(sign)) {
                return operator;
            }
        }
        throw new IllegalStateException("The lexer made an operator that the parser does not know: " + sign);
    }

    private Interval interval() throws CellSyntaxException {
        Token open = tokens.get(next++);
        CellLiteral start = endpoint();
        expect(CellLexer.Type.DOTS, "'..' was expected between the two ends of an interval, as in [1..5]");
        CellLiteral end = endpoint();
        Token close = peek();
        if (close.type() != CellLexer.Type.CLOSE_ROUND
                && close.type() != CellLexer.Type.CLOSE_SQUARE
                && close.type() != CellLexer.Type.OPEN_SQUARE) {
            throw unexpected(close, "']' or ')' was expected to close the interval");
        }
        next++;
        return new Interval(
                open.type() == CellLexer.Type.OPEN_SQUARE ? End.CLOSED : End.OPEN,
                start,
                end,
                close.type() == CellLexer.Type.CLOSE_SQUARE ? End.CLOSED : End.OPEN,
                new Span(open.at(), close.at() + 1 - open.at()));
    }

    private CellLiteral endpoint() throws CellSyntaxException {
        Token token = peek();
        if (token.type() != CellLexer.Type.WORD && token.type() != CellLexer.Type.LITERAL) {
            throw unexpected(token, "a value was expected here");
        }
        next++;
        if (token.type() == CellLexer.Type.WORD && peek().type() == CellLexer.Type.OPEN_ROUND) {
            throw new CellSyntaxException(
                    "'" + token.literal().text() + "(' looks like a function; a cell holds constants only",
                    token.at(),
                    token.length());
        }
        return token.literal();
    }

    private void expect(CellLexer.Type type, String problem) throws CellSyntaxException {
        Token token = peek();
        if (token.type() != type) {
            throw unexpected(token, problem);
        }
        next++;
    }

    private void expectEnd() throws CellSyntaxException {
        Token token = peek();
        if (token.type() == CellLexer.Type.DOTS) {
            throw unexpected(token, "an interval stands in brackets, as in [1..5]");
        }
        if (token.type() != CellLexer.Type.END) {
            throw unexpected(token, "the cell should end here, or go on with ','");
        }
    }

    private CellSyntaxException unexpected(Token token, String problem) {
        if (token.type() == CellLexer.Type.END) {
            return new CellSyntaxException(problem + ", but the cell ends", length, 1);
        }
        return new CellSyntaxException(
                problem + ", but found '" + token.literal().text() + "'", token.at(), token.length());
    }

    private Token peek() {
        return tokens.get(next);
    }
}
