package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which steps of a parent its children take, too. Pure and safe for use by several threads. */
public final class Cascades {
    private final Procedures procedures;
    private final String version;

    /**
     * Decides by the cascade table of procedures.
     *
     * @param procedures the procedures
     */
    public Cascades(Procedures procedures) {
        this.procedures = procedures;
        this.version = procedures.hash();
    }

    /** What a parent did: its action, and the name of its reason where it has a typed one. */
    private record Deed(Action action, String reason) {}

    private static @Nullable Deed deed(IncidentEvent event) {
        if (event instanceof LifecycleEvent.Started) {
            return new Deed(Action.START, "");
        }
        if (event instanceof LifecycleEvent.Held held) {
            return new Deed(Action.HOLD, held.reason().name());
        }
        if (event instanceof LifecycleEvent.Resumed) {
            return new Deed(Action.RESUME, "");
        }
        if (event instanceof LifecycleEvent.Resolved) {
            return new Deed(Action.RESOLVE, "");
        }
        if (event instanceof LifecycleEvent.Reopened || event instanceof LifecycleEvent.Rejected) {
            return new Deed(Action.REOPEN, "");
        }
        if (event instanceof LifecycleEvent.Closed) {
            return new Deed(Action.CLOSE, "");
        }
        return event instanceof LifecycleEvent.Cancelled cancelled
                ? new Deed(Action.CANCEL, cancelled.reason().name())
                : null;
    }

    private Optional<CascadeRule> rule(IncidentEvent event, Deed deed) {
        return procedures.cascades().stream()
                .filter(rule -> rule.action().equals(deed.action()))
                .filter(rule -> !rule.exceptReasons().contains(deed.reason()))
                .filter(rule -> event.meta().actor().roles().stream().noneMatch(rule.exceptRoles()::contains))
                .findFirst();
    }

    /**
     * Whether something may be asked of children, told without folding the events: most incidents have none.
     *
     * @param before the incident before the events; null where they begin the record
     * @param events what was decided
     * @return false where surely nothing is asked
     */
    boolean mayAsk(@Nullable Incident before, List<IncidentEvent> events) {
        if (procedures.cascades().isEmpty()) {
            return false;
        }
        if (before != null) {
            List<Relation> relations = before.relations();
            for (int i = 0; i < relations.size(); i++) {
                if (relations.get(i).kind() == RelationKind.CHILD) {
                    return true;
                }
            }
        }
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof WorkEvent.Linked linked
                    && linked.relation().kind() == RelationKind.CHILD) {
                return true;
            }
        }
        return false;
    }

    /**
     * What is asked of the children of an incident after what was decided.
     *
     * @param after the incident after the events
     * @param decided the events
     * @return an event for each step that a rule cascades; none where there are no children
     */
    List<IncidentEvent> asked(Incident after, List<IncidentEvent> decided) {
        List<IncidentId> children = children(after);
        if (children.isEmpty() || procedures.cascades().isEmpty()) {
            return List.of();
        }
        List<IncidentEvent> asked = new ArrayList<>();
        for (IncidentEvent event : decided) {
            Deed deed = deed(event);
            CascadeRule rule = deed == null ? null : rule(event, deed).orElse(null);
            if (rule != null) {
                EventMeta meta = event.meta();
                Cause cause =
                        new Cause("cascade", rule.name(), version, meta.cause().answers());
                asked.add(new RelationEvent.CascadeAsked(
                        new EventMeta(meta.effectiveAt(), meta.recordedAt(), meta.actor(), cause),
                        rule.name(),
                        rule.action(),
                        children));
            }
        }
        return asked;
    }

    private static List<IncidentId> children(Incident incident) {
        return incident.relations().stream()
                .filter(relation -> relation.kind() == RelationKind.CHILD)
                .map(relation -> new IncidentId(relation.target()))
                .toList();
    }

    /**
     * The rule that a cascade was asked for by.
     *
     * @param name its name
     * @return the rule, or empty where the definition has none of that name
     */
    public Optional<CascadeRule> rule(String name) {
        return procedures.cascades().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst();
    }

    /**
     * What a cascade asks of each child. It is made of the parent's record alone, so that it is the same whenever it is
     * asked.
     *
     * @param parent the parent
     * @param asked the sequence of the event that asks, in the parent's record
     * @return the command
     * @throws IllegalArgumentException if the record has no such event, or none that it could follow from
     */
    public IncidentCommand command(Incident parent, int asked) {
        List<IncidentEvent> record = parent.history();
        if (asked < 1 || asked > record.size() || !(record.get(asked - 1) instanceof RelationEvent.CascadeAsked ask)) {
            throw new IllegalArgumentException(
                    "Event " + asked + " of incident " + parent.id() + " asks for no cascade");
        }
        CascadeRule rule = rule(ask.rule())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The definition of incident " + parent.id() + " has no cascade rule '" + ask.rule() + "'"));
        for (int i = asked - 2; i >= 0; i--) {
            Deed deed = deed(record.get(i));
            if (deed != null && deed.action().equals(ask.action())) {
                return rule.effect() == CascadeEffect.NOTE
                        ? new WorkCommand.Note(
                                "Parent incident " + parent.id() + ": " + ask.action(), Visibility.INTERNAL)
                        : step(record.get(i));
            }
        }
        throw new IllegalArgumentException(
                "Event " + asked + " of incident " + parent.id() + " follows no " + ask.action());
    }

    private static IncidentCommand step(IncidentEvent event) {
        if (event instanceof LifecycleEvent.Started) {
            return new LifecycleCommand.Start(null);
        }
        if (event instanceof LifecycleEvent.Held held) {
            return new LifecycleCommand.Hold(held.reason(), text(held.comment()), held.resumeAt());
        }
        if (event instanceof LifecycleEvent.Resumed resumed) {
            return new LifecycleCommand.Resume(resumed.trigger());
        }
        if (event instanceof LifecycleEvent.Resolved resolved) {
            return new LifecycleCommand.Resolve(null, resolved.resolution());
        }
        if (event instanceof LifecycleEvent.Reopened reopened) {
            return new LifecycleCommand.Reopen(reopened.reason().text());
        }
        if (event instanceof LifecycleEvent.Rejected rejected) {
            return new LifecycleCommand.Reopen(rejected.reason().text());
        }
        if (event instanceof LifecycleEvent.Cancelled cancelled) {
            return new LifecycleCommand.Cancel(cancelled.reason(), cancelled.duplicateOf(), text(cancelled.comment()));
        }
        return new LifecycleCommand.Close();
    }

    private static @Nullable String text(@Nullable PersonalText text) {
        return text == null ? null : text.text();
    }
}
