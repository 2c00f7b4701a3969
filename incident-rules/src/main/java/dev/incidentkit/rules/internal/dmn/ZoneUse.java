package dev.incidentkit.rules.internal.dmn;

/** What the cells of a column tell about the zone of its times: DMN has one type for times with a zone and without. */
enum ZoneUse {
    /** Its times have none, or it is no column of times. */
    LOCAL,
    /** Its times have one; times of day are held in UTC. */
    ZONED,
    /** No cell names a time, so none is ever compared, and values of both kinds may be asked about. */
    EITHER
}
