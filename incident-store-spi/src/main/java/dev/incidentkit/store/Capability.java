package dev.incidentkit.store;

/** What a store may be able to do beside loading and appending, which every store does. */
public enum Capability {
    /** {@link IncidentQueries}. */
    QUERIES,
    /** {@link TimerQueue} and {@link FailedWakeUps}. */
    TIMERS,
    /** {@link Outbox} and {@link ParkedMessages}. */
    OUTBOX,
    /** {@link Definitions}. */
    DEFINITIONS,
    /** {@link EventFeed}. */
    FEED,
    /** {@link Maintenance}. */
    MAINTENANCE
}
