package dev.incidentkit.rules.format;

/**
 * What can be wrong with a file of tables. The code a person sees, {@code RULES-201}, never changes its meaning:
 * 0xx the file, 1xx the shape of a table, 2xx a cell, 4xx a DMN model, 5xx what an export changed. (3xx are the
 * findings of the proof.)
 */
public enum FormatCode {
    /** The file cannot be read, or is not UTF-8. */
    UNREADABLE(1),
    /** A limit of {@link ReadLimits} is exceeded. */
    LIMIT(2),
    /** A CSV file breaks the rules of CSV, for example a quote that is never closed. */
    BROKEN_CSV(3),
    /** The file holds no table. */
    NO_TABLE(4),
    /** A heading begins like one of a table, but cannot be understood. */
    HEADING(101),
    /** A table for which no schema is declared. */
    UNKNOWN_TABLE(102),
    /** Two tables have one name. */
    DUPLICATE_TABLE(103),
    /** A table that was asked for is not in the file. */
    MISSING_TABLE(104),
    /** A column that the schema does not have. */
    UNKNOWN_COLUMN(105),
    /** A column that stands twice in the header. */
    DUPLICATE_COLUMN(106),
    /** A column of the schema that the table does not have. */
    MISSING_COLUMN(107),
    /** Two rows have one id. */
    DUPLICATE_ROW_ID(108),
    /** A row has no id. */
    MISSING_ROW_ID(109),
    /** A row has more or fewer cells than the header. */
    RAGGED_ROW(110),
    /** A warning: a Markdown table that no heading declares a rule table was not read. */
    IGNORED_TABLE(111),
    /** A row or column of a matrix is missing, doubled or empty. */
    MATRIX(112),
    /** The table as a whole is refused, for example because its hit policy does not fit its outputs. */
    TABLE(113),
    /** A value that the column does not have. */
    UNKNOWN_VALUE(201),
    /** A value of another type than the column's. */
    WRONG_TYPE(202),
    /** An interval that holds no value. */
    EMPTY_INTERVAL(203),
    /** A cell that cannot be parsed. */
    CELL_SYNTAX(204),
    /** A test that this column cannot have, for example {@code <} where values have no order. */
    TEST_NOT_ALLOWED(205),
    /** An output cell is empty, and the column has no default. */
    MISSING_OUTPUT(206),
    /** A constant that a spreadsheet turns into a date, or has turned into one. */
    SPREADSHEET_DATE(207),
    /** A file is not well-formed XML, or uses what is refused for safety: a document type, an entity. */
    XML(401),
    /** An XML file is not a DMN model of a known version. */
    NOT_DMN(402),
    /** An element of DMN that a decision table cannot hold. */
    DMN_UNSUPPORTED(403),
    /** A cell or an expression names a variable, calls a function or computes. */
    DMN_EXPRESSION(404),
    /** A type that is not known, or cannot be a column's. */
    DMN_TYPE(405),
    /** A reference that leads nowhere, outside the document, or in a circle. */
    DMN_REFERENCE(406),
    /** An id that stands twice in the document, or a part that is missing. */
    DMN_STRUCTURE(407),
    /** A warning or a refusal: an export cannot say what the table says. */
    EXPORT(501);

    private final int number;

    FormatCode(int number) {
        this.number = number;
    }

    /**
     * The code as it is printed.
     *
     * @return for example {@code RULES-201}
     */
    public String code() {
        return String.format(java.util.Locale.ROOT, "RULES-%03d", number);
    }

    @Override
    public String toString() {
        return code();
    }
}
