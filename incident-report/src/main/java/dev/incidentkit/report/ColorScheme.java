package dev.incidentkit.report;

/** The colours of a picture. */
public enum ColorScheme {
    /** Follows the reader's setting where the viewer knows it, and is light elsewhere. */
    AUTO,

    /** Dark on white, for print and documents. */
    LIGHT,

    /** Light on black. */
    DARK
}
