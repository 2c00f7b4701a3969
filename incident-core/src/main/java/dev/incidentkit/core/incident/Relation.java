package dev.incidentkit.core.incident;

/**
 * A relation of an incident to something else: another incident, or a record of another system.
 *
 * @param kind what the other is to the incident
 * @param target the other's identifier, 1 to 500 characters
 */
public record Relation(RelationKind kind, String target) {
    /**
     * Checks the target.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public Relation {
        Checks.name(target, 500, "target of a relation");
    }
}
