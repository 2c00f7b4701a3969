package dev.incidentkit.core.incident;

/** What a record is taken for. */
public enum RecordType {
    /** A service is interrupted, or worse than it should be. */
    INCIDENT,

    /** A ticket that somebody flagged; whether it is an incident is still to be judged. */
    POTENTIAL_INCIDENT,

    /** Nothing was interrupted, but it nearly was. */
    NEAR_MISS
}
