package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.SlaEvent;
import java.util.List;

/**
 * Says whom to call when a clock signals. It is asked once for each signal that people are told of, when they are told.
 * Implementations are pure and safe for use by several threads. One that throws has whatever is decided then refused
 * ({@code PORT_FAILED}), until it answers again.
 */
public interface EscalationPolicy {
    /**
     * Says whom to call.
     *
     * @param incident the incident as it was at the signal
     * @param signal what the clock signals: at risk, breached, overran, or an earlier one whose notice is given now
     * @return each escalation with the rule that gave it; none where nobody is to be called
     */
    List<Decision<EscalationOrder>> escalate(Incident incident, SlaEvent signal);

    /**
     * The version of the rules: equal versions decide equally.
     *
     * @return a content hash, or a version that the host changes with the rules
     */
    String version();

    /** {@return a policy that calls nobody} */
    static EscalationPolicy none() {
        return NoEscalation.INSTANCE;
    }
}
