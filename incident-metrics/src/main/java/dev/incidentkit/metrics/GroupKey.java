package dev.incidentkit.metrics;

import java.util.List;

/**
 * One group of incidents.
 *
 * @param period the label of the period; empty where there is none
 * @param values the value of each dimension, in their order
 */
public record GroupKey(String period, List<String> values) implements Comparable<GroupKey> {
    /** All incidents. */
    public static final GroupKey ALL = new GroupKey("", List.of());

    /** Copies the list. */
    public GroupKey {
        values = List.copyOf(values);
    }

    @Override
    public int compareTo(GroupKey other) {
        int order = period.compareTo(other.period);
        for (int i = 0; order == 0 && i < Math.min(values.size(), other.values.size()); i++) {
            order = values.get(i).compareTo(other.values.get(i));
        }
        return order == 0 ? Integer.compare(values.size(), other.values.size()) : order;
    }

    @Override
    public String toString() {
        return this.equals(ALL) ? "all" : period + values;
    }
}
