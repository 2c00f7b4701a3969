package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the step of an action from a status by one probe: open addressing over both names' hashes, which strings keep.
 * Two maps one in the other took a third of the time of a check.
 */
final class TransitionTable {
    /** The transition is kept as it is answered, so that a probe allocates nothing. */
    private record Entry(String status, String action, Optional<Transition> transition) {}

    private final @Nullable Entry[] slots;
    private final int mask;

    TransitionTable(List<Transition> transitions) {
        List<Entry> entries = new ArrayList<>();
        for (Transition transition : transitions) {
            for (Status from : transition.from()) {
                entries.add(new Entry(from.name(), transition.action().name(), Optional.of(transition)));
            }
        }
        this.slots = new Entry[Math.max(16, Integer.highestOneBit(entries.size()) * 8)];
        this.mask = slots.length - 1;
        for (Entry entry : entries) {
            int slot = slot(entry.status(), entry.action());
            while (slots[slot] != null) {
                slot = slot + 1 & mask;
            }
            slots[slot] = entry;
        }
    }

    private int slot(String status, String action) {
        int mixed = (status.hashCode() * 31 + action.hashCode()) * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & mask;
    }

    Optional<Transition> find(Status from, Action by) {
        String status = from.name();
        String action = by.name();
        int slot = slot(status, action);
        Entry entry = slots[slot];
        while (entry != null) {
            if (entry.action().equals(action) && entry.status().equals(status)) {
                return entry.transition();
            }
            slot = slot + 1 & mask;
            entry = slots[slot];
        }
        return Optional.empty();
    }
}
