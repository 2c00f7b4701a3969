package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.AlertEvent;
import dev.incidentkit.core.incident.Cascade;
import dev.incidentkit.core.incident.CascadeResult;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Handling;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Participant;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReporterKind;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides the parts of what is done to several incidents at once. */
final class RelationDecider {
    /** What says how incidents belong together stays with the incident that it was said of. */
    private static final Set<RelationKind> STAYING = EnumSet.of(
            RelationKind.PARENT,
            RelationKind.CHILD,
            RelationKind.DUPLICATE_OF,
            RelationKind.DUPLICATED_BY,
            RelationKind.SIMILAR_TO,
            RelationKind.FOLLOW_UP_OF);

    private RelationDecider() {}

    static boolean isSatisfied(Incident incident, RelationCommand command) {
        Handling handling = incident.handling();
        if (command instanceof RelationCommand.EndCascade end) {
            return pending(incident, end.asked()).isEmpty()
                    && end.asked() <= incident.version()
                    && incident.history().get(end.asked() - 1) instanceof RelationEvent.CascadeAsked;
        }
        return command instanceof RelationCommand.Absorb absorb
                && handling.merged().stream()
                        .anyMatch(merged -> merged.incident().equals(absorb.from()));
    }

    private static Optional<Cascade> pending(Incident incident, int asked) {
        return incident.handling().cascades().stream()
                .filter(cascade -> cascade.asked() == asked)
                .findFirst();
    }

    static List<Unmet> check(Incident incident, RelationCommand command, CommandContext context) {
        if (command instanceof RelationCommand.EndCascade end) {
            return end(incident, end, context);
        }
        if (command instanceof RelationCommand.HandOver over) {
            return isRelated(incident, RelationKind.DUPLICATE_OF, over.to()) && incident.phase() == Phase.CANCELLED
                    ? List.of()
                    : unmerged("to", over.to());
        }
        RelationCommand.Absorb absorb = (RelationCommand.Absorb) command;
        List<Unmet> unmet = new ArrayList<>();
        if (!isRelated(incident, RelationKind.DUPLICATED_BY, absorb.from())) {
            unmet.addAll(unmerged("from", absorb.from()));
        }
        if (incident.phase().isEnd()) {
            unmet.add(new Unmet(
                    UnmetKind.TRANSITION,
                    UnmetCode.INCIDENT_ENDED,
                    null,
                    "the incident is " + incident.status() + ", so nothing can be merged into it"));
        }
        return unmet;
    }

    private static List<Unmet> end(Incident incident, RelationCommand.EndCascade end, CommandContext context) {
        if (context.actor().kind() != ActorKind.SYSTEM) {
            return Refusals.forbidden(
                    UnmetCode.ROLE_REQUIRED, context.actor().id() + " may not say what became of a cascade");
        }
        Cascade pending = pending(incident, end.asked()).orElse(null);
        Set<IncidentId> told = new HashSet<>();
        end.results().stream().map(CascadeResult::child).forEach(told::add);
        boolean complete = pending != null
                && told.equals(new HashSet<>(pending.children()))
                && end.results().size() == pending.children().size();
        return complete
                ? List.of()
                : Refusals.refused(
                        UnmetCode.CASCADE_UNKNOWN,
                        "asked",
                        "event " + end.asked() + " asks for no cascade to exactly the children " + told);
    }

    private static boolean isRelated(Incident incident, RelationKind kind, IncidentId other) {
        return incident.relations().contains(new Relation(kind, other.value()));
    }

    private static List<Unmet> unmerged(String field, IncidentId other) {
        return Refusals.refused(
                UnmetCode.DUPLICATE_REQUIRED, field, "neither of the incidents is a duplicate of the other: " + other);
    }

    static List<IncidentEvent> decide(Incident incident, RelationCommand command, EventMeta meta) {
        if (command instanceof RelationCommand.EndCascade end) {
            return List.of(new RelationEvent.CascadeEnded(meta, end.asked(), end.results()));
        }
        if (command instanceof RelationCommand.HandOver over) {
            return handOver(incident, over, meta);
        }
        RelationCommand.Absorb absorb = (RelationCommand.Absorb) command;
        List<IncidentEvent> events = new ArrayList<>();
        events.add(new RelationEvent.Absorbed(
                meta,
                absorb.from(),
                absorb.reporter(),
                absorb.relations().stream()
                        .filter(relation -> !STAYING.contains(relation.kind())
                                && !incident.relations().contains(relation))
                        .toList(),
                absorb.participants().stream()
                        .filter(Participant::isEngaged)
                        .filter(one -> !incident.handling().engaged(one.role()).contains(one.name()))
                        .toList()));
        if (!absorb.tallies().isEmpty()) {
            events.add(new AlertEvent.TalliesMoved(meta, absorb.from(), incident.id(), absorb.tallies()));
        }
        return events;
    }

    private static List<IncidentEvent> handOver(Incident incident, RelationCommand.HandOver over, EventMeta meta) {
        List<IncidentEvent> events = new ArrayList<>();
        Reporter reporter = incident.reporter().orElse(null);
        boolean isPerson = reporter != null
                && (reporter.kind() == ReporterKind.PERSON || reporter.kind() == ReporterKind.CONFIDENTIAL);
        events.add(new WorkEvent.Communicated(
                meta,
                Direction.OUTBOUND,
                incident.channel().orElse(Channel.API),
                isPerson ? "reporter" : "source",
                PersonalText.of(over.text()),
                Visibility.CUSTOMER));
        if (!incident.handling().alerts().isEmpty()) {
            events.add(new AlertEvent.TalliesMoved(
                    meta,
                    incident.id(),
                    over.to(),
                    List.copyOf(incident.handling().alerts().values())));
        }
        return events;
    }
}
