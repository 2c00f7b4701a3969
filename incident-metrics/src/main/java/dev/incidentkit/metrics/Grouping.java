package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Milestone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what incidents are grouped: any number of dimensions and at most one period. Every metric of a plan is grouped alike,
 * by the period of one milestone, so that the figures of a row are about the same incidents.
 *
 * @param dimensions the dimensions
 * @param period the period; null where there is none
 * @param zone whose days count
 * @param milestone by whose instant an incident belongs to a period; without it, it belongs to period
 *     {@link Dimension#NONE}
 */
public record Grouping(List<Dimension> dimensions, @Nullable Period period, ZoneId zone, Milestone milestone) {
    private static final List<GroupKey> ALL = List.of(GroupKey.ALL);

    /** Copies the list. */
    public Grouping {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * By dimensions; without any, all incidents are one group.
     *
     * @param dimensions the dimensions
     * @return the grouping
     */
    public static Grouping by(Dimension... dimensions) {
        return new Grouping(List.of(dimensions), null, ZoneOffset.UTC, Milestone.REPORTED);
    }

    /**
     * Also by the period in which incidents were reported.
     *
     * @param length the period
     * @param inZone whose days count
     * @return a copy
     */
    public Grouping per(Period length, ZoneId inZone) {
        return per(length, inZone, Milestone.REPORTED);
    }

    /**
     * Also by the period in which incidents reached a milestone.
     *
     * @param length the period
     * @param inZone whose days count
     * @param reached the milestone
     * @return a copy
     */
    public Grouping per(Period length, ZoneId inZone, Milestone reached) {
        return new Grouping(dimensions, length, inZone, reached);
    }

    /** {@return what it groups by, in words} */
    public String description() {
        List<String> words = new ArrayList<>();
        if (period != null) {
            words.add(period + " of " + milestone + " in " + zone);
        }
        dimensions.forEach(dimension -> words.add(dimension.name()));
        return words.isEmpty() ? "all" : String.join(", ", words);
    }

    /** Whether all incidents are one group. */
    boolean isWhole() {
        return period == null && dimensions.isEmpty();
    }

    /** The dimension, where it groups by one and nothing else; null otherwise. */
    @Nullable
    Dimension single() {
        return period == null && dimensions.size() == 1 ? dimensions.get(0) : null;
    }

    List<GroupKey> keys(Case one) {
        if (isWhole()) {
            return ALL;
        }
        List<GroupKey> keys = List.of(new GroupKey(label(one), List.of()));
        for (Dimension dimension : dimensions) {
            keys = spread(keys, dimension.of(one));
        }
        return keys;
    }

    private static List<GroupKey> spread(List<GroupKey> keys, List<String> values) {
        List<GroupKey> all = new ArrayList<>(keys.size() * values.size());
        for (GroupKey key : keys) {
            for (String value : values) {
                List<String> more = new ArrayList<>(key.values());
                more.add(value);
                all.add(new GroupKey(key.period(), more));
            }
        }
        return all;
    }

    private String label(Case one) {
        if (period == null) {
            return "";
        }
        long at = one.millis(milestone);
        return at == Case.UNKNOWN ? Dimension.NONE : period.label(Instant.ofEpochMilli(at), zone);
    }
}
