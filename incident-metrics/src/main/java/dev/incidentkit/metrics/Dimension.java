package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.Incident;
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

    static final List<String> NO_VALUE = List.of(NONE);

    /** The priority that holds. */
    public static final Dimension PRIORITY = known("priority", Dimension::priority);

    /** The whole path of the category. */
    public static final Dimension CATEGORY =
            known("category", one -> one.category == null ? null : one.category.path());

    /** The accountable group. */
    public static final Dimension TEAM = known("team", one -> one.owner == null ? null : one.owner.group());

    /** The way by which the report came. */
    public static final Dimension CHANNEL = known("channel", one -> one.channel == null ? null : one.channel.name());

    /** The status. */
    public static final Dimension STATUS = known("status", one -> one.status.name());

    /** Whom the incident belongs to. */
    public static final Dimension TENANT = known("tenant", one -> one.tenant.value());

    /** The affected services; an incident may have several. */
    public static final Dimension SERVICE = new Dimension(
            "service", new Known.Many(one -> one.services.stream().sorted().toList()));

    /** The affected configuration items; an incident may have several. */
    public static final Dimension ITEM =
            new Dimension("item", new Known.Many(one -> targets(one, RelationKind.AFFECTED_ITEM)));

    private static Dimension known(String name, Function<Outline, @Nullable String> value) {
        return new Dimension(name, new Known.One(value));
    }

    private static @Nullable String priority(Outline one) {
        Priority holds = one.priority();
        return holds == null ? null : holds.name();
    }

    private static List<String> targets(Outline one, RelationKind kind) {
        List<String> targets = new ArrayList<>();
        for (Relation relation : one.relations) {
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
        return new Dimension("linked " + kind, new Known.Many(one -> targets(one, kind)));
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
        return known("category to " + depth, one -> one.category == null ? null : cut(one.category.path(), depth));
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

    List<String> of(Case one) {
        if (values instanceof Known.One known) {
            return List.of(only(known, one));
        }
        List<String> found =
                values instanceof Known.Many many ? many.of().apply(one.outline()) : values.apply(one.incident());
        return found.isEmpty() ? NO_VALUE : found;
    }

    /** The only value of an incident; null where it may have several. */
    @Nullable
    String only(Case one) {
        if (!(values instanceof Known.One single)) {
            return null;
        }
        return only(single, one);
    }

    private static String only(Known.One single, Case one) {
        String value = single.of().apply(one.outline());
        return value == null ? NONE : value;
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
