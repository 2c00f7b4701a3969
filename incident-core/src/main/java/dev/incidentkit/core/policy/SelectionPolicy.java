package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Incident;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Selects something for an incident: a model, a category. Implementations are pure and safe for use by several threads.
 *
 * @param <T> what is selected
 */
public interface SelectionPolicy<T> {
    /**
     * Selects.
     *
     * @param incident the incident with all that is known of it
     * @return what was selected and the rule that selected it; empty where people are to decide
     */
    Optional<Decision<T>> select(Incident incident);

    /**
     * The version of the rules: equal versions decide equally.
     *
     * @return a content hash, or a version that the host changes with the rules
     */
    String version();

    /**
     * Says what stands against using the policy with a definition. A definition is refused with all of it.
     *
     * @param isKnown whether the definition has something that may be selected
     * @param proof proves over the definition's scales
     * @return the contradictions; empty where there are none
     */
    default List<String> misfits(Predicate<T> isKnown, ConditionProof proof) {
        return List.of();
    }

    /**
     * Says what could not be proven of the policy. A definition is not refused for it.
     *
     * @param proof proves over the definition's scales
     * @return what is not known, in sentences; empty where all is
     */
    default List<String> unproven(ConditionProof proof) {
        return List.of();
    }

    /**
     * Leaves selecting to people.
     *
     * @param <T> what would be selected
     * @return a policy that selects nothing
     */
    static <T> SelectionPolicy<T> byHand() {
        return new ConditionTable<>("by-hand", List.of());
    }
}
