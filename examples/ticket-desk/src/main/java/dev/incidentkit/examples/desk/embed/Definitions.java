package dev.incidentkit.examples.desk.embed;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.Page;
import dev.incidentkit.store.StoredDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The definition by which new incidents begin, and those by which earlier ones did. Each incident stays with the rules that
 * it began under, so the store keeps every definition under its hash, and each start reads those that are still in use.
 * Immutable.
 */
public final class Definitions {
    private static final String FILE = "definition.yaml";

    private final ProcessDefinition current;
    private final Map<String, ProcessDefinition> byHash;

    private Definitions(ProcessDefinition current, List<ProcessDefinition> earlier) {
        this.current = current;
        this.byHash = new LinkedHashMap<>();
        byHash.put(current.hash(), current);
        earlier.forEach(each -> byHash.putIfAbsent(each.hash(), each));
    }

    /** Reads the definition, keeps it, and reads those that incidents of the store began under. */
    static Definitions open(String name, IncidentStore store) {
        ProcessDefinition current = read(name);
        keep(current, store);
        List<ProcessDefinition> earlier = new ArrayList<>();
        Set<String> hashes = inUse(store);
        hashes.remove(current.hash());
        for (String hash : hashes) {
            store.definition(hash).ifPresent(kept -> earlier.add(unpack(kept)));
        }
        return new Definitions(current, earlier);
    }

    private static ProcessDefinition read(String name) {
        DefinitionFiles files = DefinitionFiles.standard();
        return (DefinitionFiles.presets().contains(name) ? files.preset(name) : files.read(Path.of(name))).orThrow();
    }

    private static void keep(ProcessDefinition definition, IncidentStore store) {
        if (store.definition(definition.hash()).isEmpty()) {
            Map<String, String> files = DefinitionFiles.standard().write(definition, FILE);
            store.keepDefinition(new StoredDefinition(definition.hash(), definition.name(), FileArchive.pack(files)));
        }
    }

    private static ProcessDefinition unpack(StoredDefinition kept) {
        Map<String, String> files = FileArchive.unpack(kept.body());
        return DefinitionFiles.standard()
                .read(FILE, name -> FileArchive.open(files, name))
                .orThrow();
    }

    private static Set<String> inUse(IncidentStore store) {
        Set<String> hashes = new TreeSet<>();
        String after = null;
        do {
            Page page = store.find(IncidentQuery.all()
                    .order(IncidentQuery.Order.IDENTITY)
                    .limit(IncidentQuery.MAX_LIMIT)
                    .after(after)
                    .build());
            page.incidents().stream().map(IncidentSummary::definition).forEach(hashes::add);
            after = page.next();
        } while (after != null);
        return hashes;
    }

    /** {@return by which new incidents begin} */
    public ProcessDefinition current() {
        return current;
    }

    /** {@return by which incidents of the store began before} */
    public List<ProcessDefinition> earlier() {
        return List.copyOf(byHash.values()).subList(1, byHash.size());
    }

    /**
     * The definition that an incident stays with.
     *
     * @param incident the incident; null for one that is yet to be reported
     * @return its definition
     */
    public ProcessDefinition of(@Nullable Incident incident) {
        return incident == null ? current : of(incident.definition(), incident.id());
    }

    private ProcessDefinition of(String hash, IncidentId incident) {
        ProcessDefinition found = byHash.get(hash);
        if (found == null) {
            throw new IllegalStateException("Incident " + incident + " began under definition " + hash
                    + ", which this node does not have: start it anew");
        }
        return found;
    }
}
