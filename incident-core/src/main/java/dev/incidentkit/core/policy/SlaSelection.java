package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Incident;
import java.util.Optional;
import java.util.Set;

/**
 * Says under which agreement an incident falls. The answer is recorded as the attribute
 * {@link dev.incidentkit.core.incident.Fact#SLA}, so that clocks and replay read it and ask nobody. Implementations are
 * pure and safe for use by several threads.
 */
public interface SlaSelection {
    /**
     * Selects the agreement.
     *
     * @param incident the incident with all that is known of it
     * @return the name of a policy and the rule that gave it; empty to leave it as it is
     */
    Optional<Decision<String>> select(Incident incident);

    /**
     * The policies among which it selects. Of these only the selected one applies to an incident; all others of a
     * definition apply as their conditions say.
     *
     * @return their names, each that of a policy of the definition; empty for no selection at all
     */
    Set<String> policies();

    /**
     * The version of the rules: equal versions decide equally.
     *
     * @return a content hash, or a version that the host changes with the rules
     */
    String version();

    /** {@return a selection that leaves every policy to its conditions} */
    static SlaSelection none() {
        return NoSelection.INSTANCE;
    }
}
