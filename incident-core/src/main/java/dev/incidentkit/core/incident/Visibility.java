package dev.incidentkit.core.incident;

/** Who may read a text. */
public enum Visibility {
    /** Everybody, for example on a status page. */
    PUBLIC,

    /** The customer and the desk. */
    CUSTOMER,

    /** The desk only. */
    INTERNAL
}
