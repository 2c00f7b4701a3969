package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something by which incidents are grouped, as they stand at last. Two dimensions with the same name are the same.
 *
 * @param name its name
 * @param values the values of an incident; an incident with several counts under each, and those groups then do not add
 *     up to all incidents; an incident without any counts under {@link #NONE}
 */
public record Dimension(String name, Function<Incident, List<String>> values) {
    /** The group of incidents that have no value. */
    public static final String NONE = "(none)";

    private static final List<String> NO_VALUE = List.of(NONE);

    /** The priority that holds. */
    public static final Dimension PRIORITY =
            of("priority", incident -> incident.priority().map(Priority::name).orElse(null));

    /** The whole path of the category. */
    public static final Dimension CATEGORY =
            of("category", incident -> incident.category().map(Category::path).orElse(null));

    /** The accountable group. */
    public static final Dimension TEAM =
            of("team", incident -> incident.owner().map(Owner::group).orElse(null));

    /** The way by which the report came. */
    public static final Dimension CHANNEL =
            of("channel", incident -> incident.channel().map(Channel::name).orElse(null));

    /** The status. */
    public static final Dimension STATUS =
            of("status", incident -> incident.status().name());

    /** Whom the incident belongs to. */
    public static final Dimension TENANT =
            of("tenant", incident -> incident.tenant().value());

    /** The affected services; an incident may have several. */
    public static final Dimension SERVICE = new Dimension(
            "service", incident -> incident.services().stream().sorted().toList());

    /** The affected configuration items; an incident may have several. */
    public static final Dimension ITEM =
            new Dimension("item", incident -> targets(incident, RelationKind.AFFECTED_ITEM));

    private static List<String> targets(Incident incident, RelationKind kind) {
        List<String> targets = new ArrayList<>();
        for (Relation relation : incident.relations()) {
            if (relation.kind() == kind && !targets.contains(relation.target())) {
                targets.add(relation.target());
            }
        }
        return targets;
    }

    /**
     * What incidents are linked to: the problem behind them, the change that brought them about. An incident may be linked
     * to several.
     *
     * @param kind the kind of relation
     * @return the dimension, with the name of the kind
     */
    public static Dimension linked(RelationKind kind) {
        return new Dimension("linked " + kind, incident -> targets(incident, kind));
    }

    /**
     * A dimension of at most one value.
     *
     * @param name its name
     * @param value the value of an incident; null where it has none
     * @return the dimension
     */
    public static Dimension of(String name, Function<Incident, @Nullable String> value) {
        return new Dimension(name, incident -> {
            String found = value.apply(incident);
            return found == null ? NO_VALUE : List.of(found);
        });
    }

    /**
     * The coarsest parts of the category.
     *
     * @param depth how many parts of the path, 1 or more
     * @return the dimension
     */
    public static Dimension category(int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("A category is cut after 1 part or more, but not after " + depth);
        }
        return of(
                "category to " + depth,
                incident -> incident.category()
                        .map(category -> cut(category.path(), depth))
                        .orElse(null));
    }

    private static String cut(String path, int depth) {
        int end = -1;
        for (int i = 0; i < depth; i++) {
            end = path.indexOf('/', end + 1);
            if (end < 0) {
                return path;
            }
        }
        return path.substring(0, end);
    }

    /**
     * An attribute of the host's own.
     *
     * @param attribute its name
     * @return the dimension
     */
    public static Dimension attribute(String attribute) {
        Fact fact = Fact.attribute(attribute);
        return of("attribute " + attribute, incident -> text(incident.facts(), fact));
    }

    private static @Nullable String text(Facts facts, Fact fact) {
        String name = facts.name(fact);
        if (name != null || !facts.has(fact)) {
            return name;
        }
        if (facts.number(fact) != null) {
            return String.valueOf(facts.number(fact));
        }
        return facts.is(fact, "true") ? "true" : facts.is(fact, "false") ? "false" : null;
    }

    List<String> of(Incident incident) {
        List<String> found = values.apply(incident);
        return found.isEmpty() ? NO_VALUE : found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dimension that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
