package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The categories of a process as a tree. A coarse one is enough for a report; a resolution takes one that is not divided
 * further. Categories are deactivated and never removed: incidents keep theirs. Immutable and safe for use by several
 * threads.
 */
public final class Taxonomy {
    private final String name;
    private final Map<String, Entry> entries;
    private final Set<String> divided;

    Taxonomy(String name, Collection<Entry> entries, Set<String> divided) {
        this.name = name;
        this.entries = new LinkedHashMap<>();
        entries.forEach(entry -> this.entries.put(entry.category().path(), entry));
        this.divided = Set.copyOf(divided);
    }

    /**
     * A category.
     *
     * @param category its path
     * @param criteria what belongs there, in words
     * @param active whether incidents may still be given to it
     */
    public record Entry(Category category, String criteria, boolean active) {}

    /**
     * Begins a taxonomy.
     *
     * @param name 1 to 100 characters
     * @return a builder without categories
     */
    public static TaxonomyBuilder builder(String name) {
        return new TaxonomyBuilder(name, List.of());
    }

    /**
     * Begins a taxonomy that is another one with changes.
     *
     * @param existing the taxonomy to begin with
     * @return a builder that has all of it
     */
    public static TaxonomyBuilder builder(Taxonomy existing) {
        return new TaxonomyBuilder(existing.name, existing.entries());
    }

    /**
     * Eight types of incidents: what is broken, lost, entered, refused or harmed.
     *
     * @return the preset {@code budibase-8}
     */
    public static Taxonomy budibase8() {
        return builder("budibase-8")
                .category("hardware", "A device failed or is missing.")
                .category("software", "A program does not do what it should.")
                .category("data-loss", "Data is gone, damaged or not to be found.")
                .category("unauthorized-access", "Somebody saw or changed what they may not.")
                .category("denial-of-service", "A service is flooded so that nobody else gets through.")
                .category("service-interruption", "A service cannot be used, for whatever reason.")
                .category("malfunction", "A system works, but wrongly.")
                .category("physical", "A place or a thing was harmed, entered or taken.")
                .build();
    }

    /**
     * Six types of incidents: what failed, who failed, or how badly it works.
     *
     * @return the preset {@code deskera-6}
     */
    public static Taxonomy deskera6() {
        return builder("deskera-6")
                .category("hardware-failure", "A device failed.")
                .category("software-error", "A program has a fault or stops with an error.")
                .category("network-outage", "Places or services cannot reach each other.")
                .category("security-breach", "Somebody attacks, or got in.")
                .category("human-error", "Somebody did the wrong thing, without meaning harm.")
                .category("performance-degradation", "A service works, but too slowly.")
                .build();
    }

    /** {@return the name} */
    public String name() {
        return name;
    }

    /** {@return all categories, active or not, each after the one above it} */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * A category.
     *
     * @param category the category
     * @return what the taxonomy says of it; empty if it does not have it
     */
    public Optional<Entry> entry(Category category) {
        return Optional.ofNullable(entries.get(category.path()));
    }

    /**
     * Whether a category is divided into finer ones that are active.
     *
     * @param category the category
     * @return true if a finer one is needed to resolve
     */
    public boolean isDivided(Category category) {
        return divided.contains(category.path());
    }

    /** {@return the content hash, 64 hexadecimal digits} */
    public String hash() {
        return new CanonicalForm("taxonomy/1")
                .put("name", name)
                .list("entries", entries.values())
                .hash();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Taxonomy that && that.name.equals(name) && that.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return "Taxonomy " + name + " " + entries.keySet();
    }
}
