package dev.incidentkit.core.incident;

import java.util.Set;

/**
 * What suffers.
 *
 * @param services the affected services
 * @param users how many users suffer, 0 where none or not known
 */
public record AffectedScope(Set<String> services, int users) {
    /**
     * Copies the services.
     *
     * @throws IllegalArgumentException if the number of users is negative
     */
    public AffectedScope {
        services = Set.copyOf(services);
        if (users < 0) {
            throw new IllegalArgumentException("At least 0 users are affected, but it was " + users);
        }
    }

    /**
     * What suffers from an incident.
     *
     * @param incident the incident as it stands
     * @return its services and users
     */
    public static AffectedScope of(Incident incident) {
        return new AffectedScope(incident.services(), incident.affectedUsers());
    }

    /**
     * Whether this is part of something larger. A number of users that is not known is as large as any.
     *
     * @param larger what it is to be part of
     * @return true if all services are among the larger one's, and no more users suffer
     */
    public boolean isWithin(AffectedScope larger) {
        return larger.services.containsAll(services) && (larger.users == 0 || users <= larger.users);
    }
}
