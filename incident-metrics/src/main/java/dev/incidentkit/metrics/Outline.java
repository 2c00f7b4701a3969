package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The few facts that most figures are made of. They are the same whether they are taken from an incident, or read from its
 * events by an {@link OutlineReader} without folding all the rest. Not safe for use by several threads while it is read.
 */
final class Outline {
    private static final Milestone[] MILESTONES = Milestone.values();

    /** When each milestone was reached, by its ordinal. */
    private final @Nullable Instant[] reached = new @Nullable Instant[MILESTONES.length];

    final TenantId tenant;
    final @Nullable Channel channel;
    final boolean drill;
    RecordType type;
    Status status;

    @Nullable
    Category category;

    @Nullable
    Priority derived;

    @Nullable
    PriorityOverride override;

    @Nullable
    Owner owner;

    @Nullable
    CancelReason cancelReason;

    Set<String> services;
    List<Relation> relations = List.of();
    boolean overridden;
    boolean waited;
    int reassignments;
    int escalations;
    int reopenings;

    /** What the caller scored, 1 to 5; 0 where nothing was said. */
    int satisfaction;

    /** Which traits it has, a bit for each: kept because every incident is asked for them, by every metric. */
    private int traits;

    private Outline(Incident incident) {
        tenant = incident.tenant();
        channel = incident.channel().orElse(null);
        drill = incident.isDrill();
        type = incident.handling().type();
        status = incident.status();
        category = incident.category().orElse(null);
        derived = incident.derivedPriority().orElse(null);
        override = incident.override().orElse(null);
        owner = incident.owner().orElse(null);
        cancelReason = incident.cancelReason().orElse(null);
        services = incident.services();
        relations = incident.relations();
        overridden = !incident.overrides().isEmpty();
        waited = !incident.holds().isEmpty();
        reassignments = incident.reassignments();
        escalations = incident.escalations();
        reopenings = incident.reopenings();
        satisfaction = incident.satisfaction().orElse(0);
        for (Milestone milestone : MILESTONES) {
            reached(milestone, incident.at(milestone).orElse(null));
        }
        complete();
    }

    Outline(Reported first) {
        tenant = first.tenant();
        channel = first.channel();
        drill = first.drill();
        type = first.type();
        status = first.status();
        category = first.category();
        services = first.services();
        waited = status.phase() == Phase.ON_HOLD;
        reached(Milestone.OCCURRED, first.occurredAt());
        reached(Milestone.DETECTED, first.detectedAt());
        reached(Milestone.REPORTED, first.meta().effectiveAt());
    }

    static Outline of(Incident incident) {
        return new Outline(incident);
    }

    /** Nothing changes any more. */
    Outline complete() {
        traits = Trait.bits(this);
        return this;
    }

    @Nullable
    Instant at(Milestone milestone) {
        return reached[milestone.ordinal()];
    }

    void reached(Milestone milestone, @Nullable Instant at) {
        reached[milestone.ordinal()] = at;
    }

    void first(Milestone milestone, Instant at) {
        if (reached[milestone.ordinal()] == null) {
            reached[milestone.ordinal()] = at;
        }
    }

    Phase phase() {
        return status.phase();
    }

    /** The priority that holds. */
    @Nullable
    Priority priority() {
        return override == null ? derived : override.value();
    }

    boolean isRelated(RelationKind kind) {
        for (int i = 0; i < relations.size(); i++) {
            if (relations.get(i).kind() == kind) {
                return true;
            }
        }
        return false;
    }

    int traits() {
        return traits;
    }
}
