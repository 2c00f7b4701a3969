package dev.incidentkit.testkit.assertion;

import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words of failures: what was expected, what came, why, and at which event. */
final class Told {
    private Told() {}

    /** A message of four parts, of which the last two may be empty. */
    static String message(String expected, String came, String because, String at) {
        StringBuilder text = new StringBuilder("\nExpecting ")
                .append(expected)
                .append("\nbut ")
                .append(came);
        if (!because.isEmpty()) {
            text.append("\nbecause ").append(because.strip().replace("\n", "\n  "));
        }
        if (!at.isEmpty()) {
            text.append("\nat ").append(at);
        }
        return text.toString();
    }

    /** The event at which a view of the incident last changed, in words. */
    static String lastChange(List<IncidentEvent> events, Function<Incident, @Nullable Object> view) {
        return event(events, changed(events, view));
    }

    /** At which event a view of the incident last changed. */
    static int changed(List<IncidentEvent> events, Function<Incident, @Nullable Object> view) {
        Incident incident = null;
        Object before = null;
        int changed = 0;
        for (int i = 0; i < events.size(); i++) {
            incident = incident == null ? Incident.replay(List.of(events.get(i))) : incident.apply(events.get(i));
            Object now = view.apply(incident);
            if (i == 0 || !Objects.equals(now, before)) {
                changed = i;
            }
            before = now;
        }
        return changed;
    }

    /** The last event, in words. */
    static String last(List<IncidentEvent> events) {
        return event(events, events.size() - 1);
    }

    /** One event, in words. */
    static String event(List<IncidentEvent> events, int index) {
        if (events.isEmpty()) {
            return "";
        }
        IncidentEvent event = events.get(index);
        EventMeta meta = event.meta();
        return "event " + (index + 1) + " of " + events.size() + ": "
                + event.getClass().getSimpleName() + " at " + meta.effectiveAt() + " by "
                + meta.actor().id() + cause(meta.cause());
    }

    private static String cause(Cause cause) {
        String rule =
                cause.rule() == null ? "" : ", rule '" + cause.rule() + "' of " + String.valueOf(cause.configuration());
        return cause.trigger().equals(Cause.COMMAND.trigger()) ? rule : ", due: " + cause.trigger() + rule;
    }
}
