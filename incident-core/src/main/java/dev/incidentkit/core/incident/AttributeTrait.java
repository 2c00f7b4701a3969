package dev.incidentkit.core.incident;

/** What else a definition says of an attribute. */
public enum AttributeTrait {
    /** The value may be personal data: it can be redacted. Only for {@link AttributeType#TEXT}. */
    PERSONAL,

    /** Stores keep it so that it can be queried. */
    INDEXED
}
