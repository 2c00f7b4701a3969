package dev.incidentkit.core.incident;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of a host's own attributes, by name and in the order of their names. Immutable. */
public final class Attributes {
    private static final Attributes NONE = new Attributes(new TreeMap<>());

    private final SortedMap<String, AttributeValue> values;

    private Attributes(SortedMap<String, AttributeValue> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /**
     * No values.
     *
     * @return the empty attributes
     */
    public static Attributes none() {
        return NONE;
    }

    /**
     * Values by name.
     *
     * @param values values by name, names of 1 to 60 characters, at most 500
     * @return the attributes
     * @throws IllegalArgumentException if a name is blank or too long, or there are too many
     */
    public static Attributes of(Map<String, AttributeValue> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        if (values.size() > 500) {
            throw new IllegalArgumentException("There may be at most 500 attributes, but there are " + values.size());
        }
        values.keySet().forEach(name -> Checks.name(name, 60, "name of an attribute"));
        return new Attributes(new TreeMap<>(values));
    }

    /**
     * One value.
     *
     * @param name the attribute's name
     * @param value its value
     * @return the attributes
     */
    public static Attributes of(String name, AttributeValue value) {
        return of(Map.of(name, value));
    }

    /**
     * The value of an attribute.
     *
     * @param name the attribute's name
     * @return its value, or empty
     */
    public Optional<AttributeValue> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Whether an attribute has a value.
     *
     * @param name the attribute's name
     * @return true if it has one
     */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * All values by name.
     *
     * @return an unmodifiable map in the order of the names
     */
    public SortedMap<String, AttributeValue> asMap() {
        return values;
    }

    /**
     * These values with others set, and some removed.
     *
     * @param changed the values to set
     * @param removed the names to remove
     * @return a copy, or this where nothing changes
     */
    public Attributes with(Attributes changed, Set<String> removed) {
        if (changed.values.isEmpty() && removed.isEmpty()) {
            return this;
        }
        TreeMap<String, AttributeValue> copy = new TreeMap<>(values);
        copy.keySet().removeAll(removed);
        copy.putAll(changed.values);
        return new Attributes(copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && that.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
