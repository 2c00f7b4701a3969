package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.format.FormatFinding;
import dev.incidentkit.rules.format.FormatFinding.Level;
import dev.incidentkit.rules.format.FormatFinding.Place;
import dev.incidentkit.rules.internal.grid.GridException;
import dev.incidentkit.rules.internal.grid.RawCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the findings of one file. Not safe for use by several threads. */
public final class Findings {
    private final String file;
    private final int max;
    private final List<FormatFinding> findings = new ArrayList<>();
    private int dropped;
    private int errors;

    /**
     * What of a table is spoken of.
     *
     * @param table the table, or empty
     * @param row the id of the row, or empty
     * @param column the column, or empty
     */
    public record Where(String table, String row, String column) {
        /** Nothing of any table. */
        public static final Where FILE = new Where("", "", "");

        /**
         * A table as a whole.
         *
         * @param table the table
         * @return the place
         */
        public static Where table(String table) {
            return new Where(table, "", "");
        }

        /**
         * A row of this table.
         *
         * @param id its id
         * @return the place
         */
        public Where row(String id) {
            return new Where(table, id, column);
        }

        /**
         * A column of this table or row.
         *
         * @param name its name
         * @return the place
         */
        public Where column(String name) {
            return new Where(table, row, name);
        }
    }

    /**
     * Begins a collection.
     *
     * @param file the name of the file
     * @param max how many findings are kept; of more only the number is told
     */
    public Findings(String file, int max) {
        this.file = file;
        this.max = max;
    }

    /** {@return the name of the file} */
    public String file() {
        return file;
    }

    /** {@return whether one of the findings refuses the file} */
    public boolean hasErrors() {
        return errors > 0;
    }

    /** {@return how many findings refuse the file} */
    public int errors() {
        return errors;
    }

    /** {@return all findings by place, errors and warnings} */
    public List<FormatFinding> all() {
        List<FormatFinding> all = new ArrayList<>(findings);
        all.sort(Comparator.comparingInt(
                        (FormatFinding finding) -> finding.place().line())
                .thenComparingInt(finding -> finding.place().column()));
        if (dropped > 0) {
            all.add(new FormatFinding(
                    FormatCode.LIMIT,
                    Level.WARNING,
                    place(0, 0, Where.FILE),
                    "there are " + dropped + " more findings; mend these first"));
        }
        return all;
    }

    /**
     * Adds a finding as it is.
     *
     * @param finding the finding
     */
    public void add(FormatFinding finding) {
        errors += finding.level() == Level.ERROR ? 1 : 0;
        if (findings.size() < max) {
            findings.add(finding);
        } else {
            dropped++;
        }
    }

    /**
     * Adds an error about a line.
     *
     * @param code what kind of thing
     * @param line the line, 0 for the whole file
     * @param where what of a table is spoken of
     * @param message what is wrong
     */
    public void line(FormatCode code, int line, Where where, String message) {
        add(new FormatFinding(code, Level.ERROR, place(line, 0, where), message));
    }

    /**
     * Adds a warning about a line.
     *
     * @param code what kind of thing
     * @param line the line, 0 for the whole file
     * @param where what of a table is spoken of
     * @param message what is to be known
     */
    public void warn(FormatCode code, int line, Where where, String message) {
        add(new FormatFinding(code, Level.WARNING, place(line, 0, where), message));
    }

    /**
     * Adds an error about a cell as a whole.
     *
     * @param code what kind of thing
     * @param cell the cell
     * @param where what of a table is spoken of
     * @param message what is wrong
     */
    public void cell(FormatCode code, RawCell cell, Where where, String message) {
        fault(new CellFault(code, message, 0, cell.text().length()), cell, where);
    }

    /**
     * Adds an error within a cell.
     *
     * @param fault what is wrong
     * @param cell the cell
     * @param where what of a table is spoken of
     */
    public void fault(CellFault fault, RawCell cell, Where where) {
        add(new FormatFinding(fault.code(), Level.ERROR, place(fault, cell, where), fault.message()));
    }

    /**
     * Adds a warning within a cell.
     *
     * @param fault what is to be known
     * @param cell the cell
     * @param where what of a table is spoken of
     */
    public void warning(CellFault fault, RawCell cell, Where where) {
        add(new FormatFinding(fault.code(), Level.WARNING, place(fault, cell, where), fault.message()));
    }

    /**
     * Adds the error of a file that cannot be taken apart.
     *
     * @param e the error
     */
    public void grid(GridException e) {
        add(new FormatFinding(e.code(), Level.ERROR, place(e.line(), e.column(), Where.FILE), e.problem()));
    }

    private Place place(CellFault fault, RawCell cell, Where where) {
        return new Place(
                file,
                cell.line(),
                cell.columnOf(fault.at()),
                where.table(),
                where.row(),
                where.column(),
                cell.text(),
                fault.at(),
                cell.text().isEmpty() ? 0 : fault.length());
    }

    private Place place(int line, int column, Where where) {
        return new Place(file, line, column, where.table(), where.row(), where.column(), "", 0, 0);
    }
}
