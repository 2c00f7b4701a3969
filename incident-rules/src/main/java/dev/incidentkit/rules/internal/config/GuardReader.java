package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads guards: by name, or, where one is made of something, as a mapping of what it does to what it is made of. */
final class GuardReader {
    /** The items that must be done; as a word, those of the lifecycle. */
    static final String CHECKLIST = "checklist";

    /** How long an incident must have stood in its status. */
    static final String QUIET_FOR = "quietFor";

    /** Which incidents must be reviewed. */
    static final String REVIEWED = "reviewed";

    private static final List<String> MADE = List.of(QUIET_FOR, REVIEWED, CHECKLIST);

    private final Values values;
    private final ConditionReader conditions;
    private final Map<String, Guard> named = new LinkedHashMap<>();

    GuardReader(Scope scope, Map<String, Guard> guards) {
        this.values = scope.values;
        this.conditions = new ConditionReader(scope);
        Guards.plain().forEach(guard -> named.put(guard.name(), guard));
        named.putAll(guards);
    }

    /**
     * Reads a list of guards.
     *
     * @param node the list, or one guard; null for none
     * @param path where it stands
     * @param checklist the items of the lifecycle
     */
    List<Guard> guards(@Nullable Node node, String path, List<String> checklist) {
        List<Guard> found = new ArrayList<>();
        for (Node item : node == null ? List.<Node>of() : Values.items(node)) {
            if (item instanceof Node.Entries) {
                values.entries(item, path).values().forEach(entry -> add(found, made(entry, path)));
            } else {
                add(found, named(item, path, checklist));
            }
        }
        return found;
    }

    private static void add(List<Guard> found, @Nullable Guard guard) {
        if (guard != null) {
            found.add(guard);
        }
    }

    private @Nullable Guard named(Node node, String path, List<String> checklist) {
        List<String> all = new ArrayList<>(named.keySet());
        all.add(CHECKLIST);
        String name = values.oneOf(node, path, "a guard", all);
        if (name == null) {
            return null;
        }
        Guard known = named.get(name);
        return known == null ? Guards.checklist(checklist) : known;
    }

    private @Nullable Guard made(Node.Entry entry, String parent) {
        String path = Values.path(parent, entry.key().value());
        Node value = entry.value();
        switch (entry.key().value()) {
            case QUIET_FOR -> {
                Duration time = values.duration(value, path);
                return time == null ? null : values.made(value, path, () -> Guards.quietFor(time));
            }
            case REVIEWED -> {
                Condition where = conditions.condition(value, path);
                return where == null ? null : Guards.reviewed(where);
            }
            case CHECKLIST -> {
                List<Node.Text> items = values.texts(value, path);
                return Guards.checklist(items.stream().map(Node.Text::value).toList());
            }
            default -> {
                values.unknown(entry.key(), parent, "a guard that is made of something", MADE);
                return null;
            }
        }
    }
}
