package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.policy.CapacityPolicy;
import dev.incidentkit.store.IncidentQueries;
import dev.incidentkit.store.IncidentQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives an incident to whoever of a group has the fewest open ones, and of several the one who is named first. It counts what
 * the store knows at that moment: of reports that come in at once, several may go to one person. Safe for use by several
 * threads, as far as the store is.
 */
public final class LeastLoaded implements CapacityPolicy {
    private static final Set<Phase> OPEN = Set.of(Phase.NEW, Phase.ACTIVE, Phase.ON_HOLD);

    private final IncidentQueries queries;
    private final Map<String, List<String>> members;
    private final int most;

    /**
     * Counts in a store.
     *
     * @param queries finds open incidents
     * @param members the people of each group, in the order in which they are preferred
     * @param most how many open incidents a person may have, 1 to {@value IncidentQuery#MAX_LIMIT}
     * @throws IllegalArgumentException if {@code most} is out of bounds
     */
    public LeastLoaded(IncidentQueries queries, Map<String, List<String>> members, int most) {
        if (most < 1 || most > IncidentQuery.MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "A person has room for 1 to " + IncidentQuery.MAX_LIMIT + " incidents, but came " + most);
        }
        this.queries = queries;
        this.most = most;
        Map<String, List<String>> copy = new LinkedHashMap<>();
        members.forEach((group, people) -> copy.put(group, List.copyOf(people)));
        this.members = Map.copyOf(copy);
    }

    @Override
    public Optional<String> whoTakes(String group, Incident incident) {
        String chosen = null;
        int fewest = most;
        for (String person : members.getOrDefault(group, List.of())) {
            int open = open(person, fewest);
            if (open < fewest) {
                chosen = person;
                fewest = open;
            }
        }
        return Optional.ofNullable(chosen);
    }

    /** How many open incidents somebody has; more than a number are not told apart from it. */
    private int open(String person, int enough) {
        IncidentQuery query = IncidentQuery.all()
                .phases(OPEN)
                .ownerPerson(person)
                .limit(Math.max(1, enough))
                .build();
        return queries.find(query).incidents().size();
    }

    @Override
    public String version() {
        return "least-loaded/1 most " + most + " of "
                + members.keySet().stream()
                        .sorted()
                        .map(group -> group + members.get(group))
                        .toList();
    }
}
