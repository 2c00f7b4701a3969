package dev.incidentkit.rules.internal.cell;

import java.util.Objects;

/**
 * A constant in a cell, not yet typed: the column decides what it means.
 *
 * @param kind how it was written
 * @param text the content: of a bare constant its text, of all others what stood between the quotes, unescaped
 * @param at where it begins in the cell, from 0
 * @param length how many characters of the cell it takes, at least 1
 */
public record CellLiteral(Kind kind, String text, int at, int length) {
    /** How a constant was written. */
    public enum Kind {
        /** Bare: {@code 12}, {@code 4h}, {@code EU}, {@code Service Desk}, {@code true}, {@code null}. */
        BARE,
        /** In double quotes: {@code "EU"}. */
        QUOTED,
        /** {@code date("2026-03-01")}. */
        DATE,
        /** {@code time("08:00:00")}. */
        TIME,
        /** {@code date and time("2026-03-01T08:00:00Z")}. */
        DATE_TIME,
        /** {@code duration("PT4H")}. */
        DURATION,
        /** {@code @"..."}: a date, time or duration, told apart by its content. */
        AT
    }

    /** Checks the parts. */
    public CellLiteral {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** {@return whether this is the bare word {@code null}} */
    public boolean isNull() {
        return kind == Kind.BARE && text.equals("null");
    }
}
