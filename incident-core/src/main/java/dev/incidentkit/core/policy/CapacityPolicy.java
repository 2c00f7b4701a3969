package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Incident;
import java.util.Optional;

/**
 * Says who of a group has room for an incident. Implementations are safe for use by several threads. One that throws has the
 * report refused ({@code PORT_FAILED}).
 */
public interface CapacityPolicy {
    /**
     * Who takes an incident.
     *
     * @param group the group to which it was routed
     * @param incident the incident with all that is known of it
     * @return the host's identifier of the person; empty where nobody has room, or people are to decide
     */
    Optional<String> whoTakes(String group, Incident incident);

    /**
     * The version of the rules: equal versions weigh equally.
     *
     * @return a content hash, or a version that the host changes with the rules
     */
    String version();
}
