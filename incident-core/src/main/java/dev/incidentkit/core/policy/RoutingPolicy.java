package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Owner;
import java.util.Optional;

/**
 * Finds the owner of a new incident. Implementations are pure and safe for use by several threads. One that throws has the
 * report refused ({@code PORT_FAILED}).
 */
public interface RoutingPolicy {
    /**
     * Finds the owner.
     *
     * @param incident the incident with all that is known of it
     * @return the owner and the rule that gave it; empty where people are to decide
     */
    Optional<Decision<Owner>> route(Incident incident);

    /**
     * The version of the rules: equal versions decide equally.
     *
     * @return a content hash, or a version that the host changes with the rules
     */
    String version();

    /** {@return a policy that leaves routing to people} */
    static RoutingPolicy byHand() {
        return ByHand.INSTANCE;
    }
}
