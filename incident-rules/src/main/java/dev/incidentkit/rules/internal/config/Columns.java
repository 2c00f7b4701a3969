package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.incident.IncidentFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns that tables of a definition name: facts of incidents, {@code tags: mail} for one name of a set,
 * {@code affects mail} for one service, and those that a port adds.
 */
final class Columns {
    private static final String AFFECTS = "affects ";
    private static final String IN = ": ";

    private final Scope scope;
    private final Map<String, Input<?>> more;
    private IncidentFacts facts;

    Columns(Scope scope, Map<String, Input<?>> more) {
        this.scope = scope;
        this.more = more;
        this.facts = scope.facts();
    }

    /** Whether a table can look at an attribute as a whole. */
    static boolean isColumn(AttributeDefinition attribute) {
        return attribute.type() != AttributeType.SET && !attribute.traits().contains(AttributeTrait.PERSONAL);
    }

    /** The facts with all columns that were found. */
    IncidentFacts facts() {
        return facts;
    }

    List<String> names() {
        List<String> names = new ArrayList<>(facts.all().keySet());
        names.addAll(more.keySet());
        return names;
    }

    @Nullable
    Input<?> find(String name) {
        if (more.containsKey(name)) {
            return more.get(name);
        }
        if (!facts.all().containsKey(name)) {
            add(name);
        }
        return facts.all().containsKey(name) ? facts.all().get(name).input() : null;
    }

    private void add(String name) {
        int in = name.indexOf(IN);
        AttributeDefinition set = in < 0 ? null : scope.attributes.get(name.substring(0, in));
        if (set != null && set.type() == AttributeType.SET) {
            facts = facts.withName(set, name.substring(in + IN.length()));
        } else if (name.startsWith(AFFECTS) && name.length() > AFFECTS.length()) {
            facts = facts.withService(name.substring(AFFECTS.length()));
        }
    }
}
