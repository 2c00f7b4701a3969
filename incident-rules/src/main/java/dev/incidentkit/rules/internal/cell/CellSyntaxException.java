package dev.incidentkit.rules.internal.cell;

/** A cell that cannot be read. Thrown by {@link CellParser}, caught by the reader of the table, never seen by a user. */
public final class CellSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CellTest.Span span;

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what was expected
     * @param at where in the cell, from 0
     * @param length how many characters, at least 0
     */
    public CellSyntaxException(String message, int at, int length) {
        super(message, null, false, false);
        this.span = new CellTest.Span(at, length);
    }

    /** {@return the place in the cell} */
    public CellTest.Span span() {
        return span;
    }

    /** {@return what is wrong and what was expected} */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
