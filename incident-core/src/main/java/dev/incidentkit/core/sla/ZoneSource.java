package dev.incidentkit.core.sla;

/** Whose zone a clock's local times are read in. */
public enum ZoneSource {
    /** The zone of the calendar itself. */
    POLICY,

    /** The zone of the customer, by the attribute {@code customer}. */
    CUSTOMER,

    /** The zone of the accountable group. */
    GROUP,

    /** The zone of the site, by the attribute {@code site}. */
    SITE
}
