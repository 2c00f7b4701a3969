package dev.incidentkit.core.incident;

/** Who acts: people, automation, the library itself, or another system. Satisfiers of clocks tell them apart. */
public enum ActorKind {
    /** A person. */
    HUMAN,

    /** Automation that acts for somebody: a script, an assistant, a rule of the host. */
    BOT,

    /** The library itself, when something falls due. */
    SYSTEM,

    /** Another system: monitoring, a supplier's ticketing system, a mail gateway. */
    EXTERNAL
}
