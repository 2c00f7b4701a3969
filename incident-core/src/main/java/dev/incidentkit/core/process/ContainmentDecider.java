package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.AffectedScope;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Containment: what was affected before, and what still is. */
public final class ContainmentDecider {
    private ContainmentDecider() {}

    static List<Unmet> check(Incident incident, WorkCommand.Contain contain) {
        AffectedScope after = contain.after();
        AffectedScope before = AffectedScope.of(incident);
        if (after == null || after.isWithin(before)) {
            return List.of();
        }
        return Refusals.refused(
                UnmetCode.SCOPE_GROWS,
                "after",
                "after containment " + after + " is affected, which is not part of " + before + " before");
    }

    /**
     * Decides a containment that was checked before. Where it is said what is still affected, the incident's services and
     * users become that, and its priority follows.
     *
     * @param incident the incident as it stands
     * @param contain the command
     * @param meta when, who and why
     * @param derivation derives the priority
     * @return one event or two
     */
    public static List<IncidentEvent> decide(
            Incident incident, WorkCommand.Contain contain, EventMeta meta, Derivation derivation) {
        Instant at = contain.containedAt() == null ? meta.effectiveAt() : contain.containedAt();
        AffectedScope after = contain.after();
        WorkEvent contained = new WorkEvent.Contained(
                meta, at, PersonalText.of(contain.text()), after == null ? null : AffectedScope.of(incident), after);
        if (after == null) {
            return List.of(contained);
        }
        return List.of(
                contained,
                derivation.derived(
                        incident.apply(contained),
                        meta,
                        (cause, priority) -> new WorkEvent.Amended(
                                cause,
                                null,
                                null,
                                after.services(),
                                after.users(),
                                Attributes.none(),
                                Set.of(),
                                priority)));
    }
}
