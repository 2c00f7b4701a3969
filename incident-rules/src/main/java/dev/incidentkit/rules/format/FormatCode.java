package dev.incidentkit.rules.format;

import dev.incidentkit.rules.RuleCode;
import java.util.Locale;

/**
 * What can be wrong with a file of tables. The code that a person sees, {@code RULES-201}, never changes its meaning,
 * and those of {@link RuleCode} are among them: 0xx the file, 1xx the shape of a table, 2xx a cell, 4xx a DMN model,
 * 5xx what an export cannot say. (3xx are the findings of the proof.)
 */
public enum FormatCode {
    /** The file cannot be read, or is not UTF-8. */
    UNREADABLE(1),
    /** A limit of {@link ReadLimits} is exceeded. */
    LIMIT(2),
    /** A CSV file breaks the rules of CSV, for example by a quote that is never closed. */
    BROKEN_CSV(3),
    /** The file holds no table. */
    NO_TABLE(4),
    /** Two tables, columns or rows have one name. */
    NAME_REPEATED(101),
    /** A name is blank, too long or reserved. */
    NAME_INVALID(102),
    /** There are too few or too many columns or rows. */
    COUNT_INVALID(103),
    /** Some outputs have a default and others have none. */
    DEFAULT_INCOMPLETE(104),
    /** The outputs do not suit the hit policy. */
    HIT_POLICY_UNSUITED(105),
    /** A column that the table's schema does not have. */
    COLUMN_UNKNOWN(106),
    /** A rule has two cells of one column. */
    CELL_REPEATED(107),
    /** The rules of a table are too many and overlap too much to be compiled. */
    TOO_LARGE(108),
    /** A heading begins like one of a table, but cannot be understood. */
    HEADING(111),
    /** A table for which no schema is declared. */
    TABLE_UNKNOWN(112),
    /** A table that was asked for is not in the file. */
    TABLE_MISSING(113),
    /** A column of the schema that the table does not have. */
    COLUMN_MISSING(114),
    /** A row has no id. */
    ROW_ID_MISSING(115),
    /** A row has more or fewer cells than the header. */
    ROW_RAGGED(116),
    /** A warning: a Markdown table that no heading declares was not read. */
    TABLE_IGNORED(117),
    /** A row, column or cell of a matrix is missing or doubled. */
    MATRIX(118),
    /** The heading names another hit policy than the schema. */
    HIT_POLICY_DIFFERS(119),
    /** A line of a Markdown file is written like a row but stands outside its table. */
    ROW_OUTSIDE(120),
    /** A value that the column does not have. */
    VALUE_UNKNOWN(201),
    /** A value of another type than the column's. */
    TYPE_MISMATCH(202),
    /** An interval that holds no value. */
    INTERVAL_EMPTY(203),
    /** A test that this column cannot have, for example {@code <} where values have no order. */
    CONDITION_UNSUITED(204),
    /** A cell asks for null where a value always stands, or an output is missing. */
    NULL_UNSUITED(205),
    /** The numbers of a decimal column have too many digits to be compared exactly. */
    NUMBER_TOO_WIDE(206),
    /** A cell that cannot be parsed. */
    CELL_SYNTAX(211),
    /** A constant that a spreadsheet turns into a date, or has turned into one. */
    SPREADSHEET_DATE(212),
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
    /** A reference that leads nowhere, out of the document, or in a circle. */
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
     * The code for a fault of a table.
     *
     * @param code the code of the fault
     * @return the one with the same identifier
     */
    public static FormatCode of(RuleCode code) {
        for (FormatCode candidate : values()) {
            if (candidate.id().equals(code.id())) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No code of a file is " + code.id() + ", as that of " + code);
    }

    /** {@return the code as it is printed, for example {@code RULES-201}} */
    public String id() {
        return String.format(Locale.ROOT, "RULES-%03d", number);
    }
}
