package dev.incidentkit.testkit.assertion;

import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.rules.InputRefusedException;
import dev.incidentkit.rules.TableExplanation;
import dev.incidentkit.rules.incident.IncidentTable;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.rules.incident.TriageTable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a decision table says of a rule that is named in the record. */
final class TableReasons {
    private TableReasons() {}

    /**
     * The table's own explanation of what it decided, on a new line, or nothing where no table did.
     *
     * @param policy what was asked, a table or not
     * @param incident the incident as it came to be
     * @param view what the table decided
     */
    static String of(Object policy, Incident incident, Function<Incident, @Nullable Object> view) {
        List<IncidentEvent> events = incident.history();
        if (events.isEmpty()) {
            return "";
        }
        int event = Told.changed(events, view);
        Cause cause = events.get(event).meta().cause();
        IncidentTable<?> table = table(policy);
        if (table == null || !table.version().equals(cause.configuration())) {
            return "";
        }
        // what was known is what stood before the event, and what the event itself brought
        String before = event == 0 ? "" : words(table, Incident.replay(events.subList(0, event)), cause);
        return before.isEmpty() ? words(table, Incident.replay(events.subList(0, event + 1)), cause) : before;
    }

    private static @Nullable IncidentTable<?> table(Object policy) {
        if (policy instanceof RoutingTable routing) {
            return routing.table();
        }
        return policy instanceof TriageTable triage ? triage.table() : null;
    }

    /** Empty where the incident is not what the rule was decided by. */
    private static String words(IncidentTable<?> table, Incident incident, Cause cause) {
        try {
            TableExplanation explanation = table.explain(incident);
            return explanation.decided().equals(List.of(String.valueOf(cause.rule()))) ? "\n" + explanation.text() : "";
        } catch (InputRefusedException e) {
            return "";
        }
    }
}
