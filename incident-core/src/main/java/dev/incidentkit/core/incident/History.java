package dev.incidentkit.core.incident;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The events of an incident. An incident with more events shares the history of the one before it, so that keeping it
 * costs a reference. What is given is copied once, into an array that nobody changes.
 */
final class History {
    private static final IncidentEvent[] NONE = {};

    private final @Nullable History before;

    /** The events after the earlier ones. */
    final IncidentEvent[] last;

    private History(@Nullable History before, IncidentEvent[] last) {
        this.before = before;
        this.last = last;
    }

    static History of(@Nullable History before, Iterable<? extends IncidentEvent> events) {
        IncidentEvent[] copy = events instanceof Collection<? extends IncidentEvent> collection
                ? collection.toArray(NONE)
                : StreamSupport.stream(events.spliterator(), false).toArray(IncidentEvent[]::new);
        return new History(before, copy);
    }

    static History of(History before, IncidentEvent event) {
        return new History(before, new IncidentEvent[] {event});
    }

    /** {@return all events in order, as a list that cannot be changed} */
    List<IncidentEvent> all() {
        if (before == null) {
            return Collections.unmodifiableList(Arrays.asList(last));
        }
        int size = 0;
        for (History part = this; part != null; part = part.before) {
            size += part.last.length;
        }
        IncidentEvent[] all = new IncidentEvent[size];
        for (History part = this; part != null; part = part.before) {
            size -= part.last.length;
            System.arraycopy(part.last, 0, all, size, part.last.length);
        }
        return Collections.unmodifiableList(Arrays.asList(all));
    }
}
