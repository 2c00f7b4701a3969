package dev.incidentkit.core.process;

/** What follows where no alert of an incident says any more that its condition holds. */
public enum AlertRecovery {
    /** The incident is resolved, as far as nothing stands against it; a potential incident is cancelled. */
    RESOLVE,

    /** It is on the record, and people decide. */
    MARK
}
