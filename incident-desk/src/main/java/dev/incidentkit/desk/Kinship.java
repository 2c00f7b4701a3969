package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.incident.WorkCommand;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Relations between incidents: both ends are written, and parents never form a circle. */
final class Kinship {
    private final Function<IncidentId, Optional<Loaded>> load;

    Kinship(Function<IncidentId, Optional<Loaded>> load) {
        this.load = load;
    }

    /** What the other end of a relation is to do, if the command makes or ends one between incidents. */
    record OtherEnd(IncidentId incident, WorkCommand command) {}

    Optional<OtherEnd> otherEnd(IncidentId id, IncidentCommand command) {
        if (command instanceof WorkCommand.Link link) {
            return inverse(id, link.relation())
                    .map(back -> new OtherEnd(new IncidentId(link.relation().target()), new WorkCommand.Link(back)));
        }
        if (command instanceof WorkCommand.Unlink unlink) {
            return inverse(id, unlink.relation())
                    .map(back ->
                            new OtherEnd(new IncidentId(unlink.relation().target()), new WorkCommand.Unlink(back)));
        }
        if (command instanceof LifecycleCommand.Cancel cancel && cancel.duplicateOf() != null) {
            Relation back = new Relation(RelationKind.DUPLICATED_BY, id.value());
            return Optional.of(new OtherEnd(cancel.duplicateOf(), new WorkCommand.Link(back)));
        }
        return Optional.empty();
    }

    private static Optional<Relation> inverse(IncidentId id, Relation relation) {
        RelationKind back = switch (relation.kind()) {
            case PARENT -> RelationKind.CHILD;
            case CHILD -> RelationKind.PARENT;
            case DUPLICATE_OF -> RelationKind.DUPLICATED_BY;
            case DUPLICATED_BY -> RelationKind.DUPLICATE_OF;
            case SIMILAR_TO -> RelationKind.SIMILAR_TO;
            default -> null;
        };
        return Optional.ofNullable(back).map(kind -> new Relation(kind, id.value()));
    }

    /**
     * Says what stands against a relation: a new parent or original that would close a circle, or a duplicate of what was
     * itself cancelled. Every ancestor that is read becomes a condition of the append, so that two writers who each see no
     * circle cannot close one together.
     */
    List<Unmet> against(IncidentId id, IncidentCommand command, @Nullable Loaded other, Draft draft) {
        if (command instanceof LifecycleCommand.Cancel cancel && cancel.duplicateOf() != null) {
            return other != null && other.incident().phase() == Phase.CANCELLED
                    ? List.of(new Unmet(
                            UnmetKind.INPUT,
                            UnmetCode.DUPLICATE_CANCELLED,
                            "duplicateOf",
                            "incident " + other.incident().id() + " was itself cancelled: name the one that goes on"))
                    : circle(id, cancel.duplicateOf(), RelationKind.DUPLICATE_OF, draft);
        }
        if (!(command instanceof WorkCommand.Link link)) {
            return List.of();
        }
        IncidentId target = new IncidentId(link.relation().target());
        return switch (link.relation().kind()) {
            case PARENT, DUPLICATE_OF -> circle(id, target, link.relation().kind(), draft);
            case CHILD -> circle(target, id, RelationKind.PARENT, draft);
            case DUPLICATED_BY -> circle(target, id, RelationKind.DUPLICATE_OF, draft);
            default -> List.of();
        };
    }

    private List<Unmet> circle(IncidentId child, IncidentId parent, RelationKind way, Draft draft) {
        Set<IncidentId> seen = new HashSet<>();
        Deque<IncidentId> upward = new ArrayDeque<>(List.of(parent));
        while (!upward.isEmpty()) {
            IncidentId ancestor = upward.remove();
            if (ancestor.equals(child)) {
                return List.of(new Unmet(
                        UnmetKind.INPUT,
                        UnmetCode.RELATION_CIRCULAR,
                        "relation",
                        "incident " + child
                                + (way == RelationKind.PARENT
                                        ? " is an ancestor of " + parent + " and cannot become its child"
                                        : " stands for " + parent + " and cannot be its duplicate")));
            }
            Optional<Loaded> loaded = seen.add(ancestor) ? load.apply(ancestor) : Optional.empty();
            loaded.ifPresent(found -> {
                draft.read(found);
                upward.addAll(related(found.incident(), way));
            });
        }
        return List.of();
    }

    static List<IncidentId> related(Incident incident, RelationKind kind) {
        return incident.relations().stream()
                .filter(relation -> relation.kind() == kind)
                .map(relation -> new IncidentId(relation.target()))
                .toList();
    }
}
