package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.lifecycle.Guards;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Gathers what deciding a command may ask for beside the incident: who, when, what ports answer, how the children stand. */
final class Contexts {
    private final Function<IncidentId, Optional<Loaded>> load;
    private final Map<String, String> always;

    /**
     * Gathers.
     *
     * @param load finds records
     * @param always answers that are recorded with everything
     */
    Contexts(Function<IncidentId, Optional<Loaded>> load, Map<String, String> always) {
        this.load = load;
        this.always = always;
    }

    /** For what depends on no other incident. */
    CommandContext plain(DeskWriter.Order order, Instant at) {
        return context(order.actor(), at, order.answers());
    }

    /** Everything that any step may ask for. */
    CommandContext full(Actor actor, Loaded loaded, Instant at) {
        return context(actor, at, openChildren(loaded, new Draft()));
    }

    /**
     * Children are asked for where a step, or the closure that may be due, can depend on them: what is noted on a parent
     * neither waits for its children nor conflicts with them.
     */
    CommandContext of(DeskWriter.Order order, Loaded loaded, Draft draft, Instant at) {
        boolean asks = order.command().theme() == IncidentCommand.Theme.LIFECYCLE
                || order.command().theme() == IncidentCommand.Theme.ALERT
                || order.command() instanceof RecordCommand.Wake
                || loaded.incident().phase() == Phase.RESOLVED;
        Map<String, String> children = asks ? openChildren(loaded, draft) : Map.of();
        return context(order.actor(), at, joined(children, order.answers()));
    }

    private CommandContext context(Actor actor, Instant at, Map<String, String> answers) {
        return new CommandContext(actor, at, joined(answers, always));
    }

    private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        Map<String, String> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    private Map<String, String> openChildren(Loaded loaded, Draft draft) {
        List<IncidentId> children = Kinship.related(loaded.incident(), RelationKind.CHILD);
        if (children.isEmpty()) {
            return Map.of();
        }
        int open = 0;
        for (IncidentId child : children) {
            Loaded found = load.apply(child).orElse(null);
            if (found != null) {
                draft.read(found);
                open += found.incident().phase().isOpen() ? 1 : 0;
            }
        }
        return Map.of(Guards.OPEN_CHILDREN, Integer.toString(open));
    }
}
