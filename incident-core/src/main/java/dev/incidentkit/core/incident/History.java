package dev.incidentkit.core.incident;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of an incident. An incident with more events shares the history of the one before it, so that keeping it
 * costs a reference.
 *
 * @param before the earlier events, if there are any
 * @param last the events after them
 */
record History(@Nullable History before, List<IncidentEvent> last) {
    static History of(@Nullable History before, Iterable<? extends IncidentEvent> events) {
        if (events instanceof List<? extends IncidentEvent> list) {
            return new History(before, List.copyOf(list));
        }
        List<IncidentEvent> copy = new ArrayList<>();
        events.forEach(copy::add);
        return new History(before, List.copyOf(copy));
    }

    List<IncidentEvent> all() {
        if (before == null) {
            return last;
        }
        int size = 0;
        for (History part = this; part != null; part = part.before) {
            size += part.last.size();
        }
        IncidentEvent[] all = new IncidentEvent[size];
        for (History part = this; part != null; part = part.before) {
            for (int i = part.last.size() - 1; i >= 0; i--) {
                size--;
                all[size] = part.last.get(i);
            }
        }
        return List.of(all);
    }
}
