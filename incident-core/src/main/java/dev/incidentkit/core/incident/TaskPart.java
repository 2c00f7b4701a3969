package dev.incidentkit.core.incident;

/** Which part of a plan a task belongs to. */
public enum TaskPart {
    /** The playbook: finding the fault. */
    DIAGNOSIS,

    /** Everything else. */
    WORK
}
