package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.process.Taxonomy;
import dev.incidentkit.core.process.TaxonomyBuilder;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads taxonomies: ready ones by their names, or trees of categories as paths with what belongs there. */
final class TaxonomyReader {
    private static final String EXTENDS = "extends";
    private static final String NONE = "none";

    private final Values values;
    private final Map<String, Taxonomy> ready = new LinkedHashMap<>();

    /**
     * Creates a reader.
     *
     * @param base the taxonomy of what is extended, which may be extended by its name; null if there is none
     */
    TaxonomyReader(Scope scope, @Nullable Taxonomy base) {
        this.values = scope.values;
        for (Taxonomy preset : List.of(Taxonomy.budibase8(), Taxonomy.deskera6())) {
            ready.put(preset.name(), preset);
        }
        if (base != null) {
            ready.put(base.name(), base);
        }
    }

    /** The taxonomy; null for none, or where it cannot be read, which is reported. */
    @Nullable
    Taxonomy taxonomy(Node node, String path) {
        if (node instanceof Node.Text text) {
            return text.value().equals(NONE) ? null : named(node, path);
        }
        Section section = values.section(node, path);
        return section == null ? null : own(section);
    }

    private @Nullable Taxonomy named(Node node, String path) {
        String name = values.oneOf(node, path, "a taxonomy", ready.keySet());
        return name == null ? null : ready.get(name);
    }

    private @Nullable Taxonomy own(Section section) {
        Node extended = section.get(EXTENDS);
        Taxonomy base = extended == null ? null : named(extended, section.path(EXTENDS));
        String given = extended == null ? required(section, "name") : section.text("name");
        String name = given == null && base != null ? base.name() : given;
        Map<String, Node.Entry> categories = section.entries("categories");
        List<Node.Text> deactivated = section.texts("deactivated");
        TaxonomyBuilder builder =
                name == null ? null : values.made(section.node(), section.path(), () -> Taxonomy.builder(name));
        if (base == null && extended == null && categories.isEmpty()) {
            section.need("categories");
        }
        section.close();
        if (builder == null) {
            return null;
        }
        boolean sound = inherited(base, builder, section);
        for (Map.Entry<String, Node.Entry> category : categories.entrySet()) {
            String at = Values.path(section.path("categories"), category.getKey());
            sound &= category(category.getKey(), category.getValue(), at, builder);
        }
        for (Node.Text text : deactivated == null ? List.<Node.Text>of() : deactivated) {
            builder.deactivate(text.value());
        }
        return sound ? values.made(section.node(), section.path(), builder::build) : null;
    }

    private @Nullable String required(Section section, String key) {
        return section.need(key) == null ? null : section.text(key);
    }

    private boolean inherited(@Nullable Taxonomy base, TaxonomyBuilder builder, Section section) {
        for (Taxonomy.Entry entry : base == null ? List.<Taxonomy.Entry>of() : base.entries()) {
            add(entry.category().path(), entry.criteria(), entry.active(), builder);
        }
        return base != null || !section.has(EXTENDS);
    }

    /** A category comes after the one above it, so that none is deactivated with one that stands above. */
    private static void add(String path, String criteria, boolean active, TaxonomyBuilder builder) {
        builder.category(path, criteria);
        if (!active) {
            builder.deactivate(path);
        }
    }

    private boolean category(String name, Node.Entry entry, String path, TaxonomyBuilder builder) {
        String criteria;
        boolean active = true;
        if (entry.value() instanceof Node.Entries) {
            Section section = values.section(entry.value(), path);
            criteria = section == null ? null : required(section, "criteria");
            Node given = section == null ? null : section.get("active");
            Boolean read = (section == null || given == null) ? null : values.bool(given, section.path("active"));
            active = read == null || read;
            if (section != null) {
                section.close();
            }
        } else {
            criteria = values.text(entry.value(), path);
        }
        if (criteria == null) {
            return false;
        }
        boolean now = active;
        return values.made(entry.key(), path, () -> {
                    add(name, criteria, now, builder);
                    return builder;
                })
                != null;
    }
}
