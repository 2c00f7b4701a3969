package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Incident;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Incidents that a metric leaves out. How many there were is told with each figure.
 *
 * @param reason why, in a few words; two exclusions with the same reason are the same
 * @param test which; a pure function, asked of every incident, also of those that another exclusion leaves out
 */
public record Exclusion(String reason, Predicate<Incident> test) {
    /** Exercises. */
    public static final Exclusion DRILLS = new Exclusion("drill", Trait.DRILL);

    /** Near misses, and tickets of which it is not judged yet whether they are incidents. */
    public static final Exclusion NO_INCIDENTS = new Exclusion("no incident", Trait.NO_INCIDENT);

    /** Incidents that were cancelled as a duplicate, or for which another one stands. */
    public static final Exclusion DUPLICATES = new Exclusion("duplicate", Trait.DUPLICATE);

    /** Incidents that ended without a resolution. */
    public static final Exclusion CANCELLED = new Exclusion("cancelled", Trait.CANCELLED);

    /** Incidents that have a parent. */
    public static final Exclusion CHILDREN = new Exclusion("child", Trait.CHILD);

    /** What most metrics leave out, in the order in which it is asked. */
    static final List<Exclusion> USUAL = List.of(DRILLS, NO_INCIDENTS, DUPLICATES, CANCELLED, CHILDREN);

    /** What every metric leaves out. */
    static final List<Exclusion> ALWAYS = List.of(DRILLS, NO_INCIDENTS);

    /**
     * Checks the reason.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Exclusion {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An exclusion says why in words, but its reason is '" + reason + "'");
        }
    }

    /** The first that holds for an incident; null where none does. */
    static @Nullable Exclusion first(List<Exclusion> exclusions, Case one) {
        for (Exclusion exclusion : exclusions) {
            if (exclusion.leavesOut(one)) {
                return exclusion;
            }
        }
        return null;
    }

    boolean leavesOut(Case one) {
        return test instanceof Trait trait ? (one.outline().traits() & trait.bit()) != 0 : test.test(one.incident());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Exclusion that && that.reason.equals(reason);
    }

    @Override
    public int hashCode() {
        return reason.hashCode();
    }

    @Override
    public String toString() {
        return reason;
    }
}
