package dev.incidentkit.desk;

import dev.incidentkit.core.definition.Outcome;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.json.Chain;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.ReadCondition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one command is going to write: new events of one or several incidents, and what was read to decide them. */
final class Draft {
    /** New events of one incident, and what it is after them. */
    record Entry(@Nullable Loaded before, ProcessDefinition definition, Outcome outcome) {
        Incident after() {
            return outcome.incident();
        }

        List<IncidentEvent> events() {
            return outcome.events();
        }

        /** The same, followed by what was decided next for the incident. */
        Entry then(Outcome next) {
            List<IncidentEvent> all = new ArrayList<>(outcome.events());
            all.addAll(next.events());
            return new Entry(before, definition, new Outcome(next.incident(), all, next.outlook()));
        }

        long versionBefore() {
            return before == null ? 0 : before.stored().version();
        }

        byte[] hashBefore() {
            return before == null ? Chain.beginning() : before.stored().headHash();
        }
    }

    private final Map<IncidentId, Entry> entries = new LinkedHashMap<>();
    private final Map<IncidentId, ReadCondition> conditions = new LinkedHashMap<>();
    private final List<KeyReservation> reserved = new ArrayList<>();
    private final List<KeyReservation> released = new ArrayList<>();

    void add(Entry entry) {
        if (!entry.events().isEmpty()) {
            entries.put(entry.after().id(), entry);
        }
    }

    /** The entry of an incident; null where nothing is written of it so far. */
    @Nullable
    Entry entry(IncidentId id) {
        return entries.get(id);
    }

    /** Takes a key for an incident, from another one that holds it or from nobody. */
    void move(String key, @Nullable IncidentId from, IncidentId to) {
        if (from != null) {
            released.add(new KeyReservation(key, from));
        }
        reserved.add(new KeyReservation(key, to));
    }

    List<KeyReservation> reserved() {
        return reserved;
    }

    List<KeyReservation> released() {
        return released;
    }

    void read(Loaded loaded) {
        IncidentId id = loaded.stored().incident();
        conditions.put(id, new ReadCondition(id, loaded.stored().version()));
    }

    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** Incidents that were read only: those that are written are guarded by their own expected version. */
    List<ReadCondition> conditions() {
        return conditions.values().stream()
                .filter(condition -> !entries.containsKey(condition.incident()))
                .toList();
    }
}
