package dev.incidentkit.core.incident;

/** Why a recorded breach is none. */
public enum Withdrawal {
    /** The service worked again before the target was missed, as was found later. */
    RESTORED_IN_TIME,

    /** The target that holds now is judged alone, and is not missed. */
    TARGET_CHANGED
}
