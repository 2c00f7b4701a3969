package dev.incidentkit.core.incident;

/** What one incident is to something else. */
public enum RelationKind {
    /** The other incident is the parent of this one. */
    PARENT,

    /** The other incident is a child of this one. */
    CHILD,

    /** The other incident stands for this one. */
    DUPLICATE_OF,

    /** This incident stands for the other one. */
    DUPLICATED_BY,

    /** The other incident looked alike. */
    SIMILAR_TO,

    /** A change brought the incident about. */
    CAUSED_BY_CHANGE,

    /** A change repairs it. */
    FIXED_BY_CHANGE,

    /** The problem behind it. */
    PROBLEM,

    /** A known error that explains it. */
    KNOWN_ERROR,

    /** A configuration item that suffers. */
    AFFECTED_ITEM,

    /** A configuration item that was changed. */
    CHANGED_ITEM,

    /** A service that suffers. */
    SERVICE,

    /** The request that it really was. */
    SERVICE_REQUEST,

    /** An article that helps. */
    KNOWLEDGE_ARTICLE,

    /** A file. */
    ATTACHMENT,

    /** Something that must be preserved. */
    EVIDENCE,

    /** Where people talk about it. */
    CHAT_ROOM,

    /** A call in which people work on it. */
    BRIDGE,

    /** A page that tells the public. */
    STATUS_PAGE,

    /** The closed incident that this one follows. */
    FOLLOW_UP_OF,

    /** A record in another system. */
    EXTERNAL
}
