package dev.incidentkit.core.process;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Category;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects a taxonomy. Not safe for use by several threads. */
public final class TaxonomyBuilder {
    private final String name;
    private final Map<String, Taxonomy.Entry> entries = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();

    TaxonomyBuilder(String name, List<Taxonomy.Entry> existing) {
        Names.check(name, "taxonomy");
        this.name = name;
        existing.forEach(entry -> entries.put(entry.category().path(), entry));
    }

    /**
     * Adds a category.
     *
     * @param path its path, with {@code /} between the parts; the one above it comes before
     * @param criteria what belongs there, in words, not blank
     * @return this
     */
    public TaxonomyBuilder category(String path, String criteria) {
        int cut = path.lastIndexOf('/');
        if (cut >= 0 && !entries.containsKey(path.substring(0, cut))) {
            findings.add("category '" + path + "' has none above it");
        }
        if (criteria.isBlank()) {
            findings.add("category '" + path + "' does not say what belongs there");
        }
        if (entries.putIfAbsent(path, new Taxonomy.Entry(new Category(path), criteria, true)) != null) {
            findings.add("category '" + path + "' is there twice");
        }
        return this;
    }

    /**
     * Deactivates a category and all below it: no incident is given to them any more, those that are keep them.
     *
     * @param path its path
     * @return this
     */
    public TaxonomyBuilder deactivate(String path) {
        if (!entries.containsKey(path)) {
            findings.add("category '" + path + "' cannot be deactivated, because there is none");
        }
        entries.replaceAll((key, entry) -> key.equals(path) || key.startsWith(path + "/")
                ? new Taxonomy.Entry(entry.category(), entry.criteria(), false)
                : entry);
        return this;
    }

    /**
     * Makes the taxonomy.
     *
     * @return the taxonomy
     * @throws ConfigurationException if it contradicts itself; it names every contradiction
     */
    public Taxonomy build() {
        if (!findings.isEmpty()) {
            throw new ConfigurationException("taxonomy '" + name + "'", findings);
        }
        Set<String> divided = new HashSet<>();
        for (Taxonomy.Entry entry : entries.values()) {
            String path = entry.category().path();
            int cut = path.lastIndexOf('/');
            if (entry.active() && cut >= 0) {
                divided.add(path.substring(0, cut));
            }
        }
        return new Taxonomy(name, entries.values(), divided);
    }
}
