package dev.incidentkit.rules.internal.grid;

import dev.incidentkit.rules.format.FormatCode;

/** A file that cannot be taken apart into cells. Caught by the reader, which reports it as a finding. */
public final class GridException extends Exception {
    private static final long serialVersionUID = 1L;

    private final FormatCode code;
    private final int line;
    private final int column;

    /**
     * Creates the exception.
     *
     * @param code what kind of thing is wrong
     * @param line the line, from 1; 0 for the whole file
     * @param column the column, from 1; 0 for the whole line
     * @param message what is wrong and what was expected
     */
    public GridException(FormatCode code, int line, int column, String message) {
        super(message, null, false, false);
        this.code = code;
        this.line = line;
        this.column = column;
    }

    /** {@return what kind of thing is wrong} */
    public FormatCode code() {
        return code;
    }

    /** {@return the line, from 1; 0 for the whole file} */
    public int line() {
        return line;
    }

    /** {@return the column, from 1; 0 for the whole line} */
    public int column() {
        return column;
    }

    /** {@return what is wrong and what was expected} */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
