package dev.incidentkit.metrics.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is simulated.
 *
 * @param demands what is to come, at least one kind
 * @param staff who is there
 * @param start when the simulation begins, with an empty queue
 * @param warmUp how long after the start incidents are not counted yet, so that the queue fills
 * @param length how long incidents are counted after that
 */
public record ForecastModel(List<Demand> demands, List<Staff> staff, Instant start, Duration warmUp, Duration length) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a skill is asked for that nobody has, a name is there twice, or the length is
     *     not positive
     */
    public ForecastModel {
        demands = List.copyOf(demands);
        staff = List.copyOf(staff);
        Set<String> names = new HashSet<>();
        for (Demand demand : demands) {
            if (!names.add(demand.name())) {
                throw new IllegalArgumentException("Demand '" + demand.name() + "' is there twice");
            }
            String skill = demand.skill();
            if (staff.stream().noneMatch(group -> group.skills().contains(skill))) {
                throw new IllegalArgumentException(
                        "Demand '" + demand.name() + "' needs skill '" + skill + "', but nobody has it");
            }
        }
        Set<String> groups = new HashSet<>();
        for (Staff group : staff) {
            if (!groups.add(group.group())) {
                throw new IllegalArgumentException("Group '" + group.group() + "' is there twice");
            }
        }
        if (demands.isEmpty() || length.toMillis() < 1 || warmUp.isNegative()) {
            throw new IllegalArgumentException("A model has demands and a time, but this has " + demands.size() + ", "
                    + warmUp + " and " + length);
        }
    }
}
