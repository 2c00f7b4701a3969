package dev.incidentkit.core.incident;

import dev.incidentkit.core.ConfigurationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * An ordered scale of levels with a host's own labels. The first level is the most severe. Immutable.
 *
 * @param <L> the kind of level
 */
public final class Scale<L extends Level> {
    /** The largest number of levels a scale may have. */
    public static final int MAX_SIZE = 100;

    /** Impact with the levels HIGH, MEDIUM and LOW. */
    public static final Scale<Impact> IMPACT = Scale.of("impact", Impact::new, "HIGH", "MEDIUM", "LOW");

    /** Urgency with the levels HIGH, MEDIUM and LOW. */
    public static final Scale<Urgency> URGENCY = Scale.of("urgency", Urgency::new, "HIGH", "MEDIUM", "LOW");

    /** Severity with the levels SEV1 to SEV4. */
    public static final Scale<Severity> SEVERITY = Scale.of("severity", Severity::new, "SEV1", "SEV2", "SEV3", "SEV4");

    /** Priority with the levels P1 to P5. */
    public static final Scale<Priority> PRIORITY = Scale.of("priority", Priority::new, "P1", "P2", "P3", "P4", "P5");

    private final String name;
    private final List<L> levels;
    private final Map<String, L> byName;

    private Scale(String name, List<L> levels) {
        this.name = name;
        this.levels = List.copyOf(levels);
        Map<String, L> index = new HashMap<>();
        levels.forEach(level -> index.put(level.name(), level));
        this.byName = Map.copyOf(index);
    }

    /**
     * Makes a scale.
     *
     * @param name the name of the scale, not blank
     * @param factory makes a level of a label and a rank, for example {@code Impact::new}
     * @param labels the labels, the most severe first; 1 to {@value #MAX_SIZE}, all different, none blank
     * @param <L> the kind of level
     * @return the scale
     * @throws ConfigurationException if a label is blank or repeated, or there are none or too many
     */
    public static <L extends Level> Scale<L> of(String name, BiFunction<String, Integer, L> factory, String... labels) {
        return of(name, factory, List.of(labels));
    }

    /**
     * Makes a scale of a list of labels.
     *
     * @param name the name of the scale, not blank
     * @param factory makes a level of a label and a rank, for example {@code Impact::new}
     * @param labels the labels, the most severe first; 1 to {@value #MAX_SIZE}, all different, none blank
     * @param <L> the kind of level
     * @return the scale
     * @throws ConfigurationException if a label is blank or repeated, or there are none or too many
     */
    public static <L extends Level> Scale<L> of(
            String name, BiFunction<String, Integer, L> factory, List<String> labels) {
        Checks.notBlank(name, "name of a scale");
        List<String> findings = findings(labels);
        if (!findings.isEmpty()) {
            throw new ConfigurationException("scale '" + name + "'", findings);
        }
        List<L> levels = new ArrayList<>(labels.size());
        for (String label : labels) {
            levels.add(factory.apply(label, levels.size()));
        }
        return new Scale<>(name, levels);
    }

    /**
     * Makes a scale for an attribute of a host's own.
     *
     * @param name the name of the scale, not blank
     * @param labels the labels, the most severe first; 1 to {@value #MAX_SIZE}, all different, none blank
     * @return the scale
     * @throws ConfigurationException if a label is blank or repeated, or there are none or too many
     */
    public static Scale<CustomLevel> custom(String name, String... labels) {
        return of(name, (label, rank) -> new CustomLevel(name, label, rank), labels);
    }

    private static List<String> findings(List<String> labels) {
        List<String> findings = new ArrayList<>();
        if (labels.isEmpty() || labels.size() > MAX_SIZE) {
            findings.add("it must have 1 to " + MAX_SIZE + " levels, but has " + labels.size());
        }
        Set<String> seen = new HashSet<>();
        for (int rank = 0; rank < labels.size(); rank++) {
            String label = labels.get(rank);
            if (label.isBlank()) {
                findings.add("level " + rank + " has a blank label");
            } else if (!seen.add(label)) {
                findings.add("level " + rank + " repeats the label '" + label + "'");
            }
        }
        return findings;
    }

    /**
     * The name of this scale.
     *
     * @return the name, not blank
     */
    public String name() {
        return name;
    }

    /**
     * The levels, the most severe first.
     *
     * @return at least one level; the index of a level is its rank
     */
    public List<L> levels() {
        return levels;
    }

    /**
     * How many levels there are.
     *
     * @return 1 to {@value #MAX_SIZE}
     */
    public int size() {
        return levels.size();
    }

    /**
     * The level of a rank.
     *
     * @param rank 0 to {@link #size()} - 1
     * @return the level
     * @throws IndexOutOfBoundsException if there is no such rank
     */
    public L at(int rank) {
        return levels.get(rank);
    }

    /**
     * The level of a label, if there is one.
     *
     * @param label the exact label
     * @return the level, or empty
     */
    public Optional<L> find(String label) {
        return Optional.ofNullable(byName.get(label));
    }

    /**
     * The level of a label.
     *
     * @param label the exact label
     * @return the level
     * @throws IllegalArgumentException if there is no such label; the message lists those that exist
     */
    public L level(String label) {
        L level = byName.get(label);
        if (level == null) {
            throw new IllegalArgumentException("'" + label + "' is no level of scale '" + name + "': " + levels);
        }
        return level;
    }

    /**
     * Whether a level belongs to this scale.
     *
     * @param level a level
     * @return true if the same level stands at its rank here
     */
    public boolean contains(Level level) {
        return level.rank() < levels.size() && levels.get(level.rank()).equals(level);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scale<?> scale && scale.name.equals(name) && scale.levels.equals(levels);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + levels.hashCode();
    }

    @Override
    public String toString() {
        return name + levels;
    }
}
