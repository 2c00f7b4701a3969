package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReporterKind;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Access by roles. Whoever has a role that is not limited belongs to those who work on incidents, and may do whatever the
 * lifecycle lets them do. All others may do what their limited roles name; whoever has no role at all, what strangers may.
 *
 * <p>Whoever wrote something may read it. Those who work read everything but the name of a confidential reporter, which is
 * for confidants, and reviews that were shared with others only. All others read title, description, symptoms, what is said
 * of the steps of the incident, and messages and notes that are not internal. Which incidents somebody may ask for at all is
 * for the host to say.
 *
 * @param limited roles of those outside, with what each may do
 * @param strangers what may be done without any role
 * @param confidants the roles that read the name of a confidential reporter
 */
public record RoleAccess(Map<Role, Set<Action>> limited, Set<Action> strangers, Set<Role> confidants)
        implements AccessPolicy {
    /**
     * Callers report, write, accept, take back, withdraw and say how content they are; suppliers report, write and do the
     * work that they are asked for; who has no role reports, signals and writes. Incident managers read the name of a
     * confidential reporter.
     */
    public static final RoleAccess STANDARD = new RoleAccess(
            Map.of(
                    Role.CALLER,
                    Set.of(
                            Action.REPORT,
                            Action.NOTE,
                            Action.COMMUNICATE,
                            Action.CONFIRM,
                            Action.REJECT,
                            Action.REOPEN,
                            Action.CANCEL,
                            Action.SURVEY,
                            Action.RESUME),
                    Role.SUPPLIER,
                    Set.of(
                            Action.REPORT,
                            Action.NOTE,
                            Action.COMMUNICATE,
                            Action.ACKNOWLEDGE,
                            Action.RESUME,
                            Action.LINK,
                            Action.CONTAIN,
                            Action.RESTORE,
                            Action.WORKAROUND,
                            Action.TASK,
                            Action.EFFORT)),
            Set.of(Action.REPORT, Action.SIGNAL, Action.NOTE, Action.COMMUNICATE),
            Set.of(Role.INCIDENT_MANAGER));

    /** Copies the collections. */
    public RoleAccess {
        Map<Role, Set<Action>> copy = new HashMap<>();
        limited.forEach((role, actions) -> copy.put(role, Set.copyOf(actions)));
        limited = Map.copyOf(copy);
        strangers = Set.copyOf(strangers);
        confidants = Set.copyOf(confidants);
    }

    private boolean works(Actor actor) {
        return actor.roles().stream().anyMatch(role -> !limited.containsKey(role));
    }

    @Override
    public Optional<String> denial(Actor actor, Action action, @Nullable Incident incident) {
        boolean permitted = actor.roles().isEmpty()
                ? strangers.contains(action)
                : works(actor)
                        || actor.roles().stream()
                                .anyMatch(role ->
                                        limited.getOrDefault(role, Set.of()).contains(action));
        return permitted ? Optional.empty() : Optional.of(told(actor, action));
    }

    private static String told(Actor actor, Action action) {
        return action + " is not for " + actor.id() + ", who "
                + (actor.roles().isEmpty()
                        ? "has no role"
                        : "acts as "
                                + actor.roles().stream()
                                        .map(Role::name)
                                        .sorted()
                                        .toList());
    }

    @Override
    public boolean shows(Actor reader, String field, IncidentEvent event, Incident incident) {
        Actor writer = event.meta().actor();
        if (writer.kind() == reader.kind() && writer.id().equals(reader.id())) {
            return true;
        }
        if (!works(reader)) {
            return isForAll(field, event);
        }
        Reporter reporter = field.equals("reporter") ? reporter(event) : null;
        if (reporter != null && reporter.kind() == ReporterKind.CONFIDENTIAL) {
            return reader.roles().stream().anyMatch(confidants::contains);
        }
        return !(event instanceof ReviewEvent) || incident.handling().mayReadReview(reader);
    }

    private static @Nullable Reporter reporter(IncidentEvent event) {
        if (event instanceof Reported reported) {
            return reported.reporter();
        } else if (event instanceof RecordEvent.Adopted adopted) {
            return adopted.ticket().reporter();
        }
        return event instanceof RelationEvent.Absorbed absorbed ? absorbed.reporter() : null;
    }

    /** Whether those outside may read it, too. */
    private static boolean isForAll(String field, IncidentEvent event) {
        if (field.equals("reporter") || field.startsWith("attribute:")) {
            return false;
        }
        if (event instanceof WorkEvent.Noted note) {
            return note.visibility() != Visibility.INTERNAL;
        } else if (event instanceof WorkEvent.Communicated message) {
            return message.visibility() != Visibility.INTERNAL;
        }
        return event instanceof Reported
                || event instanceof RecordEvent.Adopted
                || event instanceof WorkEvent.Amended
                || event instanceof LifecycleEvent;
    }

    @Override
    public String version() {
        CanonicalForm form = new CanonicalForm("role-access/1");
        limited.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Role::name)))
                .forEach(entry -> form.set("limited " + entry.getKey(), entry.getValue()));
        return form.set("strangers", strangers).set("confidants", confidants).hash();
    }
}
