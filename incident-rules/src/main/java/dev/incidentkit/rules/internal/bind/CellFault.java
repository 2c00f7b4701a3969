package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.cell.CellLiteral;

/**
 * Something wrong within one cell.
 *
 * @param code what kind of thing
 * @param message what is wrong, what was expected, and a near name
 * @param at where in the cell, from 0
 * @param length how many characters, at least 0
 */
public record CellFault(FormatCode code, String message, int at, int length) {
    static CellFault of(FormatCode code, String message, CellLiteral literal) {
        return new CellFault(code, message, literal.at(), literal.length());
    }
}
