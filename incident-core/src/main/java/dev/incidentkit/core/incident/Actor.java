package dev.incidentkit.core.incident;

import java.util.Set;

/**
 * Who does something.
 *
 * @param kind what kind of actor it is
 * @param id the host's identifier of the actor, 1 to 100 characters, not blank. It is part of the audit and is never
 *     redacted: use a pseudonym where a name would be personal data
 * @param roles what the actor may act as, at most 32
 */
public record Actor(ActorKind kind, String id, Set<Role> roles) {
    /** The library itself, when something falls due. */
    public static final Actor SYSTEM = new Actor(ActorKind.SYSTEM, "incidentkit", Set.of(Role.SYSTEM));

    /**
     * Checks the identifier and copies the roles.
     *
     * @throws IllegalArgumentException if the identifier is blank or too long, or there are too many roles
     */
    public Actor {
        Checks.name(id, 100, "actor id");
        roles = Set.copyOf(roles);
        if (roles.size() > 32) {
            throw new IllegalArgumentException("An actor has at most 32 roles, but " + id + " has " + roles.size());
        }
    }

    /**
     * A person with roles.
     *
     * @param id the host's identifier of the person
     * @param roles what the person may act as
     * @return the actor
     */
    public static Actor human(String id, Role... roles) {
        return new Actor(ActorKind.HUMAN, id, Set.of(roles));
    }

    /**
     * A person of the service desk, who may also resolve.
     *
     * @param id the host's identifier of the person
     * @return the actor, with the roles SERVICE_DESK and RESOLVER
     */
    public static Actor agent(String id) {
        return human(id, Role.SERVICE_DESK, Role.RESOLVER);
    }

    /**
     * The person who reported an incident.
     *
     * @param id the host's identifier of the person
     * @return the actor, with the role CALLER
     */
    public static Actor caller(String id) {
        return human(id, Role.CALLER);
    }

    /**
     * Automation of the host.
     *
     * @param id the host's identifier of the automation
     * @param roles what it may act as
     * @return the actor
     */
    public static Actor bot(String id, Role... roles) {
        return new Actor(ActorKind.BOT, id, Set.of(roles));
    }

    /**
     * Another system.
     *
     * @param id the host's identifier of the system
     * @param roles what it may act as
     * @return the actor
     */
    public static Actor external(String id, Role... roles) {
        return new Actor(ActorKind.EXTERNAL, id, Set.of(roles));
    }

    /**
     * Whether the actor may act as one of the given roles.
     *
     * @param wanted roles, where none means that any actor will do
     * @return true if no role is wanted or the actor has one of them
     */
    public boolean hasAnyOf(Set<Role> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        // Two small sets: comparing each with each costs less than hashing, and most roles are the same constants.
        for (Role one : wanted) {
            for (Role role : roles) {
                if (role.equals(one)) {
                    return true;
                }
            }
        }
        return false;
    }
}
