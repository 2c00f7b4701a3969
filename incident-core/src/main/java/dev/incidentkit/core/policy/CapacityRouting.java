package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.Optional;

/**
 * Routes to a group by one policy and to a person of it by another. What names a person already, or a group in which nobody
 * has room, stays as it is. The event names the rule that found the group.
 *
 * @param groups finds the group
 * @param capacity finds the person
 */
public record CapacityRouting(RoutingPolicy groups, CapacityPolicy capacity) implements RoutingPolicy {
    @Override
    public Optional<Decision<Owner>> route(Incident incident) {
        return groups.route(incident)
                .map(found -> new Decision<>(weighed(found.value(), incident), found.rule(), found.configuration()));
    }

    private Owner weighed(Owner owner, Incident incident) {
        String group = owner.group();
        return group == null || owner.person() != null
                ? owner
                : capacity.whoTakes(group, incident)
                        .map(person -> new Owner(group, person))
                        .orElse(owner);
    }

    @Override
    public String version() {
        return new CanonicalForm("capacity-routing/1")
                .put("groups", groups.version())
                .put("capacity", capacity.version())
                .hash();
    }
}
