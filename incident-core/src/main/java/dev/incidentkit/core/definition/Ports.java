package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.TriagePolicy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the policies of a definition. They are code of the host: one that throws, or answers what the definition does not
 * know, makes a refusal with a code, so that nothing is recorded that it would have decided.
 */
final class Ports {
    private final ProcessDefinition definition;

    Ports(ProcessDefinition definition) {
        this.definition = definition;
    }

    /** Whether what clocks signal is put to a policy of the host's. */
    boolean escalates() {
        return definition.escalation() != EscalationPolicy.none();
    }

    Optional<Decision<Priority>> priority(Incident incident, Action action) {
        Optional<Decision<Priority>> found =
                ask("triage policy", incident, action, () -> definition.triage().priority(incident));
        if (found.isPresent() && !definition.priorities().contains(found.get().value())) {
            throw refused(
                    incident,
                    action,
                    UnmetCode.LEVEL_UNKNOWN,
                    "rule '" + found.get().rule() + "' of the triage policy gave '"
                            + found.get().value() + "', which is no level of scale " + definition.priorities(),
                    null);
        }
        return found;
    }

    /** The triage policy as others are to ask it, for an action. */
    TriagePolicy triage(Action action) {
        return new TriagePolicy() {
            @Override
            public Optional<Decision<Priority>> priority(Incident incident) {
                return Ports.this.priority(incident, action);
            }

            @Override
            public String version() {
                return definition.triage().version();
            }
        };
    }

    Optional<Decision<Owner>> owner(Incident incident, Action action) {
        return ask(
                "routing policy", incident, action, () -> definition.routing().route(incident));
    }

    Optional<Decision<String>> agreement(Incident incident, Action action) {
        Optional<Decision<String>> found = ask(
                "service level selection",
                incident,
                action,
                () -> definition.slaSelection().select(incident));
        if (found.isPresent()
                && !definition.slaSelection().policies().contains(found.get().value())) {
            throw refused(
                    incident,
                    action,
                    UnmetCode.PORT_FAILED,
                    "rule '" + found.get().rule() + "' of the service level selection gave '"
                            + found.get().value() + "', but it selects among "
                            + definition.slaSelection().policies(),
                    null);
        }
        return found;
    }

    List<Decision<EscalationOrder>> escalations(Incident incident, SlaEvent signal) {
        return ask(
                "escalation policy",
                incident,
                Action.WAKE,
                () -> List.copyOf(definition.escalation().escalate(incident, signal)));
    }

    private static <T> T ask(String port, Incident incident, Action action, Supplier<T> question) {
        try {
            return Objects.requireNonNull(question.get(), "the answer");
        } catch (RuntimeException e) {
            throw refused(incident, action, UnmetCode.PORT_FAILED, "the " + port + " failed: " + e, e);
        }
    }

    private static IncidentRejectedException refused(
            Incident incident, Action action, String code, String message, @Nullable RuntimeException cause) {
        IncidentRejectedException refusal = new IncidentRejectedException(
                action, incident.toString(), List.of(new Unmet(UnmetKind.PORT, code, null, message)));
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
