package dev.incidentkit.desk;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.lifecycle.AvailableAction;
import dev.incidentkit.core.policy.AccessPolicy;
import dev.incidentkit.json.PersonalPaths;
import dev.incidentkit.store.PersonalValue;
import dev.incidentkit.store.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the access policy who may do and read what. */
final class Access {
    /** Under which name the policy's version is recorded with what it let pass. */
    static final String ANSWER = "access";

    private final AccessPolicy policy;
    private final Map<String, String> answers;

    Access(AccessPolicy policy) {
        this.policy = policy;
        boolean plain = policy.equals(AccessPolicy.standard()) || policy.equals(AccessPolicy.unrestricted());
        this.answers = plain ? Map.of() : Map.of(ANSWER, policy.version());
    }

    /** What is recorded with everything that passes. */
    Map<String, String> answers() {
        return answers;
    }

    /** What is decided, unless it is denied; then everything else that stands against it is told, too. */
    <T> T guarded(DeskWriter.Order order, @Nullable Incident incident, Supplier<T> decision) {
        List<Unmet> unmet = denied(order.actor(), order.command().action(), incident);
        if (unmet.isEmpty()) {
            return decision.get();
        }
        List<Unmet> all = new ArrayList<>(unmet);
        try {
            Objects.requireNonNull(decision.get(), "what was decided");
        } catch (IncidentRejectedException e) {
            all.addAll(e.unmet());
        }
        throw new IncidentRejectedException(order.command().action(), "incident " + order.id(), all);
    }

    /**
     * Refuses what is denied before it is known which incident it is about.
     *
     * @param subject what it is about, for messages
     */
    void check(Actor actor, Action action, String subject) {
        List<Unmet> unmet = denied(actor, action, null);
        if (!unmet.isEmpty()) {
            throw new IncidentRejectedException(action, subject, unmet);
        }
    }

    private List<Unmet> denied(Actor actor, Action action, @Nullable Incident incident) {
        Optional<String> denial;
        try {
            denial = policy.denial(actor, action, incident);
        } catch (RuntimeException e) {
            return List.of(new Unmet(UnmetKind.PORT, UnmetCode.PORT_FAILED, null, "the access policy failed: " + e));
        }
        return denial.map(why -> List.of(new Unmet(UnmetKind.PERMISSION, UnmetCode.ACCESS_DENIED, null, why)))
                .orElse(List.of());
    }

    /** What may be done, where what is denied lacks that. */
    List<AvailableAction> marked(List<AvailableAction> available, Actor actor, Incident incident) {
        return available.stream()
                .map(each -> {
                    List<Unmet> lacking = new ArrayList<>(denied(actor, each.action(), incident));
                    lacking.addAll(each.lacking());
                    return new AvailableAction(each.action(), each.targets(), lacking);
                })
                .toList();
    }

    /** The incident with the texts that somebody may read; the others are read as redacted ones are. */
    Incident shown(Loaded loaded, Actor reader, Sealer sealer) {
        List<IncidentEvent> shown = new ArrayList<>(loaded.events().size());
        for (int i = 0; i < loaded.events().size(); i++) {
            StoredEvent stored = loaded.stored().events().get(i);
            IncidentEvent event = loaded.events().get(i);
            List<PersonalValue> left = stored.personal().stream()
                    .filter(value -> shows(reader, value, event, loaded.incident()))
                    .toList();
            shown.add(
                    left.size() == stored.personal().size()
                            ? event
                            : sealer.open(loaded.incident().id(), with(stored, left)));
        }
        return Incident.replay(shown);
    }

    private boolean shows(Actor reader, PersonalValue value, IncidentEvent event, Incident incident) {
        try {
            return policy.shows(reader, PersonalPaths.field(value.path()), event, incident);
        } catch (RuntimeException e) {
            throw new IncidentException("The access policy failed over incident " + incident.id() + ": " + e, e);
        }
    }

    private static StoredEvent with(StoredEvent stored, List<PersonalValue> personal) {
        return new StoredEvent(
                stored.sequence(),
                stored.type(),
                stored.form(),
                stored.body(),
                stored.hash(),
                stored.effectiveAt(),
                stored.recordedAt(),
                personal);
    }
}
